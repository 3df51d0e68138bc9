"use client"
/** Stance, place, excerpt and note: what a source says for this claim. */
import { useTranslations } from "next-intl"
import type { ClipboardEvent } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { TextArea, TextField } from "@/components/ui/text-field"
import { carriedIn } from "./carried-place"
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
  const announce = useAnnounce()
  const field = (name: "locator" | "excerpt" | "note") => ({
    label: t(name),
    value: typed[name],
    ...(errors[name] && { error: errors[name] }),
    onChange: (event: { target: { value: string } }) => onType({ ...typed, [name]: event.target.value }),
  })
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const carried = carriedIn(event.clipboardData)
    if (!carried) return
    event.preventDefault()
    const { value, selectionStart: start, selectionEnd: end } = event.currentTarget
    const [before, after] = [value.slice(0, start), value.slice(end)]
    // What was typed by hand may say more; it stays beside words that it belongs to.
    const isOther = typed.locator.trim() === "" || `${before}${after}`.trim() === ""
    const locator = isOther ? carried.place : typed.locator
    onType({ ...typed, excerpt: `${before}${carried.words}${after}`, locator })
    announce(t("pasted", { at: locator }))
  }
  return (
    <>
      <StancePicker value={typed.stance} focus={focus} onChoose={(stance) => onType({ ...typed, stance })} />
      <TextField {...field("locator")} hint={t("locatorHint")} maxLength={300} />
      <TextArea {...field("excerpt")} hint={t("excerptHint")} onPaste={paste} className="font-serif text-[0.9375rem]" />
      <TextArea {...field("note")} hint={t("noteHint")} rows={1} />
    </>
  )
}
