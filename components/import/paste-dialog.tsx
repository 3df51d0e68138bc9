"use client"
/** Pasting an article. What is typed stays until it is imported or thrown away. */
import { useTranslations } from "next-intl"
import { useId } from "react"
import { Button } from "@/components/ui/button"
import { ChoiceGroup } from "@/components/ui/choice-group"
import { Dialog } from "@/components/ui/dialog"
import { TextArea, TextField } from "@/components/ui/text-field"
import type { ArticleKind, ImportFormat } from "@/lib/domain/article"
import { AlreadyHere } from "./already-here"
import { guessFormat } from "./guess-format"
import { usePaste, type Paste } from "./use-paste"

interface PasteDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  me: string
  route: string
  articles: string
}

export default function PasteDialog({ open, onOpenChange, me, route, articles }: PasteDialogProps) {
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
        <Fields paste={paste} />
      </form>
    </Dialog>
  )
}

function Fields({ paste }: { paste: Paste }) {
  const t = useTranslations("import")
  const { typed, wrongs, change } = paste
  const { text, format } = typed
  const guessed = guessFormat(text)
  const formats: ImportFormat[] = ["text", "markdown"]
  const kinds: ArticleKind[] = ["factcheck", "copy"]
  return (
    <>
      <TextArea
        name="content"
        label={t("text")}
        value={text}
        rows={9}
        error={wrongs.content}
        hint={paste.kept === "earlier" ? t("textKept") : undefined}
        onChange={(event) => change({ text: event.target.value })}
        className="max-h-[45dvh] min-h-48 overflow-y-auto font-serif text-base leading-relaxed"
      />
      <ChoiceGroup
        label={t("format")}
        value={format ?? guessed}
        onChoose={(format) => change({ format })}
        options={formats.map((value) => ({ value, label: t(`formats.${value}`) }))}
        hint={text && !format ? t(`guessed.${guessed}`) : undefined}
      />
      <TextField
        name="title"
        label={t("articleTitle")}
        hint={t("titleHint")}
        value={typed.title}
        error={wrongs.title}
        maxLength={500}
        onChange={(event) => change({ title: event.target.value })}
      />
      <ChoiceGroup
        label={t("kind")}
        value={typed.kind}
        onChoose={(kind) => change({ kind })}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`), hint: t(`kindHints.${value}`) }))}
      />
    </>
  )
}
