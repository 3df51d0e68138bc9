"use client"
/** One verdict at a time: the passage on the left, the verdict on the right, and on to the next. */
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { toast } from "@/components/ui/toast"
import type { Act } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type { ReviewItem } from "@/lib/domain/review-item"
import type { DecideReview } from "@/lib/domain/round"
import { ContextPane } from "./context-pane"
import type { Opened } from "./use-opened"
import { sentId, type Queue } from "./use-queue"
import { VerdictPane, type Decided } from "./verdict-pane"

export interface OneByOneProps {
  queue: Queue
  current: ReviewItem
  opened: Opened
  /** The address of the articles; one article's is below it. */
  articles: string
  decide: Act<DecideReview, ClaimView>
}

export function OneByOne({ queue, current, opened, articles, decide }: OneByOneProps) {
  const { index } = queue
  const screen = useTopOnChange(current.claim.id)
  const total = queue.items.length
  const { arrive, leaveBehind } = useMoves(queue, current)
  const turns = {
    onNext: () => arrive(queue.next(), index + 2),
    onPrevious: () => arrive(queue.previous(), index),
  }
  return (
    <div
      ref={screen}
      className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] panes:grid-cols-[minmax(0,1fr)_minmax(400px,460px)] panes:grid-rows-[minmax(0,1fr)]"
    >
      <ContextPane
        key={current.claim.id}
        item={current}
        position={index + 1}
        total={total}
        articles={articles}
        {...turns}
      />
      <VerdictPane
        key={sentId(current)}
        item={current}
        opened={opened}
        decide={decide}
        onDecided={leaveBehind}
        {...turns}
      />
    </div>
  )
}

/** Going on, with what is said of it. */
function useMoves(queue: Queue, current: ReviewItem) {
  const t = useTranslations("reviews")
  const announce = useAnnounce()
  const { index, items } = queue
  const total = items.length
  const name = ({ claim }: ReviewItem) => t(`claim.${claim.job}`, { number: claim.number })
  return {
    arrive: (item: ReviewItem | null, position: number) =>
      announce(item ? t("decided.next", { position, total, claim: name(item) }) : t("noOther")),
    leaveBehind: (decided: Decided) => {
      const before = decided === "gone" ? "" : t(`decided.${decided}`, { claim: name(current) })
      const next = queue.leave(decided === "approve" ? "approved" : "over")
      const position = Math.min(index + 1, total - 1)
      const after = next ? t("decided.next", { position, total: total - 1, claim: name(next) }) : t("decided.done")
      announce([before, after].filter(Boolean).join(" "))
      // An approval has a toast of its own, with which it can be undone.
      if (decided === "request_changes") toast(before, { position: "top-center" })
    },
  }
}

/** Where the panes stand below each other, the next claim begins at its top, not where the last one was left. */
function useTopOnChange(id: string | undefined) {
  const screen = useRef<HTMLDivElement>(null)
  const shown = useRef(id)
  useEffect(() => {
    const isPast = (screen.current?.getBoundingClientRect().top ?? 0) < 0
    if (shown.current !== id && isPast) screen.current?.scrollIntoView({ block: "start" })
    shown.current = id
  }, [id])
  return screen
}
