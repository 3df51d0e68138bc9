/**
 * Files on their way in, for the life of the page in the browser: following a link stops none and loses no result. Knows
 * keys, not what they mean, and no React. Keys begin with whose they are.
 */
import type { ImportProgress } from "@/lib/domain/import"
import * as batch from "./batch"
import type { ImportRow, Outcome } from "./batch"

export interface Intake {
  rows: readonly ImportRow[]
  running: "yes" | "no"
}

/** How a file is sent, how Stet is asked what became of those that it has, and what is done once all have ended. */
export interface Carrier {
  /** Answers the id by which Stet knows it, or why it has it not. */
  send: (file: File, signal: AbortSignal) => Promise<Outcome | { importId: string }>
  /** Null where there was no answer. `waiting` are the ids of those that are waited for, whenever they ended. */
  look: (since: string | null, waiting: string[]) => Promise<ImportProgress | null>
  onDone: () => void
}

/** So often Stet is asked while it is at it: reading takes a second, and a list is short. Milliseconds. */
const PAUSE = 800
const PAUSE_UNANSWERED = 4_000

const NOTHING: Intake = { rows: [], running: "no" }

const intakes = new Map<string, Intake>()
const underWay = new Map<string, AbortController>()
const listeners = new Set<() => void>()
const followed = new Set<string>()
const looked = new Map<string, string>()

/** What stands at a key, the same object until it changes. */
export const intakeAt = (key: string): Intake => intakes.get(key) ?? NOTHING

/** Calls back on every change at any key. Answers how to stop. */
export function onIntake(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Changes the rows at a key and sends what waits then, one after the other, unless that is being done already. */
export async function takeIn(
  key: string,
  change: (rows: readonly ImportRow[]) => ImportRow[],
  carrier: Carrier,
): Promise<void> {
  const before = intakeAt(key)
  put(key, { rows: change(before.rows), running: "yes" })
  if (before.running === "yes") return
  for (let next = firstWaiting(key); next; next = firstWaiting(key)) {
    const controller = new AbortController()
    underWay.set(key, controller)
    settle(key, next, { state: "sending" })
    const sent = await carrier.send(next.file, controller.signal)
    if ("state" in sent) settle(key, next, sent)
    else put(key, { rows: batch.received(intakeAt(key).rows, next.id, sent.importId) })
    if ("importId" in sent) void follow(key, carrier)
  }
  underWay.delete(key)
  put(key, { running: "no" })
  if (!intakeAt(key).rows.some(batch.isWithStet)) carrier.onDone()
}

/** Asks what became of the files at a key, and goes on asking until none is with Stet any more. */
export async function follow(key: string, { look, onDone }: Carrier): Promise<void> {
  if (followed.has(key)) return
  followed.add(key)
  const waiting = () => intakeAt(key).rows.filter(batch.isWithStet)
  const isWaiting = () => waiting().length > 0
  let hasWaited = isWaiting()
  for (let next = true; next; next = isWaiting()) {
    const ids = waiting().flatMap(({ importId }) => importId ?? [])
    const progress = await look(lookedAt(key), ids)
    if (progress) {
      put(key, { rows: batch.told(intakeAt(key).rows, progress.imports) })
      looked.set(key, progress.now)
    }
    // What ends while a page is loaded anew was waited for before: all that ended since then is shown.
    if (!isWaiting()) keepLookedAt(key)
    hasWaited ||= isWaiting()
    if (isWaiting()) await new Promise((resolve) => setTimeout(resolve, progress ? PAUSE : PAUSE_UNANSWERED))
  }
  followed.delete(key)
  if (hasWaited && intakeAt(key).running === "no") onDone()
}

/** Stops what waits and what is under way at a key. */
export function stopIntake(key: string): void {
  put(key, { rows: batch.stopped(intakeAt(key).rows) })
  underWay.get(key)?.abort()
}

/** Takes the rows at a key away of which nothing more is to come. */
export function clearIntake(key: string): void {
  put(key, { rows: batch.cleared(intakeAt(key).rows) })
  keepLookedAt(key)
}

/** The rows at a key with what became of some. */
export function changeIntake(key: string, change: (rows: readonly ImportRow[]) => ImportRow[]): void {
  put(key, { rows: change(intakeAt(key).rows) })
}

function firstWaiting(key: string): (ImportRow & { file: File }) | undefined {
  const next = intakeAt(key).rows.find(({ outcome, file }) => outcome.state === "waiting" && file)
  return next?.file ? { ...next, file: next.file } : undefined
}

/** When this browser was told last what became of a person's files: what ended since is shown after a reload too. */
const lookedAt = (key: string): string | null => looked.get(key) ?? stored(() => localStorage.getItem(at(key)))

function keepLookedAt(key: string): void {
  const now = looked.get(key)
  if (now) stored(() => localStorage.setItem(at(key), now))
}

const at = (key: string) => `stet:imports:${key}`

/** A browser may keep nothing; then what ended before a reload is not shown after it. */
function stored<T>(run: () => T): T | null {
  try {
    return run()
  } catch {
    return null
  }
}

function settle(key: string, { id }: ImportRow, outcome: Outcome): void {
  put(key, { rows: batch.settled(intakeAt(key).rows, id, outcome) })
}

function put(key: string, changed: Partial<Intake>): void {
  intakes.set(key, { ...intakeAt(key), ...changed })
  keepOpen()
  for (const listener of [...listeners]) listener()
}

/** Leaving the page would lose the files that are not in yet: the browser asks first, whatever is being looked at. */
function keepOpen(): void {
  const isWaitedFor = [...intakes.values()].some(({ rows }) => batch.count(rows, "held", "waiting", "sending") > 0)
  if (isWaitedFor) window.addEventListener("beforeunload", ask)
  else window.removeEventListener("beforeunload", ask)
}

const ask = (event: Event) => event.preventDefault()
