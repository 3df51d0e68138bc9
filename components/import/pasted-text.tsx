"use client"
/** Words that are pasted, and what they are read as. Of what is formatted, too, nothing but the words is ever drawn. */
import { useTranslations } from "next-intl"
import { useRef } from "react"
import { Button } from "@/components/ui/button"
import { ChoiceGroup } from "@/components/ui/choice-group"
import { TextArea } from "@/components/ui/text-field"
import { addressIn, formattedIn } from "./guess-format"
import type { PasteFormat, Pasting } from "./import-drafts"

export interface PastedTextProps {
  pasted: Pasting
  /** What it is read as. */
  format: PasteFormat
  error: string | undefined
  kept: "nothing" | "earlier" | "now"
  onChange: (part: Partial<Pasting>) => void
  /** Where an address was pasted, which may be meant for its page; null where no page can be fetched. */
  page: { label: string; onFetch: (address: string) => void } | null
}

export function PastedText({ pasted, format, error, kept, onChange, page }: PastedTextProps) {
  const t = useTranslations("import")
  const { text, html } = pasted
  const formatted = useRef<string | null>(null)
  const formats: PasteFormat[] = html === null ? ["text", "markdown"] : ["html", "text", "markdown"]
  const address = page && addressIn(text)
  return (
    <>
      <TextArea
        name="content"
        label={t("text")}
        value={text}
        rows={9}
        error={error}
        hint={kept === "earlier" ? t("textKept") : undefined}
        onPaste={({ clipboardData, currentTarget: { selectionStart, selectionEnd, value } }) => {
          // Formatted text that is put among other words would be theirs no more.
          const isAll = value.trim() === "" || (selectionStart === 0 && selectionEnd === value.length)
          formatted.current = isAll ? formattedIn(clipboardData) : null
        }}
        onChange={(event) => {
          onChange({ text: event.target.value, html: formatted.current, ...(formatted.current && { format: null }) })
          formatted.current = null
        }}
        className="max-h-[45dvh] min-h-48 overflow-y-auto font-serif text-base leading-relaxed"
      />
      {address && (
        <p className="flex flex-wrap items-center gap-3 rounded-lg border-l-3 border-review bg-review-soft px-3 py-2 text-ui">
          {t("isAddress")}
          <Button size="small" onClick={() => page.onFetch(address)}>
            {page.label}
          </Button>
        </p>
      )}
      <ChoiceGroup
        label={t("format")}
        value={format}
        onChoose={(chosen) => onChange({ format: chosen })}
        options={formats.map((value) => ({ value, label: t(`formats.${value}`) }))}
        hint={text && (!pasted.format || format === "html") ? t(`guessed.${format}`) : undefined}
      />
    </>
  )
}
