"use client"
/** Asks for a link by mail. What is answered is the same for everybody. */
import { useLocale, useTranslations } from "next-intl"
import { useState } from "react"
import { Button, LinkButton } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { TextField } from "@/components/ui/text-field"
import type { AskReset } from "@/lib/domain/account"
import type { Act } from "@/lib/domain/answer"
import { looksLikeEmail } from "./fields"
import { useDoorForm } from "./use-door-form"

export function AskResetForm({ ask }: { ask: Act<AskReset, void> }) {
  const t = useTranslations("door")
  const language = useLocale().split("-")[0] ?? ""
  const [asked, setAsked] = useState<string | null>(null)
  const { busy, wrongs, message, submit } = useDoorForm({
    names: ["email"] as const,
    check: ({ email }) => (looksLikeEmail(email) ? {} : { email: t("field.email") }),
    send: async ({ email }) => {
      const answer = await ask({ email, language })
      if (!answer.ok) return answer.refusal
      setAsked(email.trim())
      return null
    },
  })
  const back = <LinkButton href="/sign-in">{t("reset.back")}</LinkButton>
  if (asked !== null)
    return (
      <>
        <p role="status" className="text-ink-2">
          {t("reset.done", { email: asked })}
        </p>
        <div>{back}</div>
      </>
    )
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-ink-2">{t("reset.intro")}</p>
      <FormMessage>{message}</FormMessage>
      <TextField
        name="email"
        type="email"
        label={t("email")}
        error={wrongs.email}
        autoComplete="username"
        autoCapitalize="none"
        autoFocus
      />
      <div className="mt-1 flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={busy}>
          {busy ? t("reset.busy") : t("reset.submit")}
        </Button>
        {back}
      </div>
    </form>
  )
}
