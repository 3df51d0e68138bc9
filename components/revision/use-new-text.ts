"use client"
/** A text on its way in: kept while it is typed, sent once; a refusal says why and loses nothing. */
import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { unreadable } from "@/components/import/batch"
import { guessFormat } from "@/components/import/guess-format"
import { useDraft } from "@/components/ui/use-draft"
import { guessHead } from "./guess-head"
import { sendText } from "./send-text"

interface Typed {
  text: string
  /** Null while it is guessed. */
  format: "text" | "markdown" | null
  head: "keep" | "read" | null
}

const BLANK: Typed = { text: "", format: null, head: null }

export interface NewTextProps<Value> {
  /** Where what is typed is kept, beginning with whose it is. */
  draftKey: string
  route: string
  article: { title: string }
  /** The revision that whoever sends it has seen. */
  baseId: string
  onDone: (value: Value) => void
}

export function useNewText<Value>({ draftKey, route, article, baseId, onDone }: NewTextProps<Value>) {
  const t = useTranslations("import")
  const draft = useDraft<Typed>(draftKey, BLANK)
  const [touched, setTouched] = useState<"earlier" | "now">("earlier")
  const [file, setFile] = useState<File | null>(null)
  const [busy, start] = useTransition()
  const [wrong, setWrong] = useState<{ message?: string; content?: string }>({})
  const typed = draft.value
  const read = {
    format: typed.format ?? guessFormat(typed.text),
    head: typed.head ?? guessHead(typed.text, article.title),
  }

  const change = (part: Partial<Typed>) => {
    setTouched("now")
    setWrong({})
    draft.type({ ...typed, ...part })
  }
  const choose = (chosen: File | null) => {
    const why = chosen && unreadable(chosen)
    setWrong(why ? { message: t(`refusal.${why}`) } : {})
    setFile(why ? null : chosen)
  }
  const submit = () => {
    if (busy) return
    if (!file && !typed.text.trim()) return setWrong({ content: t("textMissing") })
    start(async () => {
      const sent = await sendText<Value>(route, file ? { file } : { content: typed.text, ...read }, baseId)
      if (sent === "stopped") return
      if (typeof sent === "string") return setWrong({ message: t(`refusal.${sent}`) })
      if (!sent.ok) return setWrong(refusedBy(sent.refusal))
      if (!file) draft.drop()
      onDone(sent.value)
    })
  }
  const kept = draft.draft ? touched : "nothing"
  return { typed, read, file, busy, wrong, kept, change, choose, submit, discard: draft.drop }
}

export type NewText = ReturnType<typeof useNewText>

function refusedBy({ message, fields }: { message: string; fields: Record<string, string> }) {
  return fields.content ? { content: fields.content } : { message: fields.file ?? message }
}
