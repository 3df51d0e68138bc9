"use client"
/** Pasting an article. What is typed stays until it is imported or thrown away. */
import { useTranslations } from "next-intl"
import { useId } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { FormMessage } from "@/components/ui/form-message"
import { TextField } from "@/components/ui/text-field"
import { AlreadyHere } from "./already-here"
import { formatOf } from "./guess-format"
import { KindChoice } from "./kind-choice"
import { PastedText } from "./pasted-text"
import { usePaste, type Paste } from "./use-paste"

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
  const { typed } = paste
  const fetchPage = (address: string) => {
    paste.discard()
    onLink(address)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("pasteTitle")}
      description={t("pasteIntro")}
      size="large"
      actions={<Actions formId={formId} paste={paste} />}
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
        <FormMessage
          beside={paste.there && <AlreadyHere there={paste.there} articles={articles} onOpen={paste.discard} />}
        >
          {paste.message}
        </FormMessage>
        <PastedText
          pasted={typed}
          format={formatOf(typed)}
          error={paste.wrongs.content}
          kept={paste.kept}
          onChange={paste.change}
          page={{ label: t("importPage"), onFetch: fetchPage }}
        />
        <Fields paste={paste} />
      </form>
    </Dialog>
  )
}

function Actions({ formId, paste }: { formId: string; paste: Paste }) {
  const t = useTranslations("import")
  return (
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
