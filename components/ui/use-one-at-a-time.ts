"use client"
/** Runs an act unless it is under way: a key comes twice before its control is drawn as busy. */
import { useCallback, useRef } from "react"

export function useOneAtATime(): (act: () => Promise<unknown>) => Promise<void> {
  const underWay = useRef(false)
  return useCallback(async (act) => {
    if (underWay.current) return
    underWay.current = true
    try {
      await act()
    } finally {
      underWay.current = false
    }
  }, [])
}
