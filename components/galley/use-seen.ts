"use client"
/** Which part of the sheet is in sight or nearly so, for what is drawn beside the text: a thousand marks are too many. */
import { useEffect, useState, type RefObject } from "react"

/** Marks are drawn a screen ahead; the window moves in steps, so that most scrolling draws nothing. */
const STEP = 600

/** Heights of the sheet, in pixels from its top. */
export function useSeen(column: RefObject<HTMLElement | null>): { from: number; to: number } {
  const [seen, setSeen] = useState({ from: -STEP, to: 3 * STEP })
  useEffect(() => {
    const pane = column.current?.closest(".sheet-pane")
    if (!pane) return
    const look = () => {
      const from = Math.floor((pane.scrollTop - STEP) / STEP) * STEP
      const to = from + Math.ceil((pane.clientHeight + 3 * STEP) / STEP) * STEP
      setSeen((before) => (before.from === from && before.to === to ? before : { from, to }))
    }
    look()
    pane.addEventListener("scroll", look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(pane)
    return () => {
      pane.removeEventListener("scroll", look)
      observer.disconnect()
    }
  }, [column])
  return seen
}
