"use client"
/** The fields that make somebody the owner of a workspace, in set-up and when a sample desk is exchanged. */
import { useTranslations } from "next-intl"
import { TextField } from "@/components/ui/text-field"
import { looksLikeEmail } from "./fields"
import { NameField, NewPasswordField, usePersonCheck } from "./person-fields"
import type { Values, Wrongs } from "./use-door-form"

export const newAccountNames = ["workspaceName", "name", "email", "password"] as const
export type NewAccountName = (typeof newAccountNames)[number]

/** Says what is wrong with the typed account, in words. */
export function useNewAccountCheck(): (values: Values<NewAccountName>) => Wrongs<NewAccountName> {
  const t = useTranslations("door.field")
  const check = usePersonCheck()
  return ({ workspaceName, email, ...person }) => ({
    ...(!workspaceName.trim() && { workspaceName: t("workspace") }),
    ...check(person),
    ...(!looksLikeEmail(email) && { email: t("email") }),
  })
}

export function NewAccountFields({ wrongs }: { wrongs: Wrongs<NewAccountName> }) {
  const t = useTranslations("door")
  return (
    <>
      <TextField
        name="workspaceName"
        label={t("workspaceName")}
        hint={t("workspaceNameHint")}
        error={wrongs.workspaceName}
        autoComplete="organization"
        maxLength={120}
      />
      <NameField error={wrongs.name} />
      <TextField name="email" type="email" label={t("email")} error={wrongs.email} autoComplete="username" />
      <NewPasswordField error={wrongs.password} />
    </>
  )
}
