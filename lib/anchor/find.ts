/**
 * Finds the place that somebody means by a quote, a position, or both. It finds these very words or none: a passage
 * that only resembles them is never an answer, and of several places none is chosen in silence.
 */
import { fold, foldedPlaces } from "./fold"
import { isBoundary, type Span } from "./graphemes"

/** What is asked for; a quote or a position is enough. Offsets are UTF-16 code units. */
export interface Selector {
  exact?: string | undefined
  prefix?: string | undefined
  suffix?: string | undefined
  start?: number | undefined
  end?: number | undefined
}

export type Found = { kind: "found"; span: Span } | { kind: "ambiguous"; candidates: Span[] } | { kind: "missing" }

/** As many as a person can choose from. */
const MOST_CANDIDATES = 20

/**
 * Where `selector` points to in `text` (NFC). In this order: a position that holds the quote; the one place where
 * quote and context agree; the only place of the quote. A quote that is nowhere letter for letter may differ in
 * white space, in curly or straight quotation marks, in Unicode composition and in object characters inside it.
 * Several places left are `ambiguous` (the first 20). A position without a quote is taken if it is in range and
 * splits no grapheme. Spans in the answer never split one.
 */
export function find(text: string, selector: Selector): Found {
  if (selector.exact === undefined || stands(text, selector)) return atPosition(text, selector)
  const literal = placesOf(text, selector.exact)
  const first = literal.next()
  const places = first.done ? [...foldedPlaces(text, selector.exact)] : rest(first.value, literal, selector)
  return choose(text, places, selector)
}

function atPosition(text: string, { start, end }: Selector): Found {
  if (start === undefined || end === undefined || start >= end) return { kind: "missing" }
  const isWhole = isBoundary(text, start) && isBoundary(text, end)
  return isWhole ? { kind: "found", span: { start, end } } : { kind: "missing" }
}

/** Whether the quote stands letter for letter at the position: then nothing needs to be searched. */
function stands(text: string, { exact = "", start = -1, end = -1 }: Selector): boolean {
  return text.slice(start, end) === exact && isBoundary(text, start) && isBoundary(text, end) && start < end
}

/** Every place where `exact` stands letter for letter, overlapping ones too. */
function* placesOf(text: string, exact: string): Generator<Span, undefined> {
  if (exact.trim() === "") return
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length
    if (isBoundary(text, start) && isBoundary(text, end)) yield { start, end }
  }
}

/** Without a position or context nothing can tell more places apart than we would name, so the search ends there. */
function rest(first: Span, others: Generator<Span, undefined>, selector: Selector): Span[] {
  const places = [first]
  const most = isBare(selector) ? MOST_CANDIDATES : Infinity
  for (const place of others) {
    if (places.length >= most) break
    places.push(place)
  }
  return places
}

function isBare({ prefix, suffix, start }: Selector): boolean {
  return !prefix && !suffix && start === undefined
}

function choose(text: string, places: Span[], selector: Selector): Found {
  const confirmed = places.find((place) => isAt(place, selector))
  if (confirmed) return { kind: "found", span: confirmed }
  const inContext = places.length > 1 ? agreeing(text, places, selector) : places
  const candidates = inContext.length > 0 ? inContext : places
  const [only, another] = candidates
  if (!only) return { kind: "missing" }
  if (!another) return { kind: "found", span: only }
  return { kind: "ambiguous", candidates: candidates.slice(0, MOST_CANDIDATES) }
}

function isAt(place: Span, { start, end }: Selector): boolean {
  return place.start === start && (end === undefined || place.end === end)
}

/** The places whose surroundings are those asked for; none if no context was given. */
function agreeing(text: string, places: Span[], { prefix = "", suffix = "" }: Selector): Span[] {
  if (prefix === "" && suffix === "") return []
  const literal = places.filter((place) => text.startsWith(suffix, place.end) && text.endsWith(prefix, place.start))
  return literal.length > 0 ? literal : places.filter((place) => agreesLoosely(text, place, prefix, suffix))
}

/** White space around the quote may have been lost on the way here, so it does not count. */
function agreesLoosely(text: string, place: Span, prefix: string, suffix: string): boolean {
  const reach = (context: string) => 2 * context.length + 16
  const before = fold(text.slice(Math.max(0, place.start - reach(prefix)), place.start)).trim()
  const after = fold(text.slice(place.end, place.end + reach(suffix))).trim()
  return before.endsWith(fold(prefix).trim()) && after.startsWith(fold(suffix).trim())
}
