/** Carries the edges of a span from one text to the other, where the words between them are the same. */
import { foldWithOrigins } from "./fold"
import { isBoundary, snap, type Span } from "./graphemes"
import { NONE, type Pairs } from "./pairs"
import type { Words } from "./words"

/**
 * The span in the other text whose words are `words` of the one and begin with the word `first` there. Null if an edge
 * has no place there, or more than one: it stood in white space or in a sign that is written otherwise now. What comes
 * back the same way is the span itself.
 */
export function carried({ one, other }: Pairs, span: Span, words: Span, first: number): Span | null {
  const last = first + words.end - words.start - 1
  const start = startIn(one, other, span.start, words.start, first)
  const end = endIn(one, other, span.end, words.end - 1, last)
  if (start === null || end === null || start >= end) return null
  return isBoundary(other.text, start) && isBoundary(other.text, end) ? { start, end } : null
}

/** The same for a span without words, before the word `next`: what stands between two words that are still neighbours. */
export function carriedBetween({ one, other, toOther }: Pairs, span: Span, next: number): Span | null {
  const before = next === 0 ? NONE : (toOther[next - 1] ?? NONE)
  const behind = next === one.count ? other.count : (toOther[next] ?? NONE)
  if (behind === NONE || behind !== before + 1 || (next > 0 && before === NONE)) return null
  const [from, to] = between(one, next)
  const [newFrom, newTo] = between(other, behind)
  if (one.text.slice(from, to) !== other.text.slice(newFrom, newTo)) return null
  return { start: span.start + newFrom - from, end: span.end + newFrom - from }
}

/** From the first word of a stretch to its last, by whole graphemes. */
export function covering({ text, starts, ends }: Words, { start, end }: Span): Span {
  return snap(text, { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 })
}

function between({ text, starts, ends, count }: Words, next: number): [number, number] {
  return [next === 0 ? 0 : (ends[next - 1] ?? 0), next === count ? text.length : (starts[next] ?? 0)]
}

function startIn(one: Words, other: Words, offset: number, word: number, counterpart: number): number | null {
  const [from, to] = [one.starts[word] ?? 0, other.starts[counterpart] ?? 0]
  const lead = one.text.slice(offset, Math.max(offset, from))
  if (lead !== "") return other.text.slice(to - lead.length, to) === lead ? to - lead.length : null
  return offset === from ? to : inside(one, other, [offset, word, counterpart], "starts")
}

function endIn(one: Words, other: Words, offset: number, word: number, counterpart: number): number | null {
  const [from, to] = [one.ends[word] ?? 0, other.ends[counterpart] ?? 0]
  const trail = one.text.slice(Math.min(from, offset), offset)
  if (offset > from) return other.text.slice(to, to + trail.length) === trail ? to + trail.length : null
  return offset === from ? to : inside(one, other, [offset, word, counterpart], "ends")
}

/** An edge inside a word goes to the same sign of the word's form. */
function inside(
  one: Words,
  other: Words,
  [offset, word, counterpart]: [number, number, number],
  edge: "starts" | "ends",
): number | null {
  const [from, to] = [one.starts[word] ?? 0, other.starts[counterpart] ?? 0]
  const [raw, newRaw] = [one.text.slice(from, one.ends[word]), other.text.slice(to, other.ends[counterpart])]
  if (raw === newRaw) return to + offset - from
  const at = foldWithOrigins(raw)[edge].indexOf(offset - from)
  const found = at < 0 ? undefined : foldWithOrigins(newRaw)[edge][at]
  return found === undefined ? null : to + found
}
