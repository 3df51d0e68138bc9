"use client"
/** Which of two ways somebody wants something, kept per person in this browser; the first of them until they say. */
import { useCallback, useSyncExternalStore } from "react"

const listeners = new Set<() => void>()

/** What storage would not keep lives as long as the page. */
const unkept = new Map<string, string>()

/** `key` names what is wished for, and whose wish it is. */
export function useKeptWish<const Wish extends string>(
  key: string,
  [usual, other]: readonly [usual: Wish, other: Wish],
): [wish: Wish, want: (wish: Wish) => void] {
  const wish = useSyncExternalStore(
    onWish,
    () => (keptAt(key) === other ? other : usual),
    () => usual,
  )
  const want = useCallback((wanted: Wish) => keep(key, wanted), [key])
  return [wish, want]
}

function keptAt(key: string): string | null {
  const known = unkept.get(key)
  if (known) return known
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, wish: string): void {
  unkept.delete(key)
  try {
    window.localStorage.setItem(key, wish)
  } catch {
    unkept.set(key, wish)
  }
  for (const listener of listeners) listener()
}

/** Calls back when anybody's wish changes, in another tab too. */
function onWish(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener("storage", listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener("storage", listener)
  }
}
