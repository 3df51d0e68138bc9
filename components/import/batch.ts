/** Files on their way in, and what became of each. No file is let go of before it is imported or its row taken away. Pure. */
import type { ImportResult } from "@/lib/domain/article"
import { FILE_FORMATS } from "@/lib/domain/file-formats"
import type { ImportProgress, Likeness } from "@/lib/domain/import"
import type { Received, Unanswered } from "./send-import"

/** So many go in at once; whoever drops more means it, or a folder by mistake: the others wait for a second word. */
export const MOST_AT_ONCE = 200

/** What has to be answered before it goes on. */
export interface Question {
  /** How many tracked changes there are to decide on. */
  changes: number
  by: Likeness | null
  /** The article that it looks like. */
  article: { id: string; title: string } | null
}

export type Outcome =
  | { state: "held" }
  | { state: "waiting" | "sending" | "stopped" }
  /** Stet has it, and reads it in its turn, whether this page is open or not. */
  | { state: "queued" | "reading" }
  | { state: "asking"; question: Question }
  | ({ state: "imported" | "duplicate" | "revised"; remarks: number } & Omit<ImportResult, "duplicate">)
  /** Not to be read, however often it is sent. */
  | { state: "refused"; reason: string }
  /** Not answered, which can be another thing the next time. */
  | { state: "failed"; reason: string }

export interface ImportRow {
  id: number
  name: string
  /** Null for what was sent before the page was loaded. */
  file: File | null
  /** By which Stet knows it, once it has it. */
  importId: string | null
  outcome: Outcome
}

/** A row that is shown; of those held, which may be thousands, only how many they are is told. */
export type LetIn = ImportRow & { outcome: Exclude<Outcome, { state: "held" }> }

export const isLetIn = (row: ImportRow): row is LetIn => row.outcome.state !== "held"

/** What can be said of a file before it is sent. */
export type Unreadable = "type" | "empty"

/** The endings of the files that can be read, as a file picker takes them. */
export const ENDINGS = Object.keys(FILE_FORMATS).map((ending) => `.${ending}`)

/** Why a file is not worth sending; null where it is. */
export function unreadable({ name, size }: Pick<File, "name" | "size">): Unreadable | null {
  if (!ENDINGS.some((ending) => name.toLowerCase().endsWith(ending))) return "type"
  return size === 0 ? "empty" : null
}

/** The rows with more files behind them: as many as there is room for wait to be sent, the others are held. */
export function added(rows: readonly ImportRow[], files: Iterable<File>): ImportRow[] {
  const first = (rows.at(-1)?.id ?? 0) + 1
  const room = MOST_AT_ONCE - count(rows, "waiting", "sending")
  const fresh = [...files].map((file, at) => {
    const state = at < room ? "waiting" : "held"
    return { id: first + at, name: file.name, file, importId: null, outcome: { state } } satisfies ImportRow
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
    ids.includes(row.id) && canBeSent(row) ? { ...row, importId: null, outcome: { state: "waiting" } } : row,
  )
}

/** Whether sending it, or sending it once more, can do any good. */
export function canBeSent({ file, outcome: { state } }: Pick<ImportRow, "file" | "outcome">): boolean {
  return file !== null && (state === "failed" || state === "stopped" || state === "held")
}

/** The rows with what Stet has received of one. */
export function received(rows: readonly ImportRow[], id: number, importId: string): ImportRow[] {
  // Stet may have told of it before it answered.
  return rows
    .filter((row) => row.id === id || row.importId !== importId)
    .map((row) => (row.id === id ? { ...row, importId, outcome: { state: "queued" } } : row))
}

/** The rows with what Stet tells of all that it has; what no row stands for yet, of before the page was loaded, gets one. */
export function told(rows: readonly ImportRow[], imports: ImportProgress["imports"]): ImportRow[] {
  const news = new Map(imports.map((one) => [one.id, one]))
  const known = rows.map((row) => {
    const one = news.get(row.importId ?? "")
    news.delete(row.importId ?? "")
    const outcome = one && outcomeOfImport(one)
    return outcome && JSON.stringify(outcome) !== JSON.stringify(row.outcome) ? { ...row, outcome } : row
  })
  const first = (rows.at(-1)?.id ?? 0) + 1
  const found = [...news.values()].map((one, at) => {
    return { id: first + at, name: one.fileName, file: null, importId: one.id, outcome: outcomeOfImport(one) }
  })
  return [...known, ...found]
}

/** The rows with one in line again, since what it asked is answered. */
export function queued(rows: readonly ImportRow[], importId: string): ImportRow[] {
  return rows.map((row) => (row.importId === importId ? { ...row, outcome: { state: "queued" } } : row))
}

/** Whether Stet is still at it. */
export const isWithStet = ({ outcome: { state } }: ImportRow): boolean => state === "queued" || state === "reading"

/** The rows without those of which nothing more is to come. */
export function cleared(rows: readonly ImportRow[]): ImportRow[] {
  return rows.filter((row) => isWithStet(row) || row.outcome.state === "asking")
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

/** What Stet tells of an import, as a row shows it. */
function outcomeOfImport({ state, told, article, reason }: ImportProgress["imports"][number]): Outcome {
  if (state === "queued" || state === "reading") return { state }
  if (told === null) return { state: "stopped" }
  switch (told.kind) {
    case "question":
      return { state: "asking", question: { changes: told.changes, by: told.by, article } }
    case "stopped":
      return { state: "stopped" }
    case "failed":
    case "refused":
      return { state: told.kind, reason: reason ?? "" }
    default:
      return article
        ? {
            state: told.kind,
            articleId: article.id,
            title: article.title,
            remarks: article.remarks,
            notices: told.notices,
          }
        : { state: "stopped" }
  }
}

/** What an answer, or its lack, means for a file; null where Stet has received it. `words` says why there was none. */
export function outcomeOf(sent: Received, words: (cause: Exclude<Unanswered, "stopped">) => string): Outcome | null {
  if (sent === "stopped") return { state: "stopped" }
  if (sent === "tooLarge") return { state: "refused", reason: words(sent) }
  if (typeof sent === "string") return { state: "failed", reason: words(sent) }
  if (sent.ok) return null
  const { code, message, fields } = sent.refusal
  const passing = code === "failed" || code === "signed-out" || code === "conflict"
  // The message, and what is said at the fields where that says more.
  const reason = [...new Set([message, ...Object.values(fields)])].join(" ")
  return { state: passing ? "failed" : "refused", reason }
}
