/** Files on their way in, and what became of each. No file is let go of before it is imported or its row taken away. Pure. */
import type { ImportResult } from "@/lib/domain/article"
import type { Sent, Unanswered } from "./send-import"

/** So many go in at once; whoever drops more means it, or a folder by mistake: the others wait for a second word. */
export const MOST_AT_ONCE = 30

export type Outcome =
  | { state: "held" }
  | { state: "waiting" | "sending" | "stopped" }
  | ({ state: "imported" | "duplicate" } & ImportResult)
  /** Not to be read, however often it is sent. */
  | { state: "refused"; reason: string }
  /** Not answered, which can be another thing the next time. */
  | { state: "failed"; reason: string }

export interface ImportRow {
  id: number
  file: File
  outcome: Outcome
}

/** A row that is shown; of those held, which may be thousands, only how many they are is told. */
export type LetIn = ImportRow & { outcome: Exclude<Outcome, { state: "held" }> }

export const isLetIn = (row: ImportRow): row is LetIn => row.outcome.state !== "held"

/** What can be said of a file before it is sent. */
export type Unreadable = "type" | "empty"

const READABLE = /\.(txt|text|md|markdown)$/i

/** Why a file is not worth sending; null where it is. */
export function unreadable({ name, size }: Pick<File, "name" | "size">): Unreadable | null {
  if (!READABLE.test(name)) return "type"
  return size === 0 ? "empty" : null
}

/** The rows with more files behind them: as many as there is room for wait to be sent, the others are held. */
export function added(rows: readonly ImportRow[], files: Iterable<File>): ImportRow[] {
  const first = (rows.at(-1)?.id ?? 0) + 1
  const room = MOST_AT_ONCE - count(rows, "waiting", "sending")
  const fresh = [...files].map((file, at) => {
    const state = at < room ? "waiting" : "held"
    return { id: first + at, file, outcome: { state } } satisfies ImportRow
  })
  return [...rows, ...fresh]
}

/** The rows with as many of those held as go in at once. */
export function released(rows: readonly ImportRow[]): ImportRow[] {
  const next = rows.filter(({ outcome }) => outcome.state === "held").slice(0, MOST_AT_ONCE)
  return again(
    rows,
    next.map(({ id }) => id),
  )
}

/** The rows with some of them to be sent once more. One that is there, under way or not to be read is left alone. */
export function again(rows: readonly ImportRow[], ids: readonly number[]): ImportRow[] {
  return rows.map((row) =>
    ids.includes(row.id) && canBeSent(row.outcome) ? { ...row, outcome: { state: "waiting" } } : row,
  )
}

/** Whether sending it, or sending it once more, can do any good. */
export function canBeSent({ state }: Outcome): boolean {
  return state === "failed" || state === "stopped" || state === "held"
}

/** The rows with what became of one. */
export function settled(rows: readonly ImportRow[], id: number, outcome: Outcome): ImportRow[] {
  return rows.map((row) => (row.id === id ? { ...row, outcome } : row))
}

/** The rows with all that wait stopped; the one under way is stopped where it is sent. */
export function stopped(rows: readonly ImportRow[]): ImportRow[] {
  return rows.map((row) => (row.outcome.state === "waiting" ? { ...row, outcome: { state: "stopped" } } : row))
}

export function count(rows: readonly ImportRow[], ...states: Outcome["state"][]): number {
  return rows.filter(({ outcome }) => states.includes(outcome.state)).length
}

/** What an answer, or its lack, means for a file. `words` says why there was none. */
export function outcomeOf(sent: Sent, words: (cause: Exclude<Unanswered, "stopped">) => string): Outcome {
  if (sent === "stopped") return { state: "stopped" }
  if (sent === "tooLarge") return { state: "refused", reason: words(sent) }
  if (typeof sent === "string") return { state: "failed", reason: words(sent) }
  if (sent.ok) return { state: sent.value.duplicate ? "duplicate" : "imported", ...sent.value }
  const { code, message, fields } = sent.refusal
  const passing = code === "failed" || code === "signed-out" || code === "conflict"
  // The message, and what is said at the fields where that says more.
  const reason = [...new Set([message, ...Object.values(fields)])].join(" ")
  return { state: passing ? "failed" : "refused", reason }
}
