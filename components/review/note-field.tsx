"use client"
/** The reviewer's note: needed for changes, welcome with an approval. Esc goes back to the single keys. */
import { useTranslations } from "next-intl"
import { TextArea } from "@/components/ui/text-field"
import type { Decision } from "./use-decision"

export interface NoteFieldProps extends Pick<Decision, "note" | "noteField" | "wrong"> {
  rows: number
}

export function NoteField({ note, noteField, wrong, rows }: NoteFieldProps) {
  const t = useTranslations("review")
  return (
    <TextArea
      ref={noteField}
      rows={rows}
      className="scroll-mb-40"
      maxLength={10_000}
      label={t("note")}
      placeholder={t("notePlaceholder")}
      error={wrong ?? undefined}
      value={note.value}
      onChange={(event) => note.type(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.currentTarget.blur()
      }}
    />
  )
}
