"use client"
/** Another text of an article that is open: shown at once, but for whoever is in the middle of the one before. */
import { useEffect, useState } from "react"
import { isAtWork, isReading, onRest } from "./at-work"

interface Texted {
  revision: { id: string; createdBy: { id: string } | null }
}

export interface HeldText<Article> {
  article: Article
  /** What is shown instead of what was sent, until its reader is done with it. */
  held: "held" | "not"
  /** Shows what was sent now. */
  show: () => void
}

/** `reader` is the id of their membership: what they bring themselves is what they wait for. */
export function useHeldText<Article extends Texted>(sent: Article, reader: string): HeldText<Article> {
  const [article, setArticle] = useState(sent)
  const isOther = sent.revision.id !== article.revision.id && sent.revision.createdBy?.id !== reader
  if (!isOther && article !== sent) setArticle(sent)
  useEffect(() => {
    if (!isOther) return
    const showIfDone = () => {
      if (!isAtWork() && !isReading()) setArticle(sent)
    }
    showIfDone()
    return onRest(showIfDone)
  }, [isOther, sent])
  return { article: isOther ? article : sent, held: isOther ? "held" : "not", show: () => setArticle(sent) }
}
