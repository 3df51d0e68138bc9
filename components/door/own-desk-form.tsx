"use client"
/** Exchanges the sample desk for one's own, and signs its owner in. */
import { signIn } from "next-auth/react"
import { useTranslations } from "next-intl"
import { Button, LinkButton } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import type { Act } from "@/lib/domain/answer"
import type { NewDesk } from "@/lib/domain/door"
import { NewAccountFields, newAccountNames, useNewAccountCheck } from "./new-account-fields"
import { credentialsOf, enter, useDoorForm } from "./use-door-form"

export interface OwnDeskFormProps {
  startOwnDesk: Act<NewDesk, { slug: string }>
  /** Where somebody goes who would rather keep the sample. */
  back: string
}

export function OwnDeskForm({ startOwnDesk, back }: OwnDeskFormProps) {
  const t = useTranslations("door")
  const { busy, wrongs, message, submit } = useDoorForm({
    names: newAccountNames,
    check: useNewAccountCheck(),
    send: async (values) => {
      const answer = await startOwnDesk(values)
      if (!answer.ok) return answer.refusal
      return enter(await signIn("credentials", credentialsOf(values)), answer.value.slug)
    },
  })
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormMessage>{message}</FormMessage>
      <NewAccountFields wrongs={wrongs} />
      <div className="mt-1 flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={busy}>
          {busy ? t("ownDesk.busy") : t("ownDesk.confirm")}
        </Button>
        <LinkButton href={back}>{t("ownDesk.back")}</LinkButton>
      </div>
    </form>
  )
}
