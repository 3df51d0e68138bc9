"use client"
/** How somebody who gets an account is called, and the password that they choose: wherever an account is made. */
import { useTranslations } from "next-intl"
import { TextField } from "@/components/ui/text-field"
import { missingFrom } from "./fields"
import { PasswordField } from "./password-field"
import type { Values, Wrongs } from "./use-door-form"

interface FieldProps {
  error: string | undefined
  autoFocus?: boolean
}

export const personNames = ["name", "password"] as const
type PersonName = (typeof personNames)[number]

/** Says what is wrong with a name and a new password, in words. */
export function usePersonCheck(): (values: Values<PersonName>) => Wrongs<PersonName> {
  const t = useTranslations("door.field")
  return ({ name, password }) => {
    const missing = missingFrom(password)
    return {
      ...(!name.trim() && { name: t("name") }),
      ...(missing > 0 && { password: t("passwordShort", { missing }) }),
    }
  }
}

export function NameField({ error, autoFocus }: FieldProps) {
  const t = useTranslations("door")
  return (
    <TextField
      name="name"
      label={t("yourName")}
      hint={t("yourNameHint")}
      error={error}
      autoComplete="name"
      maxLength={120}
      autoFocus={autoFocus}
    />
  )
}

export function NewPasswordField({ error, autoFocus }: FieldProps) {
  const t = useTranslations("door")
  return (
    <PasswordField
      name="password"
      label={t("newPassword")}
      hint={t("passwordHint")}
      error={error}
      autoComplete="new-password"
      autoFocus={autoFocus}
    />
  )
}
