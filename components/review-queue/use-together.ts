"use client"
/** Which verdicts of the list are chosen to be approved together, whether each was on screen, and what came of the last ones. */
import { useState } from "react"
import { useTray } from "@/components/review/approvals"
import { useApprovals } from "@/components/review/use-approvals"
import { mayGoTogether, type ReviewItem } from "@/lib/domain/review-item"
import { isUnopened, type Opened } from "./use-opened"
import { sentId } from "./use-queue"

export interface Together {
  /** Those that can be chosen. */
  able: ReviewItem[]
  chosen: ReviewItem[]
  isChosen: (item: ReviewItem) => boolean
  choose: (item: ReviewItem) => void
  /** Chooses all that can be, or none. */
  chooseAll: (which: "all" | "none") => void
  /** Of the chosen, those that have not been on screen. */
  unseen: ReviewItem[]
  approve: () => void
  /** How far the last ones are; null while they can be undone, and where there are none. */
  progress: Progress | null
}

export interface Progress {
  total: number
  approved: number
  refused: number
  held: number
  /** On their way. */
  left: number
}

/** `waiting` are those that still wait; a refused one is dismissed before it is chosen again. */
export function useTogether(waiting: ReviewItem[], shown: ReadonlySet<string>, { opened }: Opened): Together {
  const { approve } = useApprovals()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [sent, setSent] = useState<readonly string[]>([])
  const able = waiting.filter(({ claim }) => mayGoTogether(claim))
  const chosen = able.filter((item) => picked.has(sentId(item)))
  const unseen = chosen.filter((item) => !shown.has(sentId(item)))
  return {
    able,
    chosen,
    unseen,
    isChosen: (item) => chosen.includes(item),
    choose: (item) =>
      setPicked((before) => {
        const after = new Set(before)
        if (!after.delete(sentId(item))) after.add(sentId(item))
        return after
      }),
    chooseAll: (which) => setPicked(new Set(which === "all" ? able.map(sentId) : [])),
    approve: () => {
      if (chosen.length === 0 || unseen.length > 0) return
      setSent(chosen.map(sentId))
      approve(
        chosen.map(({ claim, article }) => ({
          claim,
          article,
          note: null,
          ...(isUnopened(claim.evidence, opened) && { unopened: true as const }),
        })),
      )
    },
    progress: useProgress(sent),
  }
}

function useProgress(sent: readonly string[]): Progress | null {
  const { kept, done } = useTray()
  const mine = kept.filter((one) => sent.includes(one.roundId))
  const count = (...kinds: string[]) => mine.filter(({ standing }) => kinds.includes(standing.kind)).length
  const approved = sent.filter((roundId) => done.has(roundId)).length
  const [refused, held, left] = [count("refused"), count("held"), count("waiting", "sending")]
  const isUnderWay = approved + refused + held + count("sending") > 0
  return isUnderWay ? { total: sent.length, approved, refused, held, left } : null
}
