"use client"
/** Pasting an article. What is typed stays until it is imported or thrown away. */
import { useTranslations } from "next-intl"
import { useId, useRef } from "react"
import { Button } from "@/components/ui/button"
import { ChoiceGroup } from "@/components/ui/choice-group"
import { Dialog } from "@/components/ui/dialog"
import { TextArea, TextField } from "@/components/ui/text-field"
import { AlreadyHere } from "./already-here"
import { addressIn, formattedIn } from "./guess-format"
import { KindChoice } from "./kind-choice"
import type { PasteFormat } from "./import-drafts"
import { formatOf, usePaste, type Paste } from "./use-paste"

interface PasteDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  me: string
  route: string
  articles: string
  /** The address of a page was pasted, and it is to be fetched instead. */
  onLink: (url: string) => void
}

export default function PasteDialog({ open, onOpenChange, me, route, articles, onLink }: PasteDialogProps) {
  const t = useTranslations("import")
  const formId = useId()
  const paste = usePaste({ me, route, articles })
  const actions = (
    <>
      <Button type="submit" form={formId} look="primary" busy={paste.busy}>
        {paste.busy ? t("submitting") : t("submit")}
      </Button>
      {paste.kept !== "nothing" && (
        <Button look="quiet" onClick={paste.discard}>
          {t("discard")}
        </Button>
      )}
    </>
  )
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("pasteTitle")}
      description={t("pasteIntro")}
      size="large"
      actions={actions}
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4 pb-1"
        onSubmit={(event) => {
          event.preventDefault()
          paste.submit(event.currentTarget)
        }}
      >
        <div role="alert" className="empty:-mb-4">
          {paste.message && (
            <p className="rounded-lg border-l-3 border-false bg-false-soft px-3 py-2 text-ui font-medium text-false">
              {paste.message}
            </p>
          )}
          {paste.there && <AlreadyHere there={paste.there} articles={articles} onOpen={paste.discard} />}
        </div>
        <Text paste={paste} onLink={onLink} />
        <Fields paste={paste} />
      </form>
    </Dialog>
  )
}

/** The words, and what they are read as. Of what is formatted, too, nothing but the words is ever drawn. */
function Text({ paste, onLink }: { paste: Paste; onLink: (url: string) => void }) {
  const t = useTranslations("import")
  const { typed, wrongs, change } = paste
  const { text, html } = typed
  const formatted = useRef<string | null>(null)
  const format = formatOf(typed)
  const formats: PasteFormat[] = html === null ? ["text", "markdown"] : ["html", "text", "markdown"]
  return (
    <>
      <TextArea
        name="content"
        label={t("text")}
        value={text}
        rows={9}
        error={wrongs.content}
        hint={paste.kept === "earlier" ? t("textKept") : undefined}
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
      <PageInstead
        text={text}
        onLink={(address) => {
          paste.discard()
          onLink(address)
        }}
      />
      <ChoiceGroup
        label={t("format")}
        value={format}
        onChoose={(chosen) => change({ format: chosen })}
        options={formats.map((value) => ({ value, label: t(`formats.${value}`) }))}
        hint={text && (!typed.format || format === "html") ? t(`guessed.${format}`) : undefined}
      />
    </>
  )
}

/** Offers to fetch a page where its address was pasted. */
function PageInstead({ text, onLink }: { text: string; onLink: (url: string) => void }) {
  const t = useTranslations("import")
  const address = addressIn(text)
  if (!address) return null
  return (
    <p className="flex flex-wrap items-center gap-3 rounded-lg border-l-3 border-review bg-review-soft px-3 py-2 text-ui">
      {t("isAddress")}
      <Button size="small" onClick={() => onLink(address)}>
        {t("importPage")}
      </Button>
    </p>
  )
}

function Fields({ paste: { typed, wrongs, change } }: { paste: Paste }) {
  const t = useTranslations("import")
  return (
    <>
      <TextField
        name="title"
        label={t("articleTitle")}
        hint={t("titleHint")}
        value={typed.title}
        error={wrongs.title}
        maxLength={500}
        onChange={(event) => change({ title: event.target.value })}
      />
      {typed.url && (
        <TextField
          name="url"
          type="url"
          label={t("source")}
          value={typed.url}
          error={wrongs.url}
          maxLength={2000}
          onChange={(event) => change({ url: event.target.value })}
        />
      )}
      <KindChoice value={typed.kind} onChoose={(kind) => change({ kind })} />
    </>
  )
}
