"use client"
/**
 * Where the rules beside the text stand: measured in one read before the next frame, for the sentences that are in
 * sight or nearly so, anew when the sheet's size, its typefaces or what is in sight change.
 */
import type { EditorView } from "@tiptap/pm/view"
import { useEffect, useState, type RefObject } from "react"
import type { Span } from "@/lib/anchor"
import type { Positions } from "@/lib/document/canonical"
import { ruleSegments, type Line, type Rule, type SentenceLines } from "./rule-segments"

export interface RulesGiven {
  view: EditorView
  positions: Positions
  sentences: readonly Span[]
  /** Heights of the sheet between which rules are drawn. */
  seen: { from: number; to: number }
}

export function useRules(column: RefObject<HTMLElement | null>, given: RulesGiven): Rule[] {
  const { view, positions, sentences } = given
  const { from, to } = given.seen
  const [rules, setRules] = useState<Rule[]>([])
  useEffect(() => {
    const sheet = column.current?.parentElement
    if (!sheet) return
    let frame = 0
    const measure = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const origin = sheet.getBoundingClientRect().top
        setRules(ruleSegments(linesBetween({ view, positions, sentences, seen: { from, to } }, origin)))
      })
    }
    // Observing calls back once by itself, which is the first measure.
    const observer = new ResizeObserver(measure)
    observer.observe(sheet)
    document.fonts.addEventListener("loadingdone", measure)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      document.fonts.removeEventListener("loadingdone", measure)
    }
  }, [column, view, positions, sentences, from, to])
  return rules
}

/** First and last line of the sentences between two heights. */
function linesBetween({ view, positions, sentences, seen }: RulesGiven, origin: number): SentenceLines[] {
  const lineAt = (offset: number, side: 1 | -1): Line => {
    const { top, bottom } = view.coordsAtPos(positions.posAt(offset), side)
    return { top: top - origin, bottom: bottom - origin }
  }
  const found: SentenceLines[] = []
  for (let ordinal = firstBelow(sentences, seen.from, lineAt); ordinal < sentences.length; ordinal += 1) {
    const { start, end } = sentences[ordinal] ?? { start: 0, end: 0 }
    const first = lineAt(start, 1)
    if (first.top > seen.to) break
    found.push({ ordinal, first, last: lineAt(end, -1) })
  }
  return found
}

/** The first sentence that ends below a height. */
function firstBelow(
  sentences: readonly Span[],
  height: number,
  lineAt: (offset: number, side: 1 | -1) => Line,
): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (lineAt(sentences[middle]?.end ?? 0, -1).bottom < height) low = middle + 1
    else high = middle
  }
  return low
}
