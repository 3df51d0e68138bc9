"use client"
/** Importing the article of a page. What goes wrong is said with its step, and the text can be pasted instead. */
import { useTranslations } from "next-intl"
import { useId, useState, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { FormMessage } from "@/components/ui/form-message"
import { TextField } from "@/components/ui/text-field"
import { AlreadyHere } from "./already-here"
import { addressIn } from "./guess-format"
import { useLinkDraft, type TypedLink } from "./import-drafts"
import { KindChoice } from "./kind-choice"
import { sendLink } from "./send-import"
import { cameOf, NOTHING, useArrival } from "./use-paste"

interface LinkDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  me: string
  route: string
  articles: string
  /** Its text is to be pasted instead. */
  onPaste: (url: string) => void
}

export default function LinkDialog({ open, onOpenChange, onPaste, ...place }: LinkDialogProps) {
  const t = useTranslations("import")
  const formId = useId()
  const link = useLink(place)
  const { typed, busy, came, change } = link
  const wrong = came.wrongs.url ?? came.message
  const there = came.there && (
    <AlreadyHere there={came.there} articles={place.articles} onOpen={link.discard} what="page" />
  )
  const actions = (
    <>
      <Button type="submit" form={formId} look="primary" busy={busy}>
        {busy ? t("linkFetching") : t("submit")}
      </Button>
      {wrong && addressIn(typed.url) && (
        <Button title={t("linkPasteHint")} onClick={() => onPaste(typed.url.trim())}>
          {t("linkPaste")}
        </Button>
      )}
    </>
  )
  return (
    <Dialog {...{ open, onOpenChange, busy, actions }} title={t("linkTitle")} description={t("linkIntro")}>
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4 pb-1"
        onSubmit={(event) => {
          event.preventDefault()
          link.submit(event.currentTarget)
        }}
      >
        <FormMessage beside={there}>{wrong}</FormMessage>
        <TextField
          name="url"
          type="url"
          inputMode="url"
          autoComplete="off"
          label={t("linkAddress")}
          value={typed.url}
          maxLength={2000}
          aria-invalid={wrong ? true : undefined}
          onChange={(event) => change({ url: event.target.value })}
        />
        <KindChoice value={typed.kind} onChoose={(kind) => change({ kind })} />
      </form>
    </Dialog>
  )
}

function useLink({ me, route, articles }: Pick<LinkDialogProps, "me" | "route" | "articles">) {
  const t = useTranslations("import")
  const arrive = useArrival(articles)
  const draft = useLinkDraft({ me, articles })
  const [busy, start] = useTransition()
  const [came, setCame] = useState(NOTHING)
  const typed = draft.value
  const change = (part: Partial<TypedLink>) => {
    setCame(NOTHING)
    draft.type({ ...typed, ...part })
  }
  const discard = () => {
    setCame(NOTHING)
    draft.drop()
  }
  const submit = (form: HTMLFormElement) => {
    if (busy) return
    if (!addressIn(typed.url)) {
      setCame({ ...NOTHING, message: t("linkMissing") })
      return focusAddress(form)
    }
    start(async () => {
      const result = cameOf(await sendLink(route, typed), (cause) => t(`refusal.${cause}`))
      setCame(result)
      if (!result.fresh) return
      discard()
      arrive(result.fresh)
    })
  }
  return { typed, busy, came, change, discard, submit }
}

function focusAddress(form: HTMLFormElement): void {
  const field = form.elements.namedItem("url")
  if (field instanceof HTMLElement) field.focus()
}
