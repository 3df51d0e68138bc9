"use client"
/** A password, which its owner can look at while typing. */
import { Eye, EyeOff } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState, type ComponentProps } from "react"
import { boxClasses, Field } from "@/components/ui/field"
import { classes } from "@/components/ui/classes"

export interface PasswordFieldProps extends ComponentProps<"input"> {
  label: string
  hint?: string
  error?: string | undefined
}

export function PasswordField({ label, hint, error, ...input }: PasswordFieldProps) {
  const t = useTranslations("door")
  const [shown, setShown] = useState<"password" | "text">("password")
  const hidden = shown === "password"
  const words = hidden ? t("showPassword") : t("hidePassword")
  const Icon = hidden ? Eye : EyeOff
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <div className="relative">
          <input {...input} {...ids} type={shown} spellCheck={false} className={classes(boxClasses, "pr-10")} />
          <button
            type="button"
            aria-label={words}
            title={words}
            onClick={() => setShown(hidden ? "text" : "password")}
            className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-r-lg text-ink-3 hover:text-ink"
          >
            <Icon aria-hidden className="size-4" />
          </button>
        </div>
      )}
    </Field>
  )
}
