"use client"
/** Where a reviewer is in the queue: one verdict at a time, and on to the next once one is decided. */
import { useState } from "react"
import { useTray } from "@/components/review/approvals"
import { isDecided } from "@/components/review/decided"
import type { ReviewItem } from "@/lib/domain/review-item"

export interface Queue {
  items: ReviewItem[]
  /** What was approved here and refused: shown with its reason, even if it waits no more. */
  refused: ReviewItem[]
  current: ReviewItem | null
  /** From 0. */
  index: number
  /** Whether something was decided here, so that an empty queue is an end and not a beginning. */
  begun: "yes" | "no"
  next: () => ReviewItem | null
  previous: () => ReviewItem | null
  goTo: (item: ReviewItem | undefined) => ReviewItem | null
  /** Goes on from the current one and answers what comes up. An approval takes itself off, and comes back when it is undone. */
  leave: (as: "approved" | "over") => ReviewItem | null
}

export function useQueue(given: ReviewItem[], start: string | undefined): Queue {
  const tray = useTray()
  const [over, setOver] = useState<ReadonlySet<string>>(new Set())
  const [currentId, setCurrentId] = useState(start)
  const items = given.filter((item) => !over.has(sentId(item)) && !isDecided(tray, sentId(item)))
  const refused = useRefused(given)
  const index = Math.max(
    0,
    items.findIndex((item) => item.claim.id === currentId),
  )
  const current = items[index] ?? null
  const goTo = (item: ReviewItem | undefined) => {
    if (item) setCurrentId(item.claim.id)
    return item ?? null
  }
  useUndone(given, goTo)
  return {
    items,
    refused,
    current,
    index,
    begun: over.size > 0 || given.length > items.length ? "yes" : "no",
    goTo,
    next: () => goTo(items[index + 1]),
    previous: () => goTo(items[index - 1]),
    leave: (as) => {
      if (!current) return null
      if (as === "over") setOver((before) => new Set(before).add(sentId(current)))
      return goTo(items[index + 1] ?? items.find((item) => item !== current))
    },
  }
}

/** Keeps what was ever given, for a refusal that comes when the page has been drawn anew without it. */
function useRefused(given: ReviewItem[]): ReviewItem[] {
  const { kept } = useTray()
  const [known, setKnown] = useState<ReadonlyMap<string, ReviewItem>>(new Map())
  if (given.some((item) => known.get(sentId(item)) !== item))
    setKnown(new Map([...known, ...given.map((item) => [sentId(item), item] as const)]))
  return kept.flatMap(({ roundId, standing }) => (standing.kind === "refused" ? (known.get(roundId) ?? []) : []))
}

/** What was undone is looked at again. */
function useUndone(given: ReviewItem[], goTo: (item: ReviewItem | undefined) => void): void {
  const { undone } = useTray()
  const [known, setKnown] = useState(undone)
  if (undone === known) return
  setKnown(undone)
  goTo(given.find((item) => sentId(item) === undone?.roundId))
}

/** A verdict sent again after changes is another round, and waits again. */
export function sentId({ claim }: ReviewItem): string {
  return claim.round?.id ?? claim.id
}
