"use client"
/** The review screen: the passage on the left, the verdict on the right, one at a time. */
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/button"
import { toast } from "@/components/ui/toast"
import type { Act } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type { ReviewItem } from "@/lib/domain/review-item"
import type { DecideReview } from "@/lib/domain/round"
import { ContextPane } from "./context-pane"
import { useQueue } from "./use-queue"
import { VerdictPane, type Decided } from "./verdict-pane"

export interface ReviewQueueProps {
  items: ReviewItem[]
  /** Whose queue it is, by their membership. */
  me: string
  /** The claim to begin with, by its id. */
  start: string | undefined
  /** The address of the articles; one article's is below it. */
  articles: string
  decide: Act<DecideReview, ClaimView>
}

export function ReviewQueue({ items, me, start, articles, decide }: ReviewQueueProps) {
  const t = useTranslations("reviews")
  const queue = useQueue(items, start)
  const announce = useAnnounce()
  const { current, index } = queue
  const screen = useTopOnChange(current?.claim.id)
  const total = queue.items.length
  const name = ({ claim }: ReviewItem) => t(`claim.${claim.job}`, { number: claim.number })

  const arrive = (item: ReviewItem | null, position: number) =>
    announce(item ? t("decided.next", { position, total, claim: name(item) }) : t("noOther"))
  const turns = {
    onNext: () => arrive(queue.next(), index + 2),
    onPrevious: () => arrive(queue.previous(), index),
  }
  const leaveBehind = (decided: Decided) => {
    const before = decided === "gone" || !current ? "" : t(`decided.${decided}`, { claim: name(current) })
    const next = queue.take()
    const position = Math.min(index + 1, total - 1)
    const after = next ? t("decided.next", { position, total: total - 1, claim: name(next) }) : t("decided.done")
    announce([before, after].filter(Boolean).join(" "))
    // At the top: at the bottom it would lie over the buttons of the next one.
    if (before) toast(before, { position: "top-center" })
  }

  if (!current) return <Nothing articles={articles} begun={queue.begun} />
  return (
    <div
      ref={screen}
      data-fills="wide"
      className="grid min-h-0 flex-1 panes:grid-cols-[minmax(0,1fr)_minmax(400px,460px)] panes:grid-rows-[minmax(0,1fr)]"
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
        key={current.claim.round?.id ?? current.claim.id}
        me={me}
        item={current}
        decide={decide}
        onDecided={leaveBehind}
        {...turns}
      />
    </div>
  )
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

function Nothing({ articles, begun }: { articles: string; begun: "yes" | "no" }) {
  const t = useTranslations("reviews")
  const words = begun === "yes" ? "allDone" : "empty"
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        title={t(`${words}.title`)}
        action={
          <LinkButton href={articles} className="mt-2">
            {t("empty.home")}
          </LinkButton>
        }
      >
        {t(`${words}.text`)}
      </EmptyState>
    </div>
  )
}
