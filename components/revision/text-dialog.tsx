"use client"
/** A text for an article, pasted or from a file: to take its place, or for a last look before it goes out. */
import { useTranslations } from "next-intl"
import { useId, useRef } from "react"
import { ENDINGS } from "@/components/import/batch"
import { Button } from "@/components/ui/button"
import { ChoiceGroup } from "@/components/ui/choice-group"
import { Dialog } from "@/components/ui/dialog"
import type { Closing } from "@/components/ui/late"
import { TextArea } from "@/components/ui/text-field"
import { useNewText, type NewText } from "./use-new-text"

export interface TextDialogProps<Value> extends Closing {
  purpose: "revise" | "finalCheck"
  /** Whose text is kept, by their membership. */
  me: string
  article: { id: string; title: string }
  baseId: string
  route: string
  onDone: (value: Value) => void
}

export function TextDialog<Value>({ purpose, me, onClose, onDone, ...about }: TextDialogProps<Value>) {
  const t = useTranslations(purpose)
  const formId = useId()
  const done = (value: Value) => {
    onClose()
    onDone(value)
  }
  const text = useNewText<Value>({ ...about, draftKey: `${me}:${purpose}:${about.article.id}`, onDone: done })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      busy={text.busy}
      title={t("title")}
      description={t("intro")}
      size="large"
      actions={<Actions {...{ purpose, formId, text }} />}
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4 pb-1"
        onSubmit={(event) => {
          event.preventDefault()
          text.submit()
        }}
      >
        <div role="alert" className="empty:-mb-4">
          {text.wrong.message && (
            <p className="rounded-lg border-l-3 border-false bg-false-soft px-3 py-2 text-ui font-medium text-false">
              {text.wrong.message}
            </p>
          )}
        </div>
        <FilePicker text={text} />
        {!text.file && <Pasting text={text} title={about.article.title} />}
      </form>
    </Dialog>
  )
}

interface ActionsProps {
  purpose: "revise" | "finalCheck"
  formId: string
  text: Pick<NewText, "busy" | "kept" | "discard">
}

function Actions({ purpose, formId, text }: ActionsProps) {
  const t = useTranslations(purpose)
  const shared = useTranslations("import")
  return (
    <>
      <Button type="submit" form={formId} look="primary" busy={text.busy}>
        {text.busy ? t("sending") : t("send")}
      </Button>
      {text.kept !== "nothing" && (
        <Button look="quiet" onClick={text.discard}>
          {shared("discard")}
        </Button>
      )}
    </>
  )
}

type Shown = Pick<NewText, "typed" | "read" | "file" | "wrong" | "kept" | "change" | "choose">

function FilePicker({ text: { file, choose } }: { text: Shown }) {
  const t = useTranslations("revise.file")
  const picker = useRef<HTMLInputElement>(null)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Button size="small" onClick={() => picker.current?.click()}>
        {t(file ? "other" : "choose")}
      </Button>
      {file ? (
        <>
          <span className="min-w-0 text-ui font-semibold break-all">{file.name}</span>
          <Button size="small" look="quiet" onClick={() => choose(null)}>
            {t("remove")}
          </Button>
        </>
      ) : (
        <span className="text-xs text-ink-3">{t("orPaste")}</span>
      )}
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

function Pasting({ text, title }: { text: Shown; title: string }) {
  const t = useTranslations("revise.head")
  const shared = useTranslations("import")
  const { typed, read, wrong, kept, change } = text
  const formats = ["text", "markdown"] as const
  return (
    <>
      <TextArea
        name="content"
        label={shared("text")}
        value={typed.text}
        rows={9}
        error={wrong.content}
        hint={kept === "earlier" ? shared("textKept") : undefined}
        onChange={(event) => change({ text: event.target.value })}
        className="max-h-[45dvh] min-h-48 overflow-y-auto font-serif text-base leading-relaxed"
      />
      <ChoiceGroup
        label={shared("format")}
        value={read.format}
        onChoose={(format) => change({ format })}
        options={formats.map((value) => ({ value, label: shared(`formats.${value}`) }))}
        hint={typed.text && !typed.format ? shared(`guessed.${read.format}`) : undefined}
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
