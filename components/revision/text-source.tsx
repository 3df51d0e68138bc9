"use client"
/** Where a text for an article comes from: a file, the page at an address, or words that are pasted. */
import { useTranslations } from "next-intl"
import { useRef } from "react"
import { ENDINGS } from "@/components/import/batch"
import { addressIn, formattedIn } from "@/components/import/guess-format"
import type { PasteFormat } from "@/components/import/import-drafts"
import { Button } from "@/components/ui/button"
import { ChoiceGroup } from "@/components/ui/choice-group"
import { TextArea, TextField } from "@/components/ui/text-field"
import type { NewText } from "./use-new-text"

export type Shown = Pick<NewText, "typed" | "read" | "file" | "wrong" | "kept" | "change" | "choose">

export interface TextSourceProps {
  text: Shown
  /** The title of the article. */
  title: string
  /** Whether Stet may be sent out for a page. */
  fetches: "may" | "not"
}

export function TextSource({ text, title, fetches }: TextSourceProps) {
  const { file, typed } = text
  return (
    <>
      <Ways text={text} fetches={fetches} />
      {!file && (typed.url === null ? <Pasting {...{ text, title, fetches }} /> : <Page text={text} />)}
    </>
  )
}

function Ways({ text: { file, typed, choose, change }, fetches }: Omit<TextSourceProps, "title">) {
  const t = useTranslations("revise.file")
  const page = useTranslations("revise.page")
  const picker = useRef<HTMLInputElement>(null)
  const isPage = !file && typed.url !== null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Button size="small" onClick={() => picker.current?.click()}>
        {t(file ? "other" : "choose")}
      </Button>
      {fetches === "may" && !file && !isPage && (
        <Button size="small" onClick={() => change({ url: "" })}>
          {page("choose")}
        </Button>
      )}
      {file && (
        <>
          <span className="min-w-0 text-ui font-semibold break-all">{file.name}</span>
          <Button size="small" look="quiet" onClick={() => choose(null)}>
            {t("remove")}
          </Button>
        </>
      )}
      {isPage && (
        <Button size="small" onClick={() => change({ url: null })}>
          {page("paste")}
        </Button>
      )}
      {!file && !isPage && <span className="text-xs text-ink-3">{t("orPaste")}</span>}
      <input
        ref={picker}
        type="file"
        hidden
        accept={ENDINGS.join(",")}
        aria-label={t("label")}
        onChange={(event) => {
          choose(event.target.files?.[0] ?? null)
          // The same file again must count as a change.
          event.target.value = ""
        }}
      />
    </div>
  )
}

function Page({ text: { typed, wrong, change } }: { text: Shown }) {
  const t = useTranslations("revise.page")
  return (
    <TextField
      name="url"
      type="url"
      inputMode="url"
      autoComplete="off"
      autoFocus
      label={t("address")}
      hint={t("hint")}
      error={wrong.url && `${wrong.url} ${t("orPaste")}`}
      value={typed.url ?? ""}
      maxLength={2000}
      onChange={(event) => change({ url: event.target.value })}
    />
  )
}

function Pasting({ text, title, fetches }: TextSourceProps) {
  const t = useTranslations("revise.head")
  const shared = useTranslations("import")
  const { typed, read, wrong, kept, change } = text
  const formatted = useRef<string | null>(null)
  const formats: PasteFormat[] = typed.html === null ? ["text", "markdown"] : ["html", "text", "markdown"]
  return (
    <>
      <TextArea
        name="content"
        label={shared("text")}
        value={typed.text}
        rows={9}
        error={wrong.content}
        hint={kept === "earlier" ? shared("textKept") : undefined}
        onPaste={({ clipboardData, currentTarget: { selectionStart, selectionEnd, value } }) => {
          // Formatted text that is put among other words would be theirs no more.
          const isAll = value.trim() === "" || (selectionStart === 0 && selectionEnd === value.length)
          formatted.current = isAll ? formattedIn(clipboardData) : null
        }}
        onChange={(event) => {
          change({ text: event.target.value, html: formatted.current, ...(formatted.current && { format: null }) })
          formatted.current = null
        }}
        className="max-h-[45dvh] min-h-48 overflow-y-auto font-serif text-base leading-relaxed"
      />
      {fetches === "may" && <PageInstead text={typed.text} onFetch={(url) => change({ url, text: "", html: null })} />}
      <ChoiceGroup
        label={shared("format")}
        value={read.format}
        onChoose={(format) => change({ format })}
        options={formats.map((value) => ({ value, label: shared(`formats.${value}`) }))}
        hint={typed.text && (!typed.format || read.format === "html") ? shared(`guessed.${read.format}`) : undefined}
      />
      <ChoiceGroup
        label={t("label")}
        value={read.head}
        onChoose={(head) => change({ head })}
        options={[
          { value: "read", label: t("read") },
          { value: "keep", label: t("keep"), hint: t("keepHint", { title }) },
        ]}
        hint={typed.text && !typed.head ? t(`guessed.${read.head}`) : undefined}
      />
    </>
  )
}

/** Offers to fetch a page where its address was pasted. */
function PageInstead({ text, onFetch }: { text: string; onFetch: (url: string) => void }) {
  const t = useTranslations("import")
  const page = useTranslations("revise.page")
  const address = addressIn(text)
  if (!address) return null
  return (
    <p className="flex flex-wrap items-center gap-3 rounded-lg border-l-3 border-review bg-review-soft px-3 py-2 text-ui">
      {t("isAddress")}
      <Button size="small" onClick={() => onFetch(address)}>
        {page("fetch")}
      </Button>
    </p>
  )
}
