"use client"
/** The marks beside the text: number and standing of each claim, level with where its words begin. */
import { useTranslations } from "next-intl"
import { memo, useMemo, useRef } from "react"
import { lookOf, shapeOf, standingOf, toneOf } from "@/components/claim/looks"
import { useClaimWords } from "@/components/claim/claim-words"
import { Badge } from "@/components/ui/badge"
import { classes } from "@/components/ui/classes"
import type { ClaimView } from "@/lib/domain/claim"
import { useClaims, useGalley } from "./galley-context"
import { marginRows, rowsBetween } from "./margin-rows"
import { useSeen } from "./use-seen"

/** Two marks of number and shape fit beside each other; one alone has room for a short word. */
const PER_ROW = 2
const ROW_HEIGHT = 25

export interface MarginProps {
  tops: readonly { id: string; top: number }[]
  onPress: (id: string) => void
}

export function Margin({ tops, onPress }: MarginProps) {
  const t = useTranslations("galley")
  const { selected } = useGalley()
  const claims = useClaims()
  const byKey = useMemo(() => new Map(claims.map((entry) => [entry.key, entry.claim])), [claims])
  const rows = useMemo(() => marginRows(tops, PER_ROW, ROW_HEIGHT), [tops])
  const column = useRef<HTMLDivElement>(null)
  const seen = useSeen(column)
  return (
    <div ref={column} role="group" aria-label={t("margin")} className="margin-column">
      {rowsBetween(rows, seen.from, seen.to).map((row) => (
        <div key={row.ids.join()} className="absolute left-0 flex items-center gap-1.5" style={{ top: row.top }}>
          {row.ids.map((id) => {
            const claim = byKey.get(id)
            const words = row.ids.length === 1 ? "word" : "shape"
            return (
              claim && (
                <Mark
                  key={id}
                  id={id}
                  claim={claim}
                  words={words}
                  on={id === selected ? "on" : "off"}
                  onPress={onPress}
                />
              )
            )
          })}
        </div>
      ))}
    </div>
  )
}

interface MarkProps {
  id: string
  claim: ClaimView
  /** Whether there is room for the state's word beside its shape. */
  words: "word" | "shape"
  on: "on" | "off"
  onPress: (id: string) => void
}

const Mark = memo(function Mark({ id, claim, words, on, onPress }: MarkProps) {
  const t = useTranslations("claim")
  const { nameOf } = useClaimWords()
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
      className={classes(
        "flex h-[22px] items-center gap-1.5 rounded-md px-0.5",
        on === "on" ? "text-ink" : "text-ink-3",
      )}
    >
      <span className={classes("text-2xs font-semibold tabular-nums", on === "on" && "underline underline-offset-2")}>
        {claim.number}
      </span>
      <Badge tone={toneOf(lookOf(claim))} shape={shapeOf(claim)} className="max-w-28">
        {!settled && words === "word" ? t(`filter.${standingOf(claim)}`) : null}
      </Badge>
    </button>
  )
})
