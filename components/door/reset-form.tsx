"use client"
/** Chooses a new password by a mailed link, and leads to signing in with it. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { loadPage } from "@/components/shell/leave"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { FormMessage } from "@/components/ui/form-message"
import type { ResetPassword } from "@/lib/domain/account"
import type { Act } from "@/lib/domain/answer"
import { missingFrom } from "./fields"
import { NewPasswordField } from "./person-fields"
import { useDoorForm } from "./use-door-form"

interface ResetFormProps {
  token: string
  email: string
  /** How many API tokens their person has. */
  tokens: number
  reset: Act<ResetPassword, { email: string }>
}

export function ResetForm({ token, email, tokens, reset }: ResetFormProps) {
  const t = useTranslations("door")
  const [kept, setKept] = useState<"end" | "keep">("end")
  const { busy, wrongs, message, submit } = useDoorForm({
    names: ["password"] as const,
    check: ({ password }) => {
      const missing = missingFrom(password)
      return missing > 0 ? { password: t("field.passwordShort", { missing }) } : {}
    },
    send: async ({ password }) => {
      const answer = await reset({ token, password, tokens: kept })
      if (!answer.ok) return answer.refusal
      loadPage("/sign-in?done=password")
      return null
    },
  })
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-ink-2">{t("reset.for", { email })}</p>
      <FormMessage>{message}</FormMessage>
      <input type="text" name="username" defaultValue={email} autoComplete="username" readOnly hidden />
      <NewPasswordField error={wrongs.password} autoFocus />
      {tokens > 0 && (
        <Checkbox
          label={t("reset.tokens", { count: tokens })}
          hint={t("reset.tokensHint")}
          checked={kept === "end"}
          onChange={(event) => setKept(event.target.checked ? "end" : "keep")}
        />
      )}
      <Button type="submit" look="primary" busy={busy} className="mt-1 w-full">
        {busy ? t("reset.saving") : t("reset.save")}
      </Button>
    </form>
  )
}
