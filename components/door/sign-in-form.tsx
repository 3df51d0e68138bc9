"use client"
/** E-mail and password. A wrong pair is never told apart from an unknown e-mail. */
import { signIn } from "next-auth/react"
import { useTranslations } from "next-intl"
import { loadPage } from "@/components/shell/leave"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import { looksLikeEmail } from "./fields"
import { FormMessage } from "./form-message"
import { PasswordField } from "./password-field"
import { useDoorForm, type Failing } from "./use-door-form"

/** What lib/auth answers when there were too many attempts. */
const THROTTLED = "throttled"

export function SignInForm({ onward }: { onward: string }) {
  const t = useTranslations("door")
  const send = async (values: { email: string; password: string }): Promise<Failing | null> => {
    const answer = await signIn("credentials", { ...values, redirect: false })
    if (!answer) return { message: t("signIn.unreachable") }
    if (answer.error) return { message: answer.error === THROTTLED ? t("signIn.throttled") : t("signIn.wrong") }
    loadPage(onward)
    return null
  }
  const { busy, wrongs, message, submit } = useDoorForm({
    names: ["email", "password"] as const,
    check: ({ email, password }) => ({
      ...(!looksLikeEmail(email) && { email: t("field.email") }),
      ...(!password && { password: t("field.password") }),
    }),
    send,
  })
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormMessage>{message}</FormMessage>
      <TextField
        name="email"
        type="email"
        label={t("email")}
        error={wrongs.email}
        autoComplete="username"
        autoFocus
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField name="password" label={t("password")} error={wrongs.password} autoComplete="current-password" />
      <Button type="submit" look="primary" busy={busy} className="mt-1 w-full">
        {busy ? t("signIn.busy") : t("signIn.submit")}
      </Button>
    </form>
  )
}
