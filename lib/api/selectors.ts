/**
 * Where a claim is, as the W3C's annotations say it: by quote, by position, or by both. In come code points, out go
 * spans in UTF-16 code units, or refusals that name the field and, for an ambiguous quote, the places it could mean.
 */
import { z } from "zod"
import { describe, find, trim, type Selector as Wanted, type Span } from "../anchor"
import { refuse, type FieldError } from "../domain/refusal"
import type { IndexedText } from "./texts"

const context = z.string().max(1000).optional()

const TextQuoteSelector = z.strictObject({
  type: z.literal("TextQuoteSelector"),
  exact: z.string().min(1).max(20_000),
  prefix: context,
  suffix: context,
})

/** Unicode code points of the revision's canonical text, end exclusive. */
const TextPositionSelector = z.strictObject({
  type: z.literal("TextPositionSelector"),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
})

const Selector = z.discriminatedUnion("type", [TextQuoteSelector, TextPositionSelector])

/** Either selector is enough; of each kind there is at most one. */
export const Selectors = z
  .array(Selector, "claim.noSelector")
  .min(1, "claim.noSelector")
  .max(2, "claim.oneOfEach")
  .refine((all) => new Set(all.map((one) => one.type)).size === all.length, "claim.oneOfEach")
type Selectors = z.infer<typeof Selectors>

/** A place that an ambiguous quote could mean, in code points; `path` names the selectors that it is a candidate for. */
interface Candidate {
  path: string
  start: number | null
  end: number | null
  exact: string
  prefix: string
  suffix: string
}

/** So many claims that can't be placed are told of at once. */
const MOST_TOLD = 20

/**
 * The span of each claim, in code units and without white space at its edges; all or nothing.
 * @throws invalid, with the path of every claim's selectors that lead nowhere
 */
export function spansOf(indexed: IndexedText, asked: { path: string; selectors: Selectors }[]): Span[] {
  const spans: Span[] = []
  const fields: FieldError[] = []
  const candidates: Candidate[] = []
  for (const { path, selectors } of asked) {
    const place = placeOf(indexed, selectors)
    if ("span" in place) spans.push(place.span)
    else fields.push({ path, ...place.problem })
    if ("candidates" in place) candidates.push(...place.candidates.map((span) => candidate(indexed, path, span)))
    if (fields.length >= MOST_TOLD) break
  }
  const [first] = fields
  if (!first) return spans
  const { key, params } = first
  throw refuse("invalid", key, { ...(params && { params }), fields, ...(candidates.length > 0 && { candidates }) })
}

type Problem = Omit<FieldError, "path">
type Place = { span: Span } | { problem: Problem; candidates?: Span[] }

function placeOf(indexed: IndexedText, selectors: Selectors): Place {
  const wanted = inCodeUnits(indexed, selectors)
  if ("problem" in wanted) return wanted
  const found = find(indexed.text, wanted.selector)
  if (found.kind === "ambiguous") return { problem: { key: "claim.quoteAmbiguous" }, candidates: found.candidates }
  if (found.kind === "missing") return { problem: { key: missing(wanted.selector) } }
  const span = trim(indexed.text, found.span)
  return span ? { span } : { problem: { key: "claim.emptySpan" } }
}

function inCodeUnits({ points }: IndexedText, selectors: Selectors): { selector: Wanted } | { problem: Problem } {
  const selector: Wanted = {}
  for (const one of selectors) {
    if (one.type === "TextQuoteSelector") Object.assign(selector, one)
    else {
      const start = points.toUnit(one.start)
      const end = points.toUnit(one.end)
      if (start === null || end === null)
        return { problem: { key: "claim.spanOutside", params: { length: points.length } } }
      if (start >= end) return { problem: { key: "claim.emptySpan" } }
      Object.assign(selector, { start, end })
    }
  }
  return { selector }
}

/** A position in range that leads nowhere cuts a grapheme. */
const missing = (wanted: Wanted) => (wanted.exact === undefined ? "claim.spanSplits" : "claim.quoteMissing")

function candidate({ text, points }: IndexedText, path: string, span: Span): Candidate {
  const { quote: exact, prefix, suffix } = describe(text, span)
  return { path, start: points.ofUnit(span.start), end: points.ofUnit(span.end), exact, prefix, suffix }
}
