"use client"
/** The marks beside the text, level with where its words begin: number and standing of each claim, and what is spoken about. */
import { useTranslations } from "next-intl"
import { memo, useEffect, useMemo, useRef, useState, type RefObject } from "react"
import { lookOf, shapeOf, standingOf, toneOf } from "@/components/claim/looks"
import { useClaimWords } from "@/components/claim/claim-words"
import { Badge } from "@/components/ui/badge"
import { laneLooks } from "@/components/comment/lane-looks"
import { classes } from "@/components/ui/classes"
import type { ClaimView } from "@/lib/domain/claim"
import { useClaims, useGalley } from "./galley-context"
import type { Passage } from "./passages"
import { marginRows, rowsBetween, type MarginItem, type MarginRow } from "./margin-rows"
import { useSeen } from "./use-seen"

/** From one mark to the one below it, in rem: whoever enlarges the type gets higher rows. */
const ROW = 1.5625

/** A column of this many rem has room for two marks of number and shape, or for one with a short word. */
const WIDE = 7

export interface MarginProps {
  tops: readonly MarginItem[]
  onPress: (id: string) => void
}

export function Margin({ tops, onPress }: MarginProps) {
  const t = useTranslations("galley")
  const { selected, threads } = useGalley()
  const claims = useClaims()
  const byKey = useMemo(() => new Map(claims.map((entry) => [entry.key, entry.claim])), [claims])
  const column = useRef<HTMLDivElement>(null)
  const { from, to } = useSeen(column)
  const { across, rem } = useRoom(column)
  const rows = useMemo(() => marginRows(tops, across === "wide" ? 2 : 1, ROW * rem), [tops, across, rem])
  const wordsIn = (row: MarginRow): Words => {
    if (across === "narrow") return "number"
    return row.ids.length === 1 ? "word" : "shape"
  }
  return (
    <div ref={column} role="group" aria-label={t("margin")} className="margin-column">
      {rowsBetween(rows, from, to).map((row) => (
        <div key={row.ids.join()} className="absolute left-0 flex items-center gap-1.5" style={{ top: row.top }}>
          {row.ids.map((id) => {
            const claim = byKey.get(id)
            const on = id === selected ? "on" : "off"
            if (!claim)
              return <Said key={id} passage={threads.passages.find((one) => one.id === id)} onPress={onPress} />
            return <Mark key={id} id={id} claim={claim} words={wordsIn(row)} on={on} onPress={onPress} />
          })}
        </div>
      ))}
    </div>
  )
}

/** What there is room for: the state's word beside its shape, the shape beside the number, or the number alone. */
type Words = "word" | "shape" | "number"

interface MarkProps {
  id: string
  claim: ClaimView
  words: Words
  on: "on" | "off"
  onPress: (id: string) => void
}

const Mark = memo(function Mark({ id, claim, words, on, onPress }: MarkProps) {
  const t = useTranslations("claim")
  const { nameOf } = useClaimWords()
  const look = lookOf(claim)
  const settled = claim.state === "approved"
  return (
    <button
      type="button"
      // The list and the text lead to every claim by keys; a thousand more stops would bar the way.
      tabIndex={-1}
      aria-label={nameOf(claim)}
      title={nameOf(claim)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPress(id)}
      className={classes("margin-mark", `look-${look}`, words, on === "on" && "is-selected")}
    >
      <span className="margin-number">{claim.number}</span>
      {words !== "number" && (
        <Badge tone={toneOf(look)} shape={shapeOf(claim)} className="max-w-28">
          {!settled && words === "word" ? t(`filter.${standingOf(claim)}`) : null}
        </Badge>
      )}
    </button>
  )
})

/** That words are spoken about: how, and how much. */
function Said({ passage, onPress }: { passage: Passage | undefined; onPress: (id: string) => void }) {
  const { threads } = useGalley()
  if (!passage) return null
  const { id, kind, comments } = passage
  const name = threads.nameOf(passage)
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-haspopup="dialog"
      aria-label={name}
      title={name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPress(id)}
      className="margin-mark"
    >
      <span className="thread-sign">
        {laneLooks[kind].shape}
        {comments > 1 && <span>{comments}</span>}
      </span>
    </button>
  )
}

interface Room {
  across: "wide" | "narrow"
  /** Pixels of a rem. */
  rem: number
}

/** How much room the column has, and how large the type in it is. */
function useRoom(column: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ across: "wide", rem: 16 })
  useEffect(() => {
    const element = column.current
    if (!element) return
    const measure = () => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
      const across = element.clientWidth < WIDE * rem ? "narrow" : "wide"
      setRoom((before) => (before.across === across && before.rem === rem ? before : { across, rem }))
    }
    // Observing calls back once by itself, which is the first measure.
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [column])
  return room
}
