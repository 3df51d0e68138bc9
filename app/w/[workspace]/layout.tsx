/** Everything inside a workspace: the header, and the screen below it. Who is not a member finds nothing here. */
import { cookies } from "next/headers"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { KeySheet } from "@/components/keys/key-sheet"
import { KeysProvider } from "@/components/keys/keys-provider"
import { TakeNext } from "@/components/desk-claims/take-next"
import { ApprovalNews } from "@/components/review/approval-news"
import { Approvals } from "@/components/review/approvals"
import { ConnectionNotice } from "@/components/shell/connection-notice"
import { Header } from "@/components/shell/header"
import { languageChoiceOf, themeOf } from "@/components/shell/preferences"
import { SampleNotice } from "@/components/shell/sample-notice"
import { CONTENT_ID, SkipLink } from "@/components/shell/skip-link"
import { Live } from "@/components/live/live"
import { Announcer } from "@/components/ui/announcer"
import { Words } from "@/components/shell/words"
import { unreadNotifications } from "@/lib/desk/notifications"
import { placeNow } from "@/lib/desk/telling-pages"
import { waitingRounds } from "@/lib/desk/reviews"
import { can } from "@/lib/domain/policy"
import type { Actor } from "@/lib/domain/workspace"
import { signedInTo } from "@/lib/entry"
import { drawAnew, listNotifications, readNotifications, searchDesk, signOutEverywhere, takeNext } from "./actions"

export interface WorkspaceLayoutProps {
  children: ReactNode
  params: Promise<{ workspace: string }>
}

export default async function WorkspaceLayout({ children, params }: WorkspaceLayoutProps) {
  const { workspace: slug } = await params
  const { actor, workspace, person, workspaces } = await signedInTo(slug)
  const [t, given, { from, waiting, unread }] = await Promise.all([getTranslations("app"), cookies(), newsFor(actor)])
  const isOwner = can(actor, "workspace.set")
  const ownDesk = workspace.demo && isOwner ? `/w/${slug}/own-desk` : null
  return (
    <Words of={["workspace", "keys", "palette", "approvals", "notifications"]}>
      <KeysProvider person={actor.userId}>
        <Approvals person={actor.userId} reviewerId={actor.id} workspace={slug}>
          <Announcer>
            <SkipLink>{t("skip")}</SkipLink>
            {/* A screen that fills the window and scrolls its own panes says so with `data-fills`; `wide` where it does so only beside its inspector. */}
            <div className="flex min-h-dvh flex-col has-data-[fills=true]:h-dvh panes:has-data-[fills=wide]:h-dvh print:h-auto!">
              <Header
                waiting={waiting}
                search={searchDesk}
                told={{ unread, list: listNotifications, read: readNotifications }}
                lists={can(actor, "desk.read") ? LISTS : AUTHORS_LISTS}
                person={{ id: actor.id, name: person.name }}
                role={actor.role}
                workspace={workspace}
                workspaces={workspaces}
                theme={themeOf(given.get("theme")?.value)}
                language={languageChoiceOf(given.get("language")?.value)}
                settings={can(actor, "desk.read") ? `/w/${slug}/settings` : null}
                ownDesk={ownDesk}
                newDesk={isOwner && !workspace.demo ? `/w/${slug}/new-desk` : null}
                signOutEverywhere={signOutEverywhere}
              />
              <ConnectionNotice userId={actor.userId} name={person.name} />
              {workspace.demo && <SampleNotice ownDesk={ownDesk} />}
              <main id={CONTENT_ID} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
                <ApprovalNews />
                <Live workspace={slug} member={actor.id} from={from} drawAnew={drawAnew} />
                {can(actor, "claim.arrange", EASIEST) && <TakeNext takeNext={takeNext} home={`/w/${slug}`} />}
                {children}
              </main>
            </div>
            <KeySheet />
          </Announcer>
        </Approvals>
      </KeysProvider>
    </Words>
  )
}

const LISTS = ["claims", "sources", "figures", "history"] as const

/** The lists that hold of other articles nothing. */
const AUTHORS_LISTS = ["history"] as const

/** A claim that nobody has worked on and that is nobody's must: who may not review even that never reviews. */
const EASIEST = { article: { authorIds: [], leadId: null }, priority: 3, authorIds: [] }

/** What waits and was told, and from when on there is more. */
async function newsFor(actor: Actor) {
  // Asked first: what happens while the page is drawn is told to it.
  const from = await placeNow(actor)
  const [waiting, unread] = await Promise.all([waitingFor(actor), unreadNotifications(actor)])
  return { from, waiting, unread }
}

async function waitingFor(actor: Actor): Promise<string[] | null> {
  return can(actor, "review.decide", EASIEST) ? waitingRounds(actor) : null
}
