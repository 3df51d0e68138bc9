"use client"
/** Another text of an article that is open: shown at once, but for whoever is in the middle of the one before. */
import { useEffect, useState } from "react"
import { isAtWork, isReading, onRest } from "./at-work"
import { onShowHeld } from "./held-text"

interface Texted {
  revision: { id: string; createdBy: { id: string } | null }
}

export interface HeldText<Article> {
  article: Article
  /** It is shown instead of what was sent, until its reader is done with it, or asks for the other. */
  held: "held" | "not"
}

/** `reader` is the id of their membership: what they bring themselves is what they wait for. */
export function useHeldText<Article extends Texted>(sent: Article, reader: string): HeldText<Article> {
  const [article, setArticle] = useState(sent)
  const [asked, setAsked] = useState<"asked" | "not">("not")
  const isOther = sent.revision.id !== article.revision.id
  const isHeld = isOther && asked === "not" && sent.revision.createdBy?.id !== reader
  if (!isHeld && article !== sent) setArticle(sent)
  if (!isHeld && isOther && asked === "asked") setAsked("not")
  useEffect(() => onShowHeld(() => setAsked("asked")), [])
  useEffect(() => {
    if (!isHeld) return
    const showIfDone = () => {
      if (!isAtWork() && !isReading()) setArticle(sent)
    }
    showIfDone()
    return onRest(showIfDone)
  }, [isHeld, sent])
  return { article: isHeld ? article : sent, held: isHeld ? "held" : "not" }
}
