"use client"
/** Another text of an article that is open: shown at once, but for whoever is in the middle of the one before. */
import { useRouter } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import { connection } from "@/components/ui/connection"
import { isAtWork, isReading, onRest } from "./at-work"
import { onShowHeld } from "./held-text"

interface Texted {
  article: { revision: { id: string; createdBy: { id: string } | null } }
}

export interface HeldText<Page> {
  page: Page
  /** It is shown instead of what was sent, until its reader is done with it, or asks for the other. */
  held: "held" | "not"
}

/**
 * `sent` is what is drawn with a text and only with that: it is held as a whole, for places are told in its text. `reader` is
 * the id of their membership: what they bring themselves is what they wait for.
 */
export function useHeldText<Page extends Texted>(sent: Page, reader: string): HeldText<Page> {
  const [page, setPage] = useState(sent)
  const [asked, setAsked] = useState<"asked" | "not">("not")
  const isOther = sent.article.revision.id !== page.article.revision.id
  const isHeld = isOther && asked === "not" && sent.article.revision.createdBy?.id !== reader
  if (!isHeld && page !== sent) {
    setPage(sent)
    setAsked("not")
  }
  useEffect(() => onShowHeld(() => setAsked("asked")), [])
  useEffect(() => {
    if (!isHeld) return
    const showIfDone = () => {
      if (!isAtWork() && !isReading()) setPage(sent)
    }
    showIfDone()
    return onRest(showIfDone)
  }, [isHeld, sent])
  useWhatWasDone(isHeld)
  return { page: isHeld ? page : sent, held: isHeld ? "held" : "not" }
}

/** What its reader did while a text was held is not in the page that was sent then. */
function useWhatWasDone(isHeld: boolean): void {
  const { refresh } = useRouter()
  const wasHeld = useRef(false)
  useEffect(() => {
    // Offline the router would leave the page; what was done waits to be sent then, and is told when it is.
    if (wasHeld.current && !isHeld && connection() === "open") refresh()
    wasHeld.current = isHeld
  }, [isHeld, refresh])
}
