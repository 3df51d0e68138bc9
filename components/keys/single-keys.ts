/** Whether somebody wants keys of a single character, kept per person in this browser. Only in a browser. */

export type SingleKeys = "on" | "off"

const PREFIX = "stet:single-keys:"
const listeners = new Set<() => void>()

/** What storage would not keep lives as long as the page. */
const unkept = new Map<string, SingleKeys>()

export function singleKeysOf(person: string): SingleKeys {
  const known = unkept.get(person)
  if (known) return known
  try {
    return window.localStorage.getItem(PREFIX + person) === "off" ? "off" : "on"
  } catch {
    return "on"
  }
}

export function setSingleKeys(person: string, wanted: SingleKeys): void {
  unkept.delete(person)
  try {
    window.localStorage.setItem(PREFIX + person, wanted)
  } catch {
    unkept.set(person, wanted)
  }
  for (const listener of listeners) listener()
}

/** Calls back when anybody's wish changes, in another tab too. Answers how to stop. */
export function onSingleKeys(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener("storage", listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener("storage", listener)
  }
}
