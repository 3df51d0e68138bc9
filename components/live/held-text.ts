/** Another text that waits to be shown: it can be asked for anywhere on the page, and is spoken of once. */
import { newsOfOneKind } from "@/components/ui/toast"

const news = newsOfOneKind()
const listeners = new Set<() => void>()
/** Milliseconds. So long a refusal that speaks of it is to be read. */
const READ = 30_000
let saidAt = -Infinity
let saying: ReturnType<typeof setTimeout> | undefined
/** Says it, while it waits. */
let waits: (() => string | number) | null = null

/** Says that it waits, once its reader has read of it elsewhere; and not of what is shown in the same moment. */
export function sayWaits(say: () => string | number): void {
  waits = say
  sayIn(saidAt + READ - Date.now())
}

function sayIn(milliseconds: number): void {
  clearTimeout(saying)
  saying = setTimeout(() => waits && news.say(waits), Math.max(0, milliseconds))
}

/** Its reader was told of it by a refusal, which offers it. */
export function saidElsewhere(): void {
  saidAt = Date.now()
  news.dismiss()
  if (waits) sayIn(READ)
}

/** It waits no more. */
export function waitsNoMore(): void {
  saidAt = -Infinity
  waits = null
  clearTimeout(saying)
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
