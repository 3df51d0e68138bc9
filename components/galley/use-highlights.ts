"use client"
/** The claims as highlights of the view, worked out anew when one of them or the choice is another. */
import { useMemo } from "react"
import type { Positions } from "@/lib/document/canonical"
import type { ClaimEntry } from "./claims-store"
import { highlighter } from "./highlighter"
import type { Highlight } from "./highlights"

export function useHighlights(claims: ClaimEntry[], positions: Positions, selected: string | null): Highlight[] {
  const highlight = useMemo(() => highlighter(positions), [positions])
  return useMemo(() => highlight(claims, selected), [highlight, claims, selected])
}
