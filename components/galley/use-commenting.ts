"use client"
/** Comments from the text: on the selected words, else on the chosen claim, else on the article. */
import { useTranslations } from "next-intl"
import { useState, type RefObject } from "react"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { StartThread } from "@/lib/domain/comment"
import { can, type ArticleSubject } from "@/lib/domain/policy"
import type { Actor } from "@/lib/domain/workspace"
import type { ClaimEntry } from "./claims-store"
import type { SelectionAct } from "./floating-bar"
import type { Part } from "./galley-context"
import type { SheetHandle } from "./sheet"

/** What is to be commented on, besides a claim; `words` are those that are selected. */
export interface AskedComment {
  about: StartThread["about"]
  words: string
}

export interface Commenting {
  /** Nothing for those who may begin no thread. */
  acts: SelectionAct[]
  asked: AskedComment | null
  onClose: () => void
}

interface CommentingOptions {
  entry: ClaimEntry | null
  article: AnnotatedArticle
  actor: Actor
  subject: ArticleSubject
}

export function useCommenting(
  { entry, article: { revision }, actor, subject }: CommentingOptions,
  sheet: RefObject<SheetHandle | null>,
  goTo: (part: Part) => void,
): Commenting {
  const t = useTranslations("galley")
  const [asked, setAsked] = useState<AskedComment | null>(null)
  const onClose = () => setAsked(null)
  if (!can(actor, "comment.note", subject)) return { acts: [], asked: null, onClose }
  const run = () => {
    const span = sheet.current?.span() ?? null
    if (!span && entry?.standing === "kept") return goTo("comment")
    setAsked({
      about: span ? { revisionId: revision.id, span } : undefined,
      words: span ? revision.text.slice(span.start, span.end) : "",
    })
  }
  return { acts: [{ act: "comment.write", label: t("comment"), run }], asked, onClose }
}
