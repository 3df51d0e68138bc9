"use client"
/** Single keys for acts, on the whole page. They are silent while somebody types, in menus and dialogs, and on repeat. */
import { useEffect, useRef } from "react"

/** What each key does, by its lower-case letter. */
export type Keys = Record<string, () => void>

export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      const act = latest.current[event.key.toLowerCase()]
      if (!act || isElsewhere(event.target)) return
      event.preventDefault()
      act()
    }
    window.addEventListener("keydown", press)
    return () => window.removeEventListener("keydown", press)
  }, [])
}

function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest("input, textarea, select, [role=menu], [role=dialog]") !== null
}
