/** What this page is told while it is open, for whatever on it wants to know. Knows no connection, no words and no React. */
import type { LiveMessage, Present } from "@/lib/domain/live"

const listeners = new Set<(message: LiveMessage) => void>()

/** Calls back with what is told. Answers how to stop. */
export function onLive(listener: (message: LiveMessage) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function tellLive(message: LiveMessage): void {
  for (const listener of listeners) listener(message)
}

/** Who else has the article of this page open. */
const NOBODY: readonly Present[] = []
let present = NOBODY
const watchers = new Set<() => void>()

export const presentNow = (): readonly Present[] => present
export const nobodyYet = (): readonly Present[] => NOBODY

export function onPresent(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function setPresent(now: readonly Present[]): void {
  if (JSON.stringify(now) === JSON.stringify(present)) return
  present = now
  for (const watcher of watchers) watcher()
}
