"use client"
/** Makes the first desk and its owner with the code from the log, and signs them in. */
import { signIn } from "next-auth/react"
import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { TextField } from "@/components/ui/text-field"
import type { Act } from "@/lib/domain/answer"
import type { SetUpDesk } from "@/lib/domain/door"
import { NewAccountFields, newAccountNames, useNewAccountCheck } from "./new-account-fields"
import { credentialsOf, enter, useDoorForm } from "./use-door-form"

export function SetUpForm({ setUpDesk }: { setUpDesk: Act<SetUpDesk, { slug: string }> }) {
  const t = useTranslations("door")
  const checkAccount = useNewAccountCheck()
  const { busy, wrongs, message, submit } = useDoorForm({
    names: ["code", ...newAccountNames] as const,
    check: (values) => ({ ...(!values.code.trim() && { code: t("field.code") }), ...checkAccount(values) }),
    send: async (values) => {
      const answer = await setUpDesk(values)
      if (!answer.ok) return answer.refusal
      return enter(await signIn("credentials", credentialsOf(values)), answer.value.slug)
    },
  })
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormMessage>{message}</FormMessage>
      <TextField
        name="code"
        label={t("setup.code")}
        hint={t("setup.codeHint")}
        error={wrongs.code}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus
      />
      <NewAccountFields wrongs={wrongs} />
      <Button type="submit" look="primary" busy={busy} className="mt-1 w-full">
        {busy ? t("setup.busy") : t("setup.submit")}
      </Button>
    </form>
  )
}
