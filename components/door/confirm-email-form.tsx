"use client"
/** Makes an address one's own, which the mailed link has shown to be. */
import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { Button, LinkButton } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import type { ConfirmEmail } from "@/lib/domain/account"
import type { Act } from "@/lib/domain/answer"

interface ConfirmEmailFormProps {
  token: string
  email: string
  confirm: Act<ConfirmEmail, { email: string }>
}

export function ConfirmEmailForm({ token, email, confirm }: ConfirmEmailFormProps) {
  const t = useTranslations("door.confirm")
  const errors = useTranslations("errors")
  const [busy, start] = useTransition()
  const [state, setState] = useState<{ done?: true; message?: string }>({})
  const press = () =>
    start(async () => {
      const answer = await confirm({ token }).catch(() => null)
      setState(answer?.ok ? { done: true } : { message: answer?.refusal.message ?? errors("lost") })
    })
  return (
    <>
      <FormMessage>{state.message ?? null}</FormMessage>
      <p role="status" className="text-ink-2">
        {t(state.done ? "done" : "text", { email })}
      </p>
      {state.done ? (
        <LinkButton href="/" look="primary" className="self-start">
          {t("home")}
        </LinkButton>
      ) : (
        <Button look="primary" busy={busy} className="self-start" onClick={press}>
          {t("submit")}
        </Button>
      )}
    </>
  )
}
