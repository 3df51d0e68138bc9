/**
 * What is kept of a span so that it can be found again: its words, a little of what stands around them, its place.
 * This is the W3C's TextQuoteSelector and TextPositionSelector in one, in UTF-16 code units.
 */
import { ceilBoundary, floorBoundary, type Span } from "./graphemes"

export interface Anchor extends Span {
  quote: string
  prefix: string
  suffix: string
}

/** Long enough to tell most repetitions of a phrase apart, short enough to survive edits in the sentence around it. */
const CONTEXT = 32

/** A grapheme can be as long as its writer likes; context that would grow beyond this is cut inwards instead. */
const MOST_CONTEXT = 2 * CONTEXT

/**
 * Describes a span of `text`, which must lie in it on grapheme boundaries (`snap`). Prefix and suffix have about
 * 32 code units, hold whole graphemes, and are empty only at the text's ends.
 */
export function describe(text: string, span: Span): Anchor {
  const { start, end } = span
  return {
    quote: text.slice(start, end),
    prefix: text.slice(contextStart(text, start), start),
    suffix: text.slice(end, contextEnd(text, end)),
    start,
    end,
  }
}

function contextStart(text: string, start: number): number {
  const wanted = Math.max(0, start - CONTEXT)
  const from = floorBoundary(text, wanted)
  if (start - from <= MOST_CONTEXT) return from
  const inwards = ceilBoundary(text, wanted)
  return inwards < start ? inwards : from
}

function contextEnd(text: string, end: number): number {
  const wanted = Math.min(text.length, end + CONTEXT)
  const to = ceilBoundary(text, wanted)
  if (to - end <= MOST_CONTEXT) return to
  const inwards = floorBoundary(text, wanted)
  return inwards > end ? inwards : to
}
