"use client"
/** In which format, and for whom: said in words. */
import { useTranslations } from "next-intl"
import { useId } from "react"
import { Checkbox } from "@/components/ui/checkbox"
import { classes } from "@/components/ui/classes"
import { Select } from "@/components/ui/select"
import type { ExportFormat } from "@/lib/domain/export-format"
import type { Profile } from "@/lib/domain/profile"
import { FORMATS, tellsLegal } from "./export-formats"

export interface Choice {
  format: ExportFormat
  profile: Profile
  legal?: "told"
}

export interface ExportChoiceProps {
  /** Those that can be chosen. */
  profiles: readonly Profile[]
  /** Whether what is said about legal risk may go along. */
  legal: "may" | "not"
  value: Choice
  onChoose: (choice: Choice) => void
}

export function ExportChoice({ profiles, legal, value, onChoose }: ExportChoiceProps) {
  const t = useTranslations("export")
  const { format, profile } = value
  const offersLegal = legal === "may" && profile === "internal" && tellsLegal(format)
  return (
    <div className="mb-3 grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)]">
      <div className="flex flex-col gap-3">
        <Select
          label={t("format")}
          hint={t(`formats.${format}.text`)}
          options={FORMATS.map((one) => ({ value: one, label: t(`formats.${one}.name`) }))}
          value={format}
          // What is said about legal risk is asked for anew, file by file.
          onChoose={(one) => onChoose({ format: one, profile })}
        />
        {offersLegal && (
          <Checkbox
            label={t("legal")}
            checked={value.legal === "told"}
            onChange={(event) => onChoose({ format, profile, ...(event.target.checked && { legal: "told" }) })}
          />
        )}
      </div>
      <Profiles profiles={profiles} value={profile} onChoose={(one) => onChoose({ format, profile: one })} />
    </div>
  )
}

interface ProfilesProps {
  profiles: readonly Profile[]
  value: Profile
  onChoose: (profile: Profile) => void
}

function Profiles({ profiles, value, onChoose }: ProfilesProps) {
  const t = useTranslations("export")
  const name = useId()
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-xs font-semibold text-ink-2">{t("profile")}</legend>
      {profiles.map((profile) => (
        <label
          key={profile}
          className={classes(
            "grid cursor-pointer grid-cols-[1rem_minmax(0,1fr)] gap-x-2.5 rounded-lg border px-3 py-2",
            profile === value ? "border-ink bg-panel" : "border-line-strong",
          )}
        >
          <input
            type="radio"
            name={name}
            checked={profile === value}
            onChange={() => onChoose(profile)}
            className="mt-0.5 size-4 accent-ink"
          />
          <span className="text-ui font-semibold">{t(`${profile}.name`)}</span>
          <span className="col-start-2 text-xs text-ink-2">{t(`${profile}.text`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
