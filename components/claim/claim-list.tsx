"use client"
/** The claims of the article in the order of their numbers: one list box, so that it is one stop for the Tab key. */
import { useTranslations } from "next-intl"
import { useEffect, useId, useMemo, useRef, type KeyboardEvent } from "react"
import { useKeyWords } from "@/components/keys/key-cap"
import { useAnnounce } from "@/components/ui/announcer"
import { Chips } from "@/components/ui/chip"
import { useSteady } from "@/components/ui/use-steady"
import { useVirtualRows } from "@/components/ui/use-virtual-rows"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { useGalley } from "@/components/galley/galley-context"
import { SendSeveral } from "@/components/verdict/send-several"
import { can } from "@/lib/domain/policy"
import { claimFilters, matchesFilter, type ClaimFilter } from "./claim-filter"
import { ClaimRow } from "./claim-row"

export interface ClaimListProps {
  /** All claims, for the counts. */
  claims: ClaimEntry[]
  shown: ClaimEntry[]
  filter: ClaimFilter
  onFilter: (filter: ClaimFilter) => void
  actorId: string
  selected: string | null
  onSelect: (key: string) => void
  /** Enter on a claim: go on to it. */
  onOpen: () => void
}

export function ClaimList(props: ClaimListProps) {
  const { claims, shown, filter, onFilter, actorId } = props
  const t = useTranslations("claim")
  const announce = useAnnounce()
  const count = (one: ClaimFilter) => claims.filter(({ claim }) => matchesFilter(claim, one, actorId)).length
  // What wants a look is rare: it is offered where there is some.
  const offered = claimFilters.filter((value) => value !== "look" || filter === value || count(value) > 0)
  const options = offered.map((value) => ({
    value,
    label: t(`filter.${value}`),
    ...(value !== "all" && { count: count(value) }),
  }))
  const choose = (one: ClaimFilter) => {
    onFilter(one)
    announce(t("listed", { count: count(one) }))
  }
  return (
    <>
      <header className="border-b border-line px-4 pt-3 pb-2.5">
        <div className="mb-2 flex min-h-7 items-center justify-between gap-2">
          <h2 className="heading-group">{t("count", { count: claims.length })}</h2>
          <SendSeveral claims={claims} />
        </div>
        {claims.length > 0 && <Chips label={t("filters")} options={options} value={filter} onChoose={choose} />}
      </header>
      {shown.length > 0 ? <Rows {...props} /> : <Nothing filter={filter} />}
    </>
  )
}

function Nothing({ filter }: { filter: ClaimFilter }) {
  const t = useTranslations("claim")
  const { actor, subject } = useGalley()
  const words = useKeyWords("claim.mark")
  const none = can(actor, "claim.mark", subject) ? "noneMark" : "none"
  return <p className="px-4 py-6 text-ui text-pretty text-ink-2">{t(filter === "all" ? none : "noneHere", words)}</p>
}

/** What a row takes before it is measured: two lines of quote and a line of facts. */
const ROW_HEIGHT = 82

function Rows({ shown, selected, onSelect, onOpen }: ClaimListProps) {
  const t = useTranslations("claim")
  const id = useId()
  const choose = useSteady(onSelect)
  const pane = useRef<HTMLDivElement>(null)
  const at = shown.findIndex((entry) => entry.key === selected)
  const keys = useMemo(() => shown.map((entry) => entry.key), [shown])
  const { rows, height, measure, bring } = useVirtualRows({ pane, keys, estimate: ROW_HEIGHT })
  const toRow = useSteady(bring)
  useEffect(() => {
    if (at >= 0) toRow(at)
  }, [at, toRow])
  const onKeyDown = (event: KeyboardEvent) => {
    const next = steps[event.key]?.(at, shown.length)
    const entry = next === undefined ? undefined : shown[next]
    if (entry) onSelect(entry.key)
    else if (event.key === "Enter" && at >= 0) onOpen()
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={pane}
      role="listbox"
      tabIndex={0}
      aria-label={t("list")}
      aria-activedescendant={at >= 0 ? `${id}-${selected}` : undefined}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain focus-visible:-outline-offset-2"
    >
      <div role="presentation" className="relative w-full" style={{ height }}>
        {rows.map((row) => (
          <div
            key={row.key}
            ref={measure}
            data-index={row.index}
            role="presentation"
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${row.start}px)` }}
          >
            <PlacedRow id={id} shown={shown} index={row.index} selected={selected} onSelect={choose} />
          </div>
        ))}
      </div>
    </div>
  )
}

interface PlacedRowProps extends Pick<ClaimListProps, "shown" | "selected" | "onSelect"> {
  id: string
  index: number
}

function PlacedRow({ id, shown, index, selected, onSelect }: PlacedRowProps) {
  const { threads } = useGalley()
  const entry = shown[index]
  if (!entry) return null
  return (
    <ClaimRow
      id={`${id}-${entry.key}`}
      entry={entry}
      selected={entry.key === selected}
      queries={threads.queriesOn(entry.claim.id)}
      at={index + 1}
      of={shown.length}
      onSelect={onSelect}
    />
  )
}

/** Where each key leads from a row; from nowhere, to the first. */
const steps: Record<string, (at: number, length: number) => number> = {
  ArrowDown: (at, length) => Math.min(at + 1, length - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, length) => length - 1,
}
