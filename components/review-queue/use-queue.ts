"use client"
/** Where a reviewer is in the queue: one verdict at a time, and on to the next once one is decided. */
import { useEffect, useState } from "react"
import type { ReviewItem } from "@/lib/domain/review-item"

export interface Queue {
  items: ReviewItem[]
  current: ReviewItem | null
  /** From 0. */
  index: number
  /** Whether something was decided here, so that an empty queue is an end and not a beginning. */
  begun: "yes" | "no"
  next: () => ReviewItem | null
  previous: () => ReviewItem | null
  /** Takes the current one off and answers what comes up. */
  take: () => ReviewItem | null
}

export function useQueue(given: ReviewItem[], start: string | undefined): Queue {
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [currentId, setCurrentId] = useState(start)
  const items = given.filter((item) => !taken.has(sentId(item)))
  const index = Math.max(
    0,
    items.findIndex((item) => item.claim.id === currentId),
  )
  const current = items[index] ?? null
  useAddress(current?.claim.id)

  const goTo = (item: ReviewItem | undefined) => {
    if (item) setCurrentId(item.claim.id)
    return item ?? null
  }
  const take = () => {
    if (!current) return null
    setTaken((before) => new Set(before).add(sentId(current)))
    return goTo(items[index + 1] ?? items.find((item) => item !== current))
  }
  return {
    items,
    current,
    index,
    begun: taken.size > 0 ? "yes" : "no",
    next: () => goTo(items[index + 1]),
    previous: () => goTo(items[index - 1]),
    take,
  }
}

/** A verdict sent again after changes is another round, and waits again. */
function sentId({ claim }: ReviewItem): string {
  return claim.round?.id ?? claim.id
}

/** Keeps the claim in the address, so that a reload and a shared link open the same one. */
function useAddress(claimId: string | undefined): void {
  useEffect(() => {
    const address = new URL(window.location.href)
    if (claimId) address.searchParams.set("claim", claimId)
    else address.searchParams.delete("claim")
    if (address.href !== window.location.href) window.history.replaceState(null, "", address)
  }, [claimId])
}
