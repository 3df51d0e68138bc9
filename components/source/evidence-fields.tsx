"use client"
/** Stance, place, excerpt and note: what a source says for this claim. */
import { useTranslations } from "next-intl"
import { TextArea, TextField } from "@/components/ui/text-field"
import { StancePicker } from "./stance"
import type { TypedEvidence } from "./typed-source"

export interface EvidenceFieldsProps {
  typed: TypedEvidence
  onType: (typed: TypedEvidence) => void
  /** Messages by field. */
  errors: Record<string, string>
  focus: "take" | "leave"
}

export function EvidenceFields({ typed, onType, errors, focus }: EvidenceFieldsProps) {
  const t = useTranslations("source")
  const field = (name: "locator" | "excerpt" | "note") => ({
    label: t(name),
    value: typed[name],
    ...(errors[name] && { error: errors[name] }),
    onChange: (event: { target: { value: string } }) => onType({ ...typed, [name]: event.target.value }),
  })
  return (
    <>
      <StancePicker value={typed.stance} focus={focus} onChoose={(stance) => onType({ ...typed, stance })} />
      <TextField {...field("locator")} hint={t("locatorHint")} maxLength={300} />
      <TextArea {...field("excerpt")} hint={t("excerptHint")} className="font-serif text-[0.9375rem]" />
      <TextArea {...field("note")} hint={t("noteHint")} rows={1} />
    </>
  )
}
