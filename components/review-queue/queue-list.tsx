"use client"
/** What waits, as a list: each verdict with its words, sources and changes; those on should and could can be approved together. */
import { useTranslations } from "next-intl"
import { useMemo, useRef, useState } from "react"
import { useKeys } from "@/components/keys/use-keys"
import { useTray } from "@/components/review/approvals"
import { useReason } from "@/components/review/use-reason"
import { useApprovals } from "@/components/review/use-approvals"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { useVirtualRows, type VirtualRows } from "@/components/ui/use-virtual-rows"
import type { ReviewItem } from "@/lib/domain/review-item"
import { ApproveTogether } from "./approve-together"
import { QueueRow } from "./queue-row"
import type { Opened } from "./use-opened"
import { sentId, type Queue } from "./use-queue"
import { useSight, type Sight } from "./use-sight"
import { useTogether, type Together } from "./use-together"

export interface QueueListProps {
  queue: Queue
  opened: Opened
  /** Looks at one on its own. */
  single: (item: ReviewItem) => void
}

/** A row with two lines of text, a conclusion and a source, before it is measured. */
const ROW_HEIGHT = 260

export default function QueueList({ queue, opened, single }: QueueListProps) {
  const pane = useRef<HTMLDivElement>(null)
  const waiting = queue.items.filter((item) => !queue.refused.some((one) => sentId(one) === sentId(item)))
  const listed = [...queue.refused, ...waiting]
  const order = listed.map(sentId).join(" ")
  const keys = useMemo(() => (order === "" ? [] : order.split(" ")), [order])
  const virtual = useVirtualRows({ pane, keys, estimate: ROW_HEIGHT })
  const sight = useSight()
  const together = useTogether(waiting, sight.shown, opened)
  const [active, setActive] = useState<string | null>(null)
  const stand = (item: ReviewItem | undefined) => {
    if (!item) return
    setActive(sentId(item))
    sight.stand(sentId(item))
    virtual.bring(listed.indexOf(item))
  }
  useListKeys({ listed, active, stand, single, opened, together })
  return (
    <>
      <div ref={pane} tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto overscroll-contain outline-none">
        <Rows {...{ queue, listed, virtual, sight, together, active, setActive, opened, single }} />
      </div>
      <ApproveTogether together={together} onShow={stand} />
    </>
  )
}

interface RowsProps extends QueueListProps {
  listed: ReviewItem[]
  virtual: VirtualRows
  sight: Sight
  together: Together
  active: string | null
  setActive: (row: string) => void
}

function Rows({ queue, listed, virtual, sight, together, active, setActive, opened, single }: RowsProps) {
  const t = useTranslations("reviews")
  const row = (item: ReviewItem, index: number) => (
    <QueueRow
      item={item}
      position={index + 1}
      total={listed.length}
      chosen={together.isChosen(item)}
      shown={sight.shown.has(sentId(item))}
      refusal={queue.refused.includes(item) && <Refusal item={item} />}
      active={active === sentId(item)}
      opened={opened}
      watch={sight.watch}
      onChoose={() => together.choose(item)}
      onStand={(by) => {
        setActive(sentId(item))
        if (by === "keyboard") sight.stand(sentId(item))
      }}
      onSingle={() => single(item)}
    />
  )
  return (
    <div
      role="feed"
      aria-label={t("together.list")}
      className="relative mx-auto w-full max-w-[56rem]"
      style={{ height: virtual.height }}
      onBlur={() => sight.stand(null)}
    >
      {virtual.rows.map(({ key, index, start }) => (
        <div
          key={key}
          ref={virtual.measure}
          data-index={index}
          className="absolute inset-x-0 top-0"
          style={{ transform: `translateY(${start}px)` }}
        >
          {listed[index] && row(listed[index], index)}
        </div>
      ))}
    </div>
  )
}

interface ListKeys extends Pick<QueueListProps, "single" | "opened"> {
  listed: ReviewItem[]
  active: string | null
  stand: (item: ReviewItem | undefined) => void
  together: Together
}

function useListKeys({ listed, active, stand, single, opened, together }: ListKeys): void {
  const t = useTranslations("reviews.together")
  const announce = useAnnounce()
  const at = listed.findIndex((item) => sentId(item) === active)
  const current = listed[at]
  const approve = () => {
    const { chosen, unseen } = together
    if (chosen.length === 0) return announce(t("none"))
    if (unseen.length > 0) return announce(t("unseen", { count: unseen.length }))
    together.approve()
  }
  useKeys({
    "claim.next": () => stand(listed[at + 1]),
    "claim.previous": () => stand(listed[at - 1]),
    "review.approve": approve,
    "review.request": current ? () => single(current) : null,
    "review.source": current ? () => opened.openNext(current.claim.evidence) : null,
  })
}

function Refusal({ item }: { item: ReviewItem }) {
  const t = useTranslations("approvals")
  const { kept } = useTray()
  const { dismiss } = useApprovals()
  const reason = useReason()
  const refused = kept.find((one) => one.roundId === sentId(item))
  if (refused?.standing.kind !== "refused") return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border-l-3 border-false bg-false-soft px-3 py-2 text-ui text-false">
      <p className="min-w-0 flex-1 font-medium">
        {t("notTaken")} {reason(refused.standing)}
      </p>
      <Button size="small" look="quiet" onClick={() => dismiss(refused.roundId)}>
        {t("dismiss")}
      </Button>
    </div>
  )
}
