"use client"
/** The open threads of the article: as the page was drawn, and since; which keys lead to them; and whose are being read. */
import { useTranslations } from "next-intl"
import { useMemo, useState, type RefObject } from "react"
import type { KeyHandlers } from "@/components/keys/use-keys"
import { useAnnounce } from "@/components/ui/announcer"
import type { Span } from "@/lib/anchor"
import type { Positions } from "@/lib/document/canonical"
import type { OpenThreads, ThreadView } from "@/lib/domain/comment"
import { passageBeside, passagesOf, withThread, type Passage } from "./passages"
import type { SheetHandle } from "./sheet"

export interface Threads {
  passages: readonly Passage[]
  /** How many queries on a claim, by its id, are open. */
  queriesOn: (claimId: string) => number
  /** A thread is as this now; on words that it was not marked on, they are said. */
  told: (thread: ThreadView, span: Span | null) => void
  /** Opens what was said about a passage; false where none is called so. */
  open: (id: string) => boolean
  /** What is heard of a passage. */
  nameOf: (passage: Passage) => string
}

export interface ThreadsRead {
  asked: Passage | null
  onClose: () => void
  keys: KeyHandlers
}

export function useThreads(
  drawn: OpenThreads,
  positions: Positions,
  sheet: RefObject<SheetHandle | null>,
): { threads: Threads; read: ThreadsRead } {
  const [since, setSince] = useState({ drawn, now: drawn })
  const now = since.drawn === drawn ? since.now : drawn
  const [asked, setAsked] = useState<Passage | null>(null)
  const passages = useMemo(() => passagesOf(now.passages, positions), [now.passages, positions])
  const nameOf = useNames(positions.text)
  const toPassage = useGoing(passages, nameOf, sheet)
  const open = (id: string) => {
    const passage = passages.find((one) => one.id === id)
    // It is given back to the text, whatever menu it was chosen from.
    if (passage) sheet.current?.focus()
    if (passage) setAsked(passage)
    return passage !== undefined
  }
  const told: Threads["told"] = (thread, span) =>
    setSince((before) => ({ drawn, now: withThread(before.drawn === drawn ? before.now : drawn, thread, span) }))
  const queriesOn = (claimId: string) => now.queries.filter((query) => query.claimId === claimId).length
  const keys = passages.length > 0 && {
    "text.nextThread": () => toPassage(1),
    "text.previousThread": () => toPassage(-1),
  }
  return {
    threads: { passages, queriesOn, told, open, nameOf },
    read: { asked, onClose: () => setAsked(null), keys: keys || {} },
  }
}

/** So much of a passage is heard. */
const HEARD = 80

function useNames(text: string): Threads["nameOf"] {
  const t = useTranslations("galley.thread")
  return ({ start, end, kind, waits, comments }) => {
    const words = text.slice(start, end)
    const short = words.length > HEARD ? `${words.slice(0, HEARD).trimEnd()} …` : words
    return t("name", { kind, waits, count: comments, words: short })
  }
}

function useGoing(passages: readonly Passage[], nameOf: Threads["nameOf"], sheet: RefObject<SheetHandle | null>) {
  const t = useTranslations("galley.thread")
  const announce = useAnnounce()
  return (by: 1 | -1) => {
    const passage = passageBeside(passages, sheet.current?.selection()?.start ?? -1, by)
    if (!passage) return
    sheet.current?.stand(passage.start)
    const number = passages.indexOf(passage) + 1
    announce(t("place", { number, total: passages.length, name: nameOf(passage) }))
  }
}
