"use client"
/** Watches which rows of the list are in sight, and remembers which were. */
import { useCallback, useEffect, useState } from "react"
import { sightings, type End } from "./sightings"

export interface Sight {
  /** Rows that were shown. */
  shown: ReadonlySet<string>
  /** Goes as `ref` on what marks an end of a row, with `data-row` and `data-end`. */
  watch: (mark: HTMLElement) => () => void
  /** The keyboard stands on a row; on none with null. */
  stand: (row: string | null) => void
}

export function useSight(): Sight {
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const [looks] = useState(() =>
    sightings((row) => {
      if (document.visibilityState === "visible")
        setShown((before) => (before.has(row) ? before : new Set(before).add(row)))
    }),
  )
  const [observer] = useState(() => observerOf(looks))
  useEffect(() => looks.stop, [looks])
  const watch = useCallback(
    (mark: HTMLElement) => {
      observer?.observe(mark)
      return () => {
        observer?.unobserve(mark)
        const { row, end } = markOf(mark)
        looks.leave(row, end)
      }
    },
    [observer, looks],
  )
  return { shown, watch, stand: looks.stand }
}

/** Where there is no browser yet there is nothing to see. */
function observerOf({ enter, leave }: ReturnType<typeof sightings>): IntersectionObserver | null {
  if (typeof IntersectionObserver === "undefined") return null
  return new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const { row, end } = markOf(target)
      if (isIntersecting) enter(row, end)
      else leave(row, end)
    }
  })
}

function markOf(mark: Element): { row: string; end: End } {
  const { row = "", end } = (mark as HTMLElement).dataset
  return { row, end: end === "start" ? "start" : "end" }
}
