"use client"
/** A pasted article on its way in: kept while it is typed, sent once, opened when it is there. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { toast } from "@/components/ui/toast"
import type { ImportResult } from "@/lib/domain/article"
import { contentOf, formatOf } from "./guess-format"
import { usePasteDraft, type TypedPaste } from "./import-drafts"
import { useNotices } from "./notices"
import { sendPasted, type Pasted, type Sent, type Unanswered } from "./send-import"

export interface Paste {
  typed: TypedPaste
  /** What is typed: nothing, something from before the page was loaded, or from now. */
  kept: "nothing" | "earlier" | "now"
  busy: boolean
  message: string | null
  wrongs: Record<string, string>
  /** The article that this text became before. */
  there: ImportResult | null
  change: (part: Partial<TypedPaste>) => void
  discard: () => void
  submit: (form: HTMLFormElement) => void
}

export interface PasteProps {
  /** Whose paste is kept, by their membership. */
  me: string
  /** Where articles are sent. */
  route: string
  /** The address of the articles; each is below it. */
  articles: string
}

export function usePaste({ me, route, articles }: PasteProps): Paste {
  const t = useTranslations("import")
  const arrive = useArrival(articles)
  const draft = usePasteDraft({ me, articles })
  const [touched, setTouched] = useState<"earlier" | "now">("earlier")
  const [busy, start] = useTransition()
  const [came, setCame] = useState<Came>(NOTHING)
  const typed = draft.value

  const change = (part: Partial<TypedPaste>) => {
    setTouched("now")
    setCame(NOTHING)
    draft.type({ ...typed, ...part })
  }
  const discard = () => {
    setCame(NOTHING)
    draft.drop()
  }
  const submit = (form: HTMLFormElement) => {
    if (busy) return
    if (!typed.text.trim()) {
      setCame({ ...NOTHING, wrongs: { content: t("textMissing") } })
      return focusText(form)
    }
    start(async () => {
      const sent = await sendPasted(route, pastedOf(typed))
      const result = cameOf(sent, (cause) => t(`refusal.${cause}`))
      if (!result.fresh) return setCame(result)
      discard()
      arrive(result.fresh)
    })
  }
  const { message, wrongs, there } = came
  const kept = draft.draft ? touched : "nothing"
  return { typed, kept, busy, message, wrongs, there, change, discard, submit }
}

function pastedOf(typed: TypedPaste): Pasted {
  const { title, kind, url } = typed
  return { content: contentOf(typed), title, kind, url, format: formatOf(typed) }
}

/** Leads to an article that has just come in, and says what was noticed on the way. */
export function useArrival(articles: string): (article: ImportResult) => void {
  const t = useTranslations("import")
  const notice = useNotices()
  const router = useRouter()
  return ({ articleId, title, notices }) => {
    toast.success(t("imported", { title }), { description: notices.map(notice).join(" ") })
    router.push(`${articles}/${articleId}`)
  }
}

/** What came back. */
interface Came {
  message: string | null
  wrongs: Record<string, string>
  there: ImportResult | null
  fresh: ImportResult | null
}

export const NOTHING: Came = { message: null, wrongs: {}, there: null, fresh: null }
const SHOWN = ["content", "title", "url"]

export function cameOf(sent: Sent, words: (cause: Exclude<Unanswered, "stopped">) => string): Came {
  if (sent === "stopped") return NOTHING
  if (typeof sent === "string") return { ...NOTHING, message: words(sent) }
  if (sent.ok) return sent.value.duplicate ? { ...NOTHING, there: sent.value } : { ...NOTHING, fresh: sent.value }
  const { message, fields } = sent.refusal
  const inPlace = Object.keys(fields).some((field) => SHOWN.includes(field))
  return { ...NOTHING, message: inPlace ? null : message, wrongs: fields }
}

function focusText(form: HTMLFormElement): void {
  const field = form.elements.namedItem("content")
  if (field instanceof HTMLElement) field.focus()
}
