"use client"
/**
 * Follows the layout of the sheet: measured once after each change of its size, its typefaces or its highlights, in
 * one read before the next frame, so that marks beside the text cost no second layout.
 */
import { useEffect, useState, type RefObject } from "react"
import { outlineOf, topsOf, type Box } from "./geometry"
import type { Highlight } from "./highlights"

export interface Geometry {
  /** Top of the first line of each claim's highlight. */
  tops: { id: string; top: number }[]
  /** The chosen claim's words, a box for each line. */
  outline: Box[]
}

const nothing: Geometry = { tops: [], outline: [] }

/** `shown` is whatever draws the text: it is measured anew when that is another. */
export function useGeometry(
  sheet: RefObject<HTMLElement | null>,
  highlights: readonly Highlight[],
  shown: object | null,
): Geometry {
  const [geometry, setGeometry] = useState(nothing)
  useEffect(() => {
    const element = sheet.current
    if (!element || !shown) return
    const selected = highlights.find((highlight) => highlight.selected === "yes")?.id
    let frame = 0
    const measure = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() =>
        setGeometry({ tops: topsOf(element), outline: selected ? outlineOf(element, selected) : [] }),
      )
    }
    // Observing calls back once by itself, which is the first measure.
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    document.fonts.addEventListener("loadingdone", measure)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      document.fonts.removeEventListener("loadingdone", measure)
    }
  }, [sheet, highlights, shown])
  return geometry
}
