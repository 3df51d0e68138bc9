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

/** A part in sight: of one that is too long for a screen a stretch, which begins at `start`. */
export type ShownPart = TextPart & {
  words: string
  /** Of a row, the column that its words begin in; else 0. */
  column: number
}

/** As much of a text as one screen shows. */
export interface TextWindow {
  parts: ShownPart[]
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
  /** Words that are looked for in a PDF, to be marked on its page. */
  passage: string | null
  /** Of what is shown as text; null where the file itself is shown. */
  window: TextWindow | null
}

/** The piece of evidence that a text was opened from. */
export interface CitedHere {
  id: string
  version: number
  claim: { number: number; article: string }
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
