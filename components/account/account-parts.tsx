/** What of an account is its person's wherever they sit, or nowhere: name, e-mail, password, second factor, browsers. */
import { useTranslations } from "next-intl"
import type { ComponentProps, ReactNode } from "react"
import type { AccountView, SessionView } from "@/lib/domain/account"
import type { SecondFactorView } from "@/lib/domain/second-factor"
import { EmailForm } from "./email-form"
import { NameForm } from "./name-form"
import { PasswordForm } from "./password-form"
import { SecondFactor } from "./second-factor"
import { SessionList } from "./session-list"

export interface AccountActs {
  rename: ComponentProps<typeof NameForm>["rename"]
  askEmail: ComponentProps<typeof EmailForm>["ask"]
  changePassword: ComponentProps<typeof PasswordForm>["change"]
  factor: ComponentProps<typeof SecondFactor>["acts"]
  sessions: ComponentProps<typeof SessionList>["acts"]
}

export interface AccountPartsProps {
  account: AccountView
  sessions: SessionView[]
  factor: SecondFactorView
  acts: AccountActs
  /** What stands behind the e-mail: how one is told of things, where there is a desk to be told of. */
  told?: ReactNode
}

export function AccountParts({ account, sessions, factor, acts, told }: AccountPartsProps) {
  const t = useTranslations("account")
  const { name, email, password, mails } = account
  return (
    <>
      <AccountPart title={t("name.title")}>
        <NameForm name={name} rename={acts.rename} />
      </AccountPart>
      <AccountPart title={t("email.title")}>
        <EmailForm {...{ email, password, mails }} ask={acts.askEmail} />
      </AccountPart>
      {told}
      <AccountPart title={t("password.title")}>
        {password === "set" ? (
          <PasswordForm email={email} change={acts.changePassword} />
        ) : (
          <p className="text-ui text-pretty text-ink-2">{t("password.none")}</p>
        )}
      </AccountPart>
      {password === "set" && (
        <AccountPart title={t("factor.title")}>
          <SecondFactor factor={factor} acts={acts.factor} />
        </AccountPart>
      )}
      <AccountPart title={t("sessions.title")}>
        <SessionList sessions={sessions} acts={acts.sessions} />
      </AccountPart>
    </>
  )
}

/** One thing of an account, under its name. */
export function AccountPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-3 border-t border-line pt-5">
      <h2 className="font-serif text-lg font-semibold">{title}</h2>
      {children}
    </section>
  )
}
