/** One's own account: the same at every desk, but for the tokens, which are of one. Name, e-mail, password, where one is signed in. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import Link from "next/link"
import type { ReactNode } from "react"
import { EmailForm } from "@/components/account/email-form"
import { NameForm } from "@/components/account/name-form"
import { PasswordForm } from "@/components/account/password-form"
import { SecondFactor } from "@/components/account/second-factor"
import { SessionList } from "@/components/account/session-list"
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
import {
  addSecondFactor,
  askEmail,
  changePassword,
  endOtherSessions,
  endSession,
  newRecoveryCodes,
  offerSecondFactor,
  removeSecondFactor,
  rename,
} from "./actions"

const factorActs = { offerSecondFactor, addSecondFactor, newRecoveryCodes, removeSecondFactor }

interface AccountPageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account")
  return { title: t("title") }
}

export default async function AccountPage({ params }: AccountPageProps) {
  const { actor, person, workspace } = await signedInTo((await params).workspace)
  const [t, words, tokens, { name, email, password, mails }, sessions, factor] = await Promise.all([
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
        <Part title={t("name.title")}>
          <NameForm name={name} rename={rename} />
        </Part>
        <Part title={t("email.title")}>
          <EmailForm {...{ email, password, mails }} ask={askEmail} />
        </Part>
        <Told slug={workspace.slug} />
        <Part title={t("password.title")}>
          {password === "set" ? (
            <PasswordForm email={email} change={changePassword} />
          ) : (
            <p className="text-ui text-pretty text-ink-2">{t("password.none")}</p>
          )}
        </Part>
        {password === "set" && (
          <Part title={t("factor.title")}>
            <SecondFactor factor={factor} acts={factorActs} />
          </Part>
        )}
        <Part title={t("sessions.title")}>
          <SessionList sessions={sessions} acts={{ endSession, endOtherSessions }} />
        </Part>
        <Part title={words("own", { workspace: workspace.name })}>
          <p className="text-ui text-pretty text-ink-2">{words("ownIntro")}</p>
          <TokenList tokens={tokens} of="one" revokeToken={revokeToken} />
          <MakeToken scopes={scopesOf(actor.role)} makeToken={makeToken} />
        </Part>
      </div>
    </Words>
  )
}

/** How one is told of things is set at each desk. */
async function Told({ slug }: { slug: string }) {
  const t = await getTranslations("account.told")
  return (
    <Part title={t("title")}>
      <p className="text-ui text-pretty text-ink-2">{t("lead")}</p>
      <p className="text-ui">
        <Link href={`/w/${slug}/account/notifications`} className="font-semibold underline underline-offset-2">
          {t("link")}
        </Link>
      </p>
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-3 border-t border-line pt-5">
      <h2 className="font-serif text-lg font-semibold">{title}</h2>
      {children}
    </section>
  )
}
