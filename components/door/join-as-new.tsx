"use client"
/** Makes an account for whoever is invited, and signs them in. */
import { signIn } from "next-auth/react"
import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { TextField } from "@/components/ui/text-field"
import type { Act } from "@/lib/domain/answer"
import type { JoinAsNew as Joining } from "@/lib/domain/invitation"
import { NameField, NewPasswordField, personNames, usePersonCheck } from "./person-fields"
import { credentialsOf, enter, useDoorForm } from "./use-door-form"

interface JoinAsNewProps {
  token: string
  email: string
  join: Act<Joining, { slug: string; email: string }>
}

export function JoinAsNew({ token, email, join }: JoinAsNewProps) {
  const t = useTranslations("door")
  const { busy, wrongs, message, submit } = useDoorForm({
    names: personNames,
    check: usePersonCheck(),
    send: async ({ name, password }) => {
      const answer = await join({ token, name, password })
      if (!answer.ok) return answer.refusal
      return enter(await signIn("credentials", credentialsOf({ email, password })), answer.value.slug)
    },
  })
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormMessage>{message}</FormMessage>
      {/* Password managers want to know whose password it is; nobody types it. */}
      <TextField name="email" type="email" label={t("email")} value={email} readOnly autoComplete="username" />
      <NameField error={wrongs.name} autoFocus />
      <NewPasswordField error={wrongs.password} />
      <Button type="submit" look="primary" busy={busy} className="mt-1 w-full">
        {busy ? t("invitation.busy") : t("invitation.submit")}
      </Button>
    </form>
  )
}
