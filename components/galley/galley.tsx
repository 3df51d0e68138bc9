"use client"
/** The galley: the claims of an article, its text with every claim drawn over it, and all about the chosen one. */
import { useTranslations } from "next-intl"
import { useMemo, useRef, useState } from "react"
import { Inspector } from "@/components/claim/inspector"
import { UnsentClaims } from "@/components/claim/unsent-claims"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { useHeldText } from "@/components/live/use-held-text"
import { PrintedProof } from "@/components/proof/printed-proof"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { Span } from "@/lib/anchor"
import type { OpenThreads } from "@/lib/domain/comment"
import type { FollowWords } from "@/lib/domain/follow"
import type { Scale } from "@/lib/domain/scale"
import type { Actor, Person } from "@/lib/domain/workspace"
import type { GalleyActs } from "./acts"
import { GalleyBar } from "./galley-bar"
import { GalleyProvider } from "./galley-context"
import { MoveApproved } from "./move-approved"
import { NothingChosen } from "./nothing-chosen"
import { unpacked, type PackedArticle } from "./packed-article"
import type { PaneSizes } from "./pane-sizes"
import { InspectorPane, ListPane, PaneGrid } from "./panes"
import { Sheet, type SheetHandle } from "./sheet"
import { useAhead } from "./use-ahead"
import type { Commenting as CommentingState } from "./use-commenting"
import { useGalleyState } from "./use-galley-state"
import type { ThreadsRead } from "./use-threads"

const textWaits = lateCode(() => import("@/components/live/text-waits"))
const startDialog = lateCode(() => import("@/components/comment/start-dialog"))
const followKeys = lateCode(() => import("./follow-keys"))
const passageDialog = lateCode(() => import("@/components/comment/passage-dialog"))

export interface GalleyProps {
  article: AnnotatedArticle
  actor: Actor
  scales: Scale[]
  /** Whoever may be given claims to check, and everybody on the desk; none for readers who can choose nobody. */
  checkers: Person[]
  people: Person[]
  acts: GalleyActs
  /** How many remarks that came with a file wait for this person's decision. */
  remarks: number
  /** How many queries wait for this person's answer, where they are the article's author. */
  queries: number
  /** The passages that say what was checked before. */
  earlier: Span[]
  /** What this person has said of following the article and its claims. */
  followed: FollowWords
  /** Which threads are open on words of the text and on claims. */
  threads: OpenThreads
  /** As this person has left them. */
  panes: PaneSizes
  /** The claim or the sentence to open with, by their numbers, from the address. */
  opensAt: { claim: number | undefined; sentence: number | undefined }
}

/** Begins anew with another revision: its text, its offsets and its caret are others. */
export function Galley(sent: Omit<GalleyProps, "article"> & { article: PackedArticle }) {
  const { page, held } = useHeldText(sent, sent.actor.id)
  const article = useMemo(() => unpacked(page.article), [page.article])
  return (
    <>
      <Panes key={article.revision.id} {...page} article={article} />
      {held === "held" && <Late code={textWaits} given={{}} onMissing={() => undefined} />}
    </>
  )
}

/** What works beside the panes without being seen: fetching ahead, resending, and what is drawn on paper alone. */
function Unseen() {
  useAhead()
  return (
    <>
      <UnsentClaims />
      <PrintedProof />
      <Late code={followKeys} given={{}} onMissing={() => undefined} />
    </>
  )
}

/** A page that is drawn anew brings the same text once more: the first one stays, and with it caret, selection and focus. */
function useSameText(article: AnnotatedArticle): AnnotatedArticle {
  const [revision] = useState(article.revision)
  return useMemo(() => ({ ...article, revision }), [article, revision])
}

/** A thread that is to begin, on words of the text or on the article; and what was said about words of it. */
function Commenting({ begun, read }: { begun: CommentingState; read: ThreadsRead }) {
  return (
    <>
      {begun.asked && (
        <Late code={startDialog} given={{ asked: begun.asked, onClose: begun.onClose }} onMissing={begun.onClose} />
      )}
      {read.asked && (
        <Late code={passageDialog} given={{ passage: read.asked, onClose: read.onClose }} onMissing={read.onClose} />
      )}
    </>
  )
}

function Panes(given: GalleyProps) {
  const props = { ...given, article: useSameText(given.article) }
  const { article, actor, remarks, queries } = props
  const t = useTranslations("galley")
  const sheet = useRef<SheetHandle>(null)
  const inspector = useRef<HTMLElement>(null)
  const { context, claims, choice, panes, ...galley } = useGalleyState(props, { sheet, inspector })
  const { entry, drawer, setDrawer } = choice
  return (
    <GalleyProvider value={context}>
      <div data-fills className="flex min-h-0 flex-1 flex-col">
        <GalleyBar
          article={article}
          {...{ claims, remarks, queries, actor, drawer, panes }}
          onList={() => setDrawer(drawer === "list" ? "none" : "list")}
        />
        <PaneGrid panes={panes} drawer={drawer}>
          <ListPane
            panes={panes}
            choice={choice}
            claims={claims}
            actorId={actor.id}
            label={t("claims")}
            onChoose={galley.chooseInList}
          />
          <Sheet
            ref={sheet}
            article={article}
            positions={galley.positions}
            highlights={galley.highlights}
            beside={galley.beside}
            selectionActs={galley.selectionActs}
            onChoose={galley.chooseInText}
            onEnter={galley.announceUnderCaret}
          />
          <InspectorPane ref={inspector} panes={panes} drawer={drawer} claim={choice.selected} label={t("inspector")}>
            {entry ? (
              <Inspector key={entry.key} entry={entry} onStep={galley.step} onClose={context.backToText} />
            ) : (
              <NothingChosen acts={galley.selectionActs} standing={article.standing} />
            )}
          </InspectorPane>
        </PaneGrid>
      </div>
      <Commenting begun={galley.commenting} read={galley.read} />
      {galley.askedMove && <MoveApproved {...galley.askedMove} />}
      <Unseen />
    </GalleyProvider>
  )
}
