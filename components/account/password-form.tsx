"use client"
/** Another password, which signs out every other browser. */
import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { missingFrom } from "@/components/door/fields"
import { PasswordField } from "@/components/door/password-field"
import { useDoorForm } from "@/components/door/use-door-form"
import type { Act } from "@/lib/domain/answer"
import type { ChangePassword } from "@/lib/domain/account"
import { AccountForm } from "./account-form"

export function PasswordForm({ email, change }: { email: string; change: Act<ChangePassword, void> }) {
  const t = useTranslations("account.password")
  const door = useTranslations("door")
  const [done, setDone] = useState<string | null>(null)
  const form = useRef<HTMLInputElement>(null)
  const { busy, wrongs, message, submit } = useDoorForm({
    names: ["current", "password"] as const,
    check: ({ current, password }) => {
      const missing = missingFrom(password)
      return {
        ...(!current && { current: door("field.password") }),
        ...(missing > 0 && { password: door("field.passwordShort", { missing }) }),
      }
    },
    send: async (values) => {
      setDone(null)
      const answer = await change(values)
      if (!answer.ok) return answer.refusal
      form.current?.form?.reset()
      setDone(t("done"))
      return null
    },
  })
  return (
    <AccountForm {...{ busy, message, done }} onSubmit={submit} submit={t("submit")}>
      {/* For password managers: whose it is. */}
      <input ref={form} type="text" name="username" defaultValue={email} autoComplete="username" readOnly hidden />
      <PasswordField name="current" label={t("current")} error={wrongs.current} autoComplete="current-password" />
      <PasswordField
        name="password"
        label={t("new")}
        hint={door("passwordHint")}
        error={wrongs.password}
        autoComplete="new-password"
      />
    </AccountForm>
  )
}
