"use client"
/** A function that stays the same one from drawing to drawing and does what was last given: rows that take it are not drawn anew. */
import { useCallback, useLayoutEffect, useRef } from "react"

/** For what happens on a press or a key, not while drawing. */
export function useSteady<Args extends unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}
