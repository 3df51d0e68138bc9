"use client"
/** The claims as highlights of the view: where each lies, how it looks, which line it gets. */
import { useMemo } from "react"
import { lookOf } from "@/components/claim/looks"
import type { Positions } from "@/lib/document/canonical"
import type { ClaimEntry } from "./claims-store"
import type { Highlight } from "./highlights"
import { lanesOf, stretchOf } from "./lanes"

export function useHighlights(claims: ClaimEntry[], positions: Positions, selected: string | null): Highlight[] {
  return useMemo(() => {
    const placed = claims.map(({ key, claim }) => ({ key, look: lookOf(claim), spans: spansOf(claim) }))
    const lanes = lanesOf(placed.flatMap(({ key, spans }) => stretchOf(key, spans) ?? []))
    return placed.map(({ key, look, spans }) => ({
      id: key,
      look,
      lane: lanes.get(key) ?? 0,
      selected: key === selected ? "yes" : "no",
      ranges: spans.flatMap((span) => positions.rangesOf(span)),
    }))
  }, [claims, positions, selected])
}

/** Lost anchors have no place to draw. */
function spansOf({ anchors }: ClaimEntry["claim"]): { start: number; end: number }[] {
  return anchors.flatMap(({ start, end }) => (start === null || end === null ? [] : { start, end }))
}
