/**
 * Where a passage that somebody copied stands in the text that they say it is from. What copying and typesetting change
 * is nothing: white space, typographic marks, dashes, words divided at the ends of lines, ligatures. Letters, digits,
 * case and signs are what was quoted: where one of them differs the passage is similar, never found. Strings only;
 * offsets are UTF-16 code units.
 */
import { ceilBoundary, floorBoundary, type Span } from "./graphemes"
import { similarPassage } from "./excerpt-similar"
import { placesIn, typesetOf } from "./typeset"

export type ExcerptPlace = { kind: "found"; span: Span } | { kind: "similar"; span: Span } | { kind: "missing" }

/**
 * The place of `excerpt` in `text` (NFC). Of several the first one that begins within a span, such as the page that was
 * named, else the first. What only looks alike is looked for there first too.
 */
export function placeExcerpt(text: string, excerpt: string, within: Span | null = null): ExcerptPlace {
  const wanted = bare(excerpt.normalize("NFC"))
  if (!/[\p{L}\p{N}]/u.test(wanted)) return { kind: "missing" }
  const found = choose(placesIn(typesetOf(text), wanted), within)
  if (found) return { kind: "found", span: whole(text, found) }
  const similar = similarPassage(text, wanted, within)
  return similar ? { kind: "similar", span: whole(text, similar) } : { kind: "missing" }
}

/** More places than this of the same words are not told apart by anybody. */
const MOST_PLACES = 1_000

function choose(places: Iterable<Span>, within: Span | null): Span | null {
  let first: Span | null = null
  let seen = 0
  for (const place of places) {
    first ??= place
    if (!within || (place.start >= within.start && place.start < within.end)) return place
    if ((seen += 1) > MOST_PLACES || place.start >= within.end) break
  }
  return first
}

/** Quotation marks around a copied passage are its user's, and dots at its ends stand for what was left out. */
function bare(excerpt: string): string {
  const trimmed = excerpt.replace(/^(?:\s|…|\.{3}|\[…\]|\[\.{3}\])+|(?:\s|…|\.{3}|\[…\]|\[\.{3}\])+$/gu, "")
  const inner = /^[«»„“”‟‹›‚‘’"'](.*)[«»“”„‹›‘’"']$/su.exec(trimmed)?.[1]
  return inner === undefined || /[«»„“”"]/u.test(inner) ? trimmed : inner.trim()
}

const whole = (text: string, { start, end }: Span) => ({
  start: floorBoundary(text, start),
  end: ceilBoundary(text, end),
})
