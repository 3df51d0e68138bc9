/** Searching all that is written at a desk: what can be asked in the address of the page, and what is found. */
import { z } from "zod"
import { ArticleFields } from "./article"
import type { ClaimState } from "./claim"
import { Id } from "./id"
import type { CommentKind } from "./comment"
import type { Job, Rating } from "./scale"
import type { SourceKind, Stance } from "./source"

export const FoundKind = z.enum(["article", "claim", "source", "evidence", "file", "comment"])
export type FoundKind = z.infer<typeof FoundKind>

/** Since when something has been there. */
export const Since = z.enum(["week", "month", "year"])
export type Since = z.infer<typeof Since>

/** What an address may ask for; a value that is none of these asks for nothing. */
export const TextFilters = z.object({
  q: z.string().trim().max(200).catch(""),
  kind: FoundKind.optional().catch(undefined),
  article: Id.optional().catch(undefined),
  section: z
    .string()
    .regex(/^[^\0]{1,120}$/)
    .optional()
    .catch(undefined),
  language: ArticleFields.shape.language.optional().catch(undefined),
  /** Who marked, wrote or added it: a membership. */
  by: Id.optional().catch(undefined),
  since: Since.optional().catch(undefined),
})
export type TextFilters = z.output<typeof TextFilters>

/** Words of what was found, those that were looked for marked. Text, never markup. */
export interface Piece {
  text: string
  kind: "same" | "hit"
}

/** A claim, as what rests on it leads there. */
export interface ClaimPlace {
  number: number
  job: Job
  article: ArticlePlace
}

export interface ArticlePlace {
  id: string
  title: string
  language: string
}

/** What was found, with the words around the hits. */
export type FoundText = { id: string; pieces: Piece[] } & (
  | { kind: "article"; article: ArticlePlace; publisher: string | null; publishedOn: string | null; archived: boolean }
  | {
      kind: "claim"
      claim: ClaimPlace
      words: string
      state: ClaimState
      rating: Pick<Rating, "code" | "label" | "tone" | "shape"> | null
    }
  | { kind: "source"; source: { id: string; title: string; kind: SourceKind }; publisher: string | null }
  | {
      kind: "evidence"
      claim: ClaimPlace
      source: { id: string; title: string }
      stance: Stance
      locator: string | null
    }
  | { kind: "file"; source: { id: string; title: string } }
  | { kind: "comment"; comment: CommentKind; article: ArticlePlace; claim: number | null; by: string }
)

export interface FoundTexts {
  items: FoundText[]
  next: string | null
  /** How many there are of each kind, of what is asked for but for the kind: at most `MOST_OF_A_KIND`. */
  counts: Record<FoundKind, number>
  /** Kinds of which there are more than are looked at. */
  more: FoundKind[]
}

/** So many of a kind are ranked, the newest that their reader may see: nobody leafs through more. */
export const MOST_OF_A_KIND = 500

/** What is typed, as it is looked for: the last word by its beginning too, as long as somebody may be typing it. */
export function typedQuery(asked: string): { words: string; typed: string } {
  // Quotation marks as whoever writes sets them; NUL, which Postgres can't be asked for, is none.
  const q = asked
    .replaceAll("\0", "")
    .replace(/[“”„«»]/g, '"')
    .trim()
  const last = /(?:^|\s)([\p{L}\p{N}]{2,60})$/u.exec(q)?.[1] ?? ""
  const isQuoted = (q.split('"').length - 1) % 2 === 1
  if (last === "" || isQuoted || /^(or|and)$/i.test(last)) return { words: q, typed: "" }
  return { words: q.slice(0, q.length - last.length).trim(), typed: last }
}

/** Signs that no text may hold, which stand for where a hit begins and ends. */
export const HIT = { start: "\uE000", end: "\uE001" } as const

/** Marked words as pieces. */
export function piecesOf(marked: string): Piece[] {
  return marked.split(HIT.start).flatMap((part, at): Piece[] => {
    if (at === 0) return part ? [{ kind: "same", text: part }] : []
    const [hit = "", rest = ""] = part.split(HIT.end, 2)
    return [
      ...(hit ? [{ kind: "hit" as const, text: hit }] : []),
      ...(rest ? [{ kind: "same" as const, text: rest }] : []),
    ]
  })
}

/** So much of a long text is searched for what to show of it. UTF-16 code units. */
const WINDOW = 3_000
const BEFORE = 300

/** The part of a long text around the first word that was looked for; the text from its start, where none is seen. */
export function windowOf(text: string, query: string): string {
  if (text.length <= WINDOW) return text
  const within = text.toLowerCase()
  const begun = query.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []
  // Its ending may be another in the text.
  const places = begun
    .map((word) => within.indexOf(word.slice(0, Math.max(4, word.length - 4))))
    .filter((at) => at >= 0)
  const start = places.length > 0 ? Math.max(0, Math.min(...places) - BEFORE) : 0
  return text.slice(start, start + WINDOW)
}
