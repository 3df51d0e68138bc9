"use client"
/**
 * Follows the layout of the sheet: measured once after each change of its size, its typefaces or its highlights, in
 * one read before the next frame, so that marks beside the text cost no second layout.
 */
import { useCallback, useEffect, useRef, useState, type RefObject } from "react"
import type { Highlight } from "./highlights"
import { outlineOf, topsOf, type Box } from "./geometry"

export interface Geometry {
  tops: { id: string; top: number }[]
  outline: Box[]
  /** Height of the text, which the column beside it covers. */
  height: number
}

const nothing: Geometry = { tops: [], outline: [], height: 0 }

export function useGeometry(
  sheet: RefObject<HTMLElement | null>,
  highlights: readonly Highlight[],
  shown: object | null,
): Geometry {
  const [geometry, setGeometry] = useState(nothing)
  const frame = useRef(0)
  const selected = useRef<string | null>(null)

  const measure = useCallback(() => {
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      const element = sheet.current
      if (!element) return
      const outline = selected.current ? outlineOf(element, selected.current) : []
      setGeometry({ tops: topsOf(element), outline, height: element.scrollHeight })
    })
  }, [sheet])

  useEffect(() => {
    selected.current = highlights.find((highlight) => highlight.selected === "yes")?.id ?? null
    measure()
  }, [highlights, shown, measure])

  useEffect(() => {
    const element = sheet.current
    if (!element) return
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    document.fonts.addEventListener("loadingdone", measure)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener("loadingdone", measure)
      cancelAnimationFrame(frame.current)
    }
  }, [sheet, measure])

  return geometry
}
