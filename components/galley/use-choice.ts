"use client"
/** Which claim is chosen, which are listed, which pane lies over the text; and going from one claim to the next. */
import { useMemo, useState } from "react"
import { matchesFilter, type ClaimFilter } from "@/components/claim/claim-filter"
import type { ClaimEntry } from "./claims-store"

/** On narrow screens one pane at a time shows beside or over the text. */
export type Drawer = "none" | "list" | "inspector"

export interface ChoiceOptions {
  claims: ClaimEntry[]
  actorId: string
  /** Number of the claim to begin with. */
  first: number | undefined
}

export function useChoice({ claims, actorId, first }: ChoiceOptions) {
  const [selected, setSelected] = useState(() => claims.find((one) => one.claim.number === first)?.key ?? null)
  const [filter, setFilter] = useState<ClaimFilter>("all")
  const [drawer, setDrawer] = useState<Drawer>(selected ? "inspector" : "none")
  const shown = useMemo(
    () => claims.filter(({ claim }) => matchesFilter(claim, filter, actorId)),
    [claims, filter, actorId],
  )
  return {
    selected,
    entry: claims.find((one) => one.key === selected) ?? null,
    select: (key: string | null) => {
      setSelected(key)
      setDrawer(key ? "inspector" : "none")
    },
    shown,
    filter,
    setFilter,
    drawer,
    setDrawer,
    neighbour: (by: 1 | -1) => neighbour(shown, selected, by),
  }
}

/** The claim before or after the chosen one, of those listed; from none, the first or last. */
export function neighbour<T extends { key: string }>(shown: T[], selected: string | null, by: 1 | -1): T | undefined {
  const at = shown.findIndex((one) => one.key === selected)
  if (at < 0) return by === 1 ? shown[0] : shown.at(-1)
  return shown[at + by]
}
