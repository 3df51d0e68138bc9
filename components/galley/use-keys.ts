"use client"
/** Single keys that act on the galley: never while typing, never with a modifier, never under an open dialog or menu. */
import { useEffect, useRef } from "react"

export type Keys = Partial<Record<string, () => void>>

/** Keys by their letter in lower case, or by name (`Escape`). */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = latest.current[keyOf(event)]
      if (!act || !isForUs(event)) return
      event.preventDefault()
      act()
    }
    window.addEventListener("keydown", press)
    return () => window.removeEventListener("keydown", press)
  }, [])
}

/** The letter on the key; on layouts of other scripts, the one in its place. */
export function keyOf({ key, code }: Pick<KeyboardEvent, "key" | "code">): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  const letter = key.length === 1 ? /^Key([A-Z])$/.exec(code)?.[1] : undefined
  return letter?.toLowerCase() ?? key
}

function isForUs(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest("[role=dialog], [role=menu], [role=combobox]")) return false
  return event.key === "Escape" || !isTyping(target)
}

/** The galley's own text is editable in name only. */
function isTyping(target: Element | null): boolean {
  const field = target?.closest("input, textarea, select, [contenteditable]")
  if (!field || field.getAttribute("aria-readonly") === "true") return false
  return !(field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox"))
}
