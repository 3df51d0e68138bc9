/** A source's text on a screen, opened where a passage stands. Pure: types, and what of a text is shown. */
import type { Span } from "../anchor/graphemes"
import type { FileKind, FileView, TextPart, TextState } from "./file"
import type { Locator } from "./locator"
import type { ExcerptView } from "./source"

/** Which text of a source is asked for, and where it is to be opened. */
export interface ViewAsked {
  sourceId: string
  /** A piece of evidence, whose excerpt is marked. */
  evidenceId?: string | undefined
  /** A page as it was at that time; else the source's file, or its newest snapshot. */
  snapshotId?: string | undefined
  /** A file that it had before, and that was cited. */
  fileId?: string | undefined
  /** A place in words, as a locator is written. */
  at?: string | undefined
  /** The code unit from which a long text is shown on. */
  from?: number | undefined
}

/** As much of a text as one screen shows. */
export interface TextWindow {
  /** The parts in sight, with their words. */
  parts: (TextPart & { words: string })[]
  /** Where the windows before and after this one begin; null where there is none. */
  before: number | null
  after: number | null
  /** The sheets of a workbook, with where each begins. */
  sheets: { name: string; from: number }[]
}

export interface SourceReading {
  source: { id: string; title: string; url: string | null }
  file: FileView & { kind: FileKind }
  /** When the page was so, where the text is a snapshot's. ISO 8601, UTC. */
  takenAt: string | null
  /** When it was cited, where it is a file that the source has no more. ISO 8601, UTC. */
  citedAt: string | null
  state: TextState
  /** The key of the refusal that says why its text could not be read. */
  failure: string | null
  evidence: CitedHere | null
  /** Where it opens: a page, seconds, a cell. */
  page: number | null
  seconds: number | null
  cell: { sheet: string | null; column: number | null; row: number } | null
  /** Code units of the text that are marked; null where none are. */
  mark: Span | null
  /** Of what is shown as text; null where the file itself is shown. */
  window: TextWindow | null
}

/** The piece of evidence that a text was opened from. */
export interface CitedHere {
  id: string
  version: number
  claim: { number: number }
  excerpt: string | null
  locator: string | null
  lookedUp: ExcerptView | null
  /** `write`: whoever reads may have another passage be its excerpt, and nothing that was approved falls by it. */
  mode: "write" | "read"
}

/** Words of a text that somebody chose, and the place that they stand at; null where it has no name. */
export interface Passage {
  words: string
  place: Locator | null
}

/** So many characters of a text are on one screen. */
const SHOWN = 40_000

/** The parts of a text around a place. */
export function windowAround({ text, parts }: { text: string; parts: readonly TextPart[] }, at: number): TextWindow {
  const start = Math.max(
    0,
    parts.findLastIndex((part) => part.start <= at),
  )
  let [first, behind] = [start, start]
  const endOf = (index: number) => parts[index]?.start ?? text.length
  while (first > 0 && (parts[start]?.start ?? 0) - endOf(first - 1) < SHOWN / 4) first -= 1
  while (behind < parts.length && endOf(behind + 1) - endOf(first) <= SHOWN) behind += 1
  behind = Math.max(behind, first + 1)
  const shown = parts.slice(first, behind).map((part, index) => {
    return { ...part, words: text.slice(part.start, endOf(first + index + 1)).replace(/\n$/u, "") }
  })
  let before = first
  while (before > 0 && endOf(first) - endOf(before - 1) < SHOWN) before -= 1
  return {
    parts: shown,
    before: first > 0 ? endOf(before) : null,
    after: behind < parts.length ? endOf(behind) : null,
    sheets: sheetsIn(parts),
  }
}

/** More sheets than these are not chosen from tabs. */
const MOST_SHEETS = 200

function sheetsIn(parts: readonly TextPart[]): TextWindow["sheets"] {
  const sheets: TextWindow["sheets"] = []
  for (const part of parts) {
    if (part.kind !== "row" || part.sheet === "" || part.sheet === sheets.at(-1)?.name) continue
    if (sheets.length < MOST_SHEETS) sheets.push({ name: part.sheet, from: part.start })
  }
  return sheets
}

/** The address of the screen that shows a source's text, below the desk's own. */
export function viewAddress(
  slug: string,
  sourceId: string,
  asked: { evidence?: string; snapshot?: string; file?: string; at?: string; from?: number } = {},
): string {
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  return `/w/${slug}/sources/${sourceId}/read${query.size > 0 ? `?${query}` : ""}`
}
