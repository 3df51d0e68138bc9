/** Another text that waits to be shown: it can be asked for anywhere on the page, and is spoken of once. */
import { newsOfOneKind } from "@/components/ui/toast"

const news = newsOfOneKind()
const listeners = new Set<() => void>()
/** Milliseconds. So long a refusal that speaks of it is to be read. */
const READ = 30_000
let saidAt = -Infinity

/** Says that it waits, unless its reader knows. */
export function sayWaits(say: () => string | number): void {
  if (Date.now() - saidAt > READ) news.say(say)
}

/** Its reader was told of it by a refusal, which offers it. */
export function saidElsewhere(): void {
  saidAt = Date.now()
  news.dismiss()
}

/** It waits no more. */
export function waitsNoMore(): void {
  saidAt = -Infinity
  news.dismiss()
}

/** Shows it, or what comes next. */
export function showHeld(): void {
  for (const listener of listeners) listener()
}

/** Answers how to stop. */
export function onShowHeld(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
