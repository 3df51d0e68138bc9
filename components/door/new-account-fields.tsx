"use client"
/** The fields that make somebody the owner of a workspace, in set-up and when a sample desk is exchanged. */
import { useTranslations } from "next-intl"
import { TextField } from "@/components/ui/text-field"
import { looksLikeEmail, missingFrom } from "./fields"
import { PasswordField } from "./password-field"
import type { Values, Wrongs } from "./use-door-form"

export const newAccountNames = ["workspaceName", "name", "email", "password"] as const
export type NewAccountName = (typeof newAccountNames)[number]

/** Says what is wrong with the typed account, in words. */
export function useNewAccountCheck(): (values: Values<NewAccountName>) => Wrongs<NewAccountName> {
  const t = useTranslations("door.field")
  return ({ workspaceName, name, email, password }) => {
    const missing = missingFrom(password)
    return {
      ...(!workspaceName.trim() && { workspaceName: t("workspace") }),
      ...(!name.trim() && { name: t("name") }),
      ...(!looksLikeEmail(email) && { email: t("email") }),
      ...(missing > 0 && { password: t("passwordShort", { missing }) }),
    }
  }
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
      <TextField
        name="name"
        label={t("yourName")}
        hint={t("yourNameHint")}
        error={wrongs.name}
        autoComplete="name"
        maxLength={120}
      />
      <TextField name="email" type="email" label={t("email")} error={wrongs.email} autoComplete="username" />
      <PasswordField
        name="password"
        label={t("newPassword")}
        hint={t("passwordHint")}
        error={wrongs.password}
        autoComplete="new-password"
      />
    </>
  )
}
