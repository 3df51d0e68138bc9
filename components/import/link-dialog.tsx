"use client"
/** Importing the article of a page. What goes wrong is said with its step, and the text can be pasted instead. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useId, useState, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { TextField } from "@/components/ui/text-field"
import { toast } from "@/components/ui/toast"
import { AlreadyHere } from "./already-here"
import { addressIn } from "./guess-format"
import { useLinkDraft, type TypedLink } from "./import-drafts"
import { KindChoice } from "./kind-choice"
import { useNotices } from "./notices"
import { sendLink } from "./send-import"
import { cameOf, NOTHING, type Came } from "./use-paste"

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
        <Outcome came={came} wrong={wrong} articles={place.articles} onOpen={link.discard} />
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

interface OutcomeProps {
  came: Came
  wrong: string | null
  articles: string
  onOpen: () => void
}

function Outcome({ came: { there }, wrong, articles, onOpen }: OutcomeProps) {
  return (
    <div role="alert" className="empty:-mb-4">
      {wrong && (
        <p className="rounded-lg border-l-3 border-false bg-false-soft px-3 py-2 text-ui font-medium wrap-anywhere text-false">
          {wrong}
        </p>
      )}
      {there && <AlreadyHere {...{ there, articles, onOpen }} what="page" />}
    </div>
  )
}

function useLink({ me, route, articles }: Pick<LinkDialogProps, "me" | "route" | "articles">) {
  const t = useTranslations("import")
  const notice = useNotices()
  const router = useRouter()
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
      toast.success(t("imported", { title: result.fresh.title }), {
        description: result.fresh.notices.map(notice).join(" "),
      })
      router.push(`${articles}/${result.fresh.articleId}`)
    })
  }
  return { typed, busy, came, change, discard, submit }
}

function focusAddress(form: HTMLFormElement): void {
  const field = form.elements.namedItem("url")
  if (field instanceof HTMLElement) field.focus()
}
