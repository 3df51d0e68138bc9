"use client"
/** The e-mail that one signs in with. Another one counts once the link that is mailed to it has been followed. */
import { useLocale, useTranslations } from "next-intl"
import { useState } from "react"
import { looksLikeEmail } from "@/components/door/fields"
import { PasswordField } from "@/components/door/password-field"
import { useDoorForm } from "@/components/door/use-door-form"
import { TextField } from "@/components/ui/text-field"
import type { Act } from "@/lib/domain/answer"
import type { AccountView, AskEmail } from "@/lib/domain/account"
import { AccountForm } from "./account-form"

interface EmailFormProps extends Pick<AccountView, "email" | "password" | "mails"> {
  ask: Act<AskEmail, void>
}

export function EmailForm({ email, password, mails, ask }: EmailFormProps) {
  const t = useTranslations("account.email")
  return (
    <>
      <p className="text-ui text-ink-2">{t("now", { email })}</p>
      {password === "set" && mails === "sent" && <AskForm ask={ask} />}
      {password === "set" && mails === "none" && <p className="text-ui text-pretty text-ink-3">{t("noMail")}</p>}
    </>
  )
}

function AskForm({ ask }: { ask: EmailFormProps["ask"] }) {
  const t = useTranslations("account.email")
  const door = useTranslations("door")
  const language = useLocale().split("-")[0] ?? ""
  const [done, setDone] = useState<string | null>(null)
  const { busy, wrongs, message, submit } = useDoorForm({
    names: ["email", "current"] as const,
    check: ({ email, current }) => ({
      ...(!looksLikeEmail(email) && { email: door("field.email") }),
      ...(!current && { current: door("field.password") }),
    }),
    send: async (values) => {
      setDone(null)
      const answer = await ask({ ...values, language })
      if (!answer.ok) return answer.refusal
      setDone(t("done", { email: values.email }))
      return null
    },
  })
  return (
    <AccountForm {...{ busy, message, done }} onSubmit={submit} submit={t("submit")}>
      <TextField name="email" type="email" label={t("new")} error={wrongs.email} autoComplete="email" />
      <PasswordField name="current" label={door("password")} error={wrongs.current} autoComplete="current-password" />
    </AccountForm>
  )
}
