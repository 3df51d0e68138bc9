"use client"
/** Where a text for an article comes from: a file, the page at an address, or words that are pasted. */
import { useTranslations } from "next-intl"
import { useRef } from "react"
import { ENDINGS } from "@/components/import/batch"
import { PastedText } from "@/components/import/pasted-text"
import { Button } from "@/components/ui/button"
import { ChoiceGroup } from "@/components/ui/choice-group"
import { TextField } from "@/components/ui/text-field"
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
  const t = useTranslations("revise")
  const { typed, read, wrong, kept, change } = text
  const fetchPage = (url: string) => change({ url, text: "", html: null })
  return (
    <>
      <PastedText
        pasted={typed}
        format={read.format}
        error={wrong.content}
        kept={kept}
        onChange={change}
        page={fetches === "may" ? { label: t("page.fetch"), onFetch: fetchPage } : null}
      />
      <ChoiceGroup
        label={t("head.label")}
        value={read.head}
        onChoose={(head) => change({ head })}
        options={[
          { value: "read", label: t("head.read") },
          { value: "keep", label: t("head.keep"), hint: t("head.keepHint", { title }) },
        ]}
        hint={typed.text && !typed.head ? t(`head.guessed.${read.head}`) : undefined}
      />
    </>
  )
}
