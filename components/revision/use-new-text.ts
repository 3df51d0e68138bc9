"use client"
/** A text on its way in: kept while it is typed, sent once; a refusal says why and loses nothing. */
import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { unreadable } from "@/components/import/batch"
import { addressIn, contentOf, formatOf } from "@/components/import/guess-format"
import type { Pasting } from "@/components/import/import-drafts"
import { draftAt } from "@/components/ui/drafts"
import { useDraft } from "@/components/ui/use-draft"
import type { RefusalView } from "@/lib/domain/answer"
import type { AcceptedChanges, TrackedChange } from "@/lib/domain/import"
import { newerTextIn, undecidedIn } from "@/lib/domain/text-conflict"
import { guessHead } from "./guess-head"
import { sendText, type GivenText } from "./send-text"

export interface TypedText extends Pasting {
  /** Null while it is guessed. */
  head: "keep" | "read" | null
  /** The address of a page that is to be fetched; null where the text itself is given. */
  url: string | null
}

export const BLANK: TypedText = { text: "", format: null, head: null, html: null, url: null }

/** A text by its id and its number. */
interface Numbered {
  id: string
  number: number
}

export interface NewTextProps<Value> {
  /** Where what is typed is kept, beginning with whose it is. */
  draftKey: string
  route: string
  article: { title: string }
  /** The revision that whoever sends it has seen. */
  base: Numbered
  onDone: (value: Value) => void
}

/** What was wrong with it: as a whole, or at one field. */
interface Wrong {
  message?: string | undefined
  content?: string | undefined
  url?: string | undefined
}

export function useNewText<Value>({ draftKey, route, article, base, onDone }: NewTextProps<Value>) {
  const t = useTranslations("import")
  const draft = useDraft<TypedText>(draftKey, BLANK)
  const [touched, setTouched] = useState<"earlier" | "now">("earlier")
  const [file, setFile] = useState<File | null>(null)
  const [busy, start] = useTransition()
  const [wrong, setWrong] = useState<Wrong>({})
  const [undecided, setUndecided] = useState<TrackedChange[] | null>(null)
  const [came, setCame] = useState<{ first: Numbered; over: string } | null>(null)
  // What somebody else brought meanwhile: who has been told of it has seen it.
  const newer = came?.over === base.id ? came.first : null
  // Drafts of before may lack what has been added since.
  const typed = { ...BLANK, ...draft.value }
  const read = readAs(typed, article.title)

  const change = (part: Partial<TypedText>) => {
    setTouched("now")
    setWrong({})
    draft.type({ ...typed, ...part })
  }
  const choose = (chosen: File | null) => {
    const why = chosen && unreadable(chosen)
    setWrong(why ? { message: t(`refusal.${why}`) } : {})
    setFile(why ? null : chosen)
  }
  const refused = ({ message, fields, current }: RefusalView) => {
    const [first, changes] = [newerTextIn(current), undecidedIn(current)]
    if (first) setCame({ first, over: base.id })
    setUndecided(changes)
    if (!changes) setWrong(wrongOf(message, fields))
  }
  const submit = (accepted?: AcceptedChanges) => {
    if (busy) return
    setUndecided(null)
    const missing = file ? null : missingIn(typed)
    if (missing) return setWrong({ [missing]: t(missing === "url" ? "linkMissing" : "textMissing") })
    const sentAs = draftAt<TypedText>(draftKey)
    start(async () => {
      const given: GivenText = file ? { file, accepted } : givenOf(typed, read)
      const sent = await sendText<Value>(route, given, (newer ?? base).id)
      if (sent === "stopped") return
      if (typeof sent === "string") return setWrong({ message: t(`refusal.${sent}`) })
      if (!sent.ok) return refused(sent.refusal)
      // What was typed since it was sent is not in it.
      if (!file && draftAt(draftKey) === sentAs) draft.drop()
      onDone(sent.value)
    })
  }
  const kept: "nothing" | "earlier" | "now" = draft.draft ? touched : "nothing"
  const leave = () => setUndecided(null)
  const refuse = (message: string) => setWrong({ message })
  const acts = { change, choose, refuse, submit, leave, discard: draft.drop }
  return { typed, read, file, busy, wrong, kept, newer, undecided, ...acts }
}

export type NewText = ReturnType<typeof useNewText>

/** How what is typed is to be read: as somebody chose, or as it looks. */
function readAs(typed: TypedText, title: string) {
  return { format: formatOf(typed), head: typed.head ?? guessHead(typed.text, title) }
}

function missingIn({ text, url }: TypedText): "url" | "content" | null {
  if (url !== null) return addressIn(url) ? null : "url"
  return text.trim() ? null : "content"
}

function givenOf(typed: TypedText, read: ReturnType<typeof readAs>): GivenText {
  if (typed.url !== null) return { url: typed.url.trim() }
  return { content: contentOf(typed), ...read }
}

function wrongOf(message: string, { content, url, file }: Record<string, string>): Wrong {
  return content || url ? { content, url } : { message: file ?? message }
}
