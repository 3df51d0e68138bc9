/** Whether somebody wants to see coverage in the text, kept per person in this browser. Only in a browser. */

export type Shown = "shown" | "hidden"

const PREFIX = "stet:coverage:"
const listeners = new Set<() => void>()

/** What storage would not keep lives as long as the page. */
const unkept = new Map<string, Shown>()

export function coverageShown(person: string): Shown {
  const known = unkept.get(person)
  if (known) return known
  try {
    return window.localStorage.getItem(PREFIX + person) === "hidden" ? "hidden" : "shown"
  } catch {
    return "shown"
  }
}

export function showCoverage(person: string, wanted: Shown): void {
  unkept.delete(person)
  try {
    window.localStorage.setItem(PREFIX + person, wanted)
  } catch {
    unkept.set(person, wanted)
  }
  for (const listener of listeners) listener()
}

/** Calls back when anybody's wish changes, in another tab too. Answers how to stop. */
export function onCoverageShown(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener("storage", listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener("storage", listener)
  }
}
