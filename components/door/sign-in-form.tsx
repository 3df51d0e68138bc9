"use client"
/** E-mail and password. A wrong pair is never told apart from an unknown e-mail. */
import { signIn } from "next-auth/react"
import Link from "next/link"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { loadPage } from "@/components/shell/leave"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { TextField } from "@/components/ui/text-field"
import { looksLikeEmail } from "./fields"
import { PasswordField } from "./password-field"
import { useDoorForm, type Failing, type Values } from "./use-door-form"

/** What lib/auth answers where it tells why, and the words for it. */
const TOLD: Partial<Record<string, "throttled" | "codeMissing" | "codeWrong">> = {
  throttled: "throttled",
  "code-missing": "codeMissing",
  "code-wrong": "codeWrong",
}

const names = ["email", "password", "code"] as const

export function SignInForm({ onward }: { onward: string }) {
  const t = useTranslations("door")
  const { send, asksCode } = useSending(onward)
  const { busy, wrongs, message, submit } = useDoorForm({
    names,
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
      {asksCode === "yes" && (
        <TextField
          name="code"
          label={t("signIn.code")}
          hint={t("signIn.codeHint")}
          error={wrongs.code}
          autoComplete="one-time-code"
          spellCheck={false}
          autoFocus
        />
      )}
      <Link href="/reset" className="-mt-2 self-start text-xs text-ink-2 underline underline-offset-3 hover:text-ink">
        {t("signIn.forgotten")}
      </Link>
      <Button type="submit" look="primary" busy={busy} className="mt-1 w-full">
        {busy ? t("signIn.busy") : t("signIn.submit")}
      </Button>
    </form>
  )
}

/** Signs in, and goes on; whoever has a second factor is asked for its code then. */
function useSending(onward: string) {
  const t = useTranslations("door")
  const [asksCode, setAsksCode] = useState<"yes" | "no">("no")
  const send = async (values: Values<(typeof names)[number]>): Promise<Failing | null> => {
    const answer = await signIn("credentials", { ...values, redirect: false })
    if (!answer) return { message: t("signIn.unreachable") }
    if (!answer.error) {
      loadPage(onward)
      return null
    }
    const told = TOLD[answer.error] ?? "wrong"
    const message = t(`signIn.${told}`)
    if (told !== "codeMissing" && told !== "codeWrong") return { message }
    setAsksCode("yes")
    return { message, fields: { code: message } }
  }
  return { send, asksCode }
}
