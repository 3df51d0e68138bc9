"use client"
/** The reviewer's note: needed for changes, welcome with an approval. Esc goes back to the single keys. */
import { useTranslations } from "next-intl"
import type { RefObject } from "react"
import { TextArea } from "@/components/ui/text-field"
import type { DraftState } from "@/components/ui/use-draft"

export interface NoteFieldProps {
  note: DraftState<string>
  field: RefObject<HTMLTextAreaElement | null>
  wrong: string | null
  onLeave: () => void
}

export function NoteField({ note, field, wrong, onLeave }: NoteFieldProps) {
  const t = useTranslations("reviews")
  return (
    <TextArea
      ref={field}
      className="min-h-20 scroll-mb-40"
      maxLength={10_000}
      label={t("yourNote")}
      placeholder={t("notePlaceholder")}
      error={wrong && !note.value.trim() ? wrong : undefined}
      value={note.value}
      onChange={(event) => note.type(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") onLeave()
      }}
    />
  )
}
