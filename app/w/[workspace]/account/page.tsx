/** One's own account: the same at every desk, but for the tokens, which are of one. Name, e-mail, password, where one is signed in. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import Link from "next/link"
import { AccountPart, AccountParts } from "@/components/account/account-parts"
import { ApiReference } from "@/components/settings/api-reference"
import { Words } from "@/components/shell/words"
import { MakeToken } from "@/components/token/make-token"
import { TokenList } from "@/components/token/token-list"
import { readAccount } from "@/lib/desk/account"
import { readSecondFactor } from "@/lib/desk/second-factors"
import { listSessions } from "@/lib/desk/sessions"
import { listTokens } from "@/lib/desk/tokens"
import { scopesOf } from "@/lib/domain/workspace"
import { signedInTo } from "@/lib/entry"
import { makeToken, revokeToken } from "../settings/tokens/actions"
import { accountActs } from "../../../account/acts"

interface AccountPageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account")
  return { title: t("title") }
}

export default async function AccountPage({ params }: AccountPageProps) {
  const { actor, person, workspace } = await signedInTo((await params).workspace)
  const [t, words, tokens, account, sessions, factor] = await Promise.all([
    getTranslations("account"),
    getTranslations("tokens"),
    listTokens(actor, "own"),
    readAccount(person),
    listSessions(person),
    readSecondFactor(person),
  ])
  return (
    <Words of={["account", "door", "tokens"]}>
      <div className="mx-auto flex w-full max-w-xl flex-col gap-8 px-4 py-6 sm:px-6 sm:py-7">
        <header className="flex flex-col gap-1">
          <h1 className="heading-page">{t("title")}</h1>
          <p className="text-ui text-pretty text-ink-2">{t("intro")}</p>
        </header>
        <AccountParts {...{ account, sessions, factor }} acts={accountActs} told={<Told slug={workspace.slug} />} />
        <AccountPart title={words("own", { workspace: workspace.name })}>
          <p className="text-ui text-pretty text-ink-2">{words("ownIntro")}</p>
          <ApiReference of="tokens" />
          <TokenList tokens={tokens} of="one" revokeToken={revokeToken} />
          <MakeToken scopes={scopesOf(actor.role)} makeToken={makeToken} />
        </AccountPart>
      </div>
    </Words>
  )
}

/** How one is told of things is set at each desk. */
async function Told({ slug }: { slug: string }) {
  const t = await getTranslations("account.told")
  return (
    <AccountPart title={t("title")}>
      <p className="text-ui text-pretty text-ink-2">{t("lead")}</p>
      <p className="text-ui">
        <Link href={`/w/${slug}/account/notifications`} className="font-semibold underline underline-offset-2">
          {t("link")}
        </Link>
      </p>
    </AccountPart>
  )
}
