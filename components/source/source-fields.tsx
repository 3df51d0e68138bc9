"use client"
/** A new source, as it is typed in. */
import { useTranslations } from "next-intl"
import { Checkbox } from "@/components/ui/checkbox"
import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import type { SourceKind } from "@/lib/domain/source"
import { AttachFile, type AttachFileProps } from "./attach-file"
import { withFile, type TypedSource } from "./typed-source"

// Written out by type, so that the list can't miss a kind and needs none of the domain's parsers here.
const kinds: Record<SourceKind, true> = {
  official_record: true,
  dataset: true,
  study: true,
  news_report: true,
  interview: true,
  statement: true,
  social_post: true,
  media: true,
  document: true,
  own_reporting: true,
  other: true,
}
export const kindNames = Object.keys(kinds) as SourceKind[]

export interface SourceFieldsProps {
  typed: TypedSource
  onType: (typed: TypedSource) => void
  /** Messages by field. */
  errors: Record<string, string>
  onFile: AttachFileProps["onMove"]
  focus: "take" | "leave"
}

export function SourceFields({ typed, onType, errors, onFile, focus }: SourceFieldsProps) {
  const t = useTranslations("source")
  const field = (name: "title" | "url" | "publisher" | "author" | "publishedOn") => ({
    label: t(name),
    value: typed[name],
    ...(errors[name] && { error: errors[name] }),
    onChange: (event: { target: { value: string } }) => onType({ ...typed, [name]: event.target.value }),
  })
  const check = (name: "primary" | "confidential") => ({
    checked: typed[name] === "yes",
    onChange: (event: { target: { checked: boolean } }) =>
      onType({ ...typed, [name]: event.target.checked ? "yes" : "no" }),
  })
  return (
    <>
      <TextField {...field("title")} required maxLength={500} autoFocus={focus === "take"} />
      <TextField {...field("url")} type="url" inputMode="url" placeholder="https://" maxLength={2000} />
      <AttachFile
        label={t("file.label")}
        file={typed.file ?? null}
        error={errors.fileId}
        onAttach={(file) => onType(withFile(typed, file))}
        onMove={onFile}
      />
      <Select
        label={t("kindLabel")}
        value={typed.kind}
        options={kindNames.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChoose={(kind) => onType({ ...typed, kind })}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField {...field("publisher")} maxLength={300} />
        <TextField {...field("author")} maxLength={300} />
      </div>
      <TextField {...field("publishedOn")} type="date" />
      <Checkbox label={t("primaryLabel")} hint={t("primaryHint")} {...check("primary")} />
      <Checkbox label={t("confidentialLabel")} hint={t("confidentialHint")} {...check("confidential")} />
    </>
  )
}
