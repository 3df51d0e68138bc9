/**
 * Files on their way in, for the life of the page in the browser: following a link stops none and loses no result. Knows
 * keys, not what they mean, and no React. Keys begin with whose they are.
 */
import * as batch from "./batch"
import type { ImportRow, Outcome } from "./batch"

export interface Intake {
  rows: readonly ImportRow[]
  running: "yes" | "no"
}

/** How a file is sent, and what is done once none waits any more. */
export interface Carrier {
  send: (file: File, signal: AbortSignal) => Promise<Outcome>
  onDone: () => void
}

const NOTHING: Intake = { rows: [], running: "no" }

const intakes = new Map<string, Intake>()
const underWay = new Map<string, AbortController>()
const listeners = new Set<() => void>()

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
  { send, onDone }: Carrier,
): Promise<void> {
  const before = intakeAt(key)
  put(key, { rows: change(before.rows), running: "yes" })
  if (before.running === "yes") return
  for (let next = firstWaiting(key); next; next = firstWaiting(key)) {
    const controller = new AbortController()
    underWay.set(key, controller)
    settle(key, next, { state: "sending" })
    settle(key, next, await send(next.file, controller.signal))
  }
  underWay.delete(key)
  put(key, { running: "no" })
  onDone()
}

/** Stops what waits and what is under way at a key. */
export function stopIntake(key: string): void {
  put(key, { rows: batch.stopped(intakeAt(key).rows) })
  underWay.get(key)?.abort()
}

/** Takes the rows at a key away. */
export function clearIntake(key: string): void {
  put(key, { rows: [] })
}

const firstWaiting = (key: string) => intakeAt(key).rows.find(({ outcome }) => outcome.state === "waiting")

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
