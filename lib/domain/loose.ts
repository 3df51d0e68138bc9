/**
 * Loose items: what in a sentence a checker must not read past, because it can be wrong: numbers, dates, names,
 * quotations, superlatives and absolutes. Found by their look and by lists of words, in time linear in the text, the same
 * in every engine. It draws attention and proves nothing: a name or a number can be missed. Offsets are UTF-16 code units.
 */
import type { Span } from "../anchor"
import { namesIn } from "./loose-names"
import { quotationsIn } from "./loose-quotations"
import { tokensOf, type Token } from "./loose-tokens"
import { looseWords } from "./loose-words"

export type LooseKind = "number" | "date" | "name" | "quotation" | "absolute"

export interface LooseItem extends Span {
  kind: LooseKind
}

/**
 * The items of one sentence of `text`, in order, apart from each other; none inside a quotation, which is one item.
 * `language` is a BCP 47 tag; without lists for it, digits, capitals and quotation marks are what is found.
 */
export function looseItems(text: string, sentence: Span, language: string): LooseItem[] {
  const words = looseWords(language)
  const said = text.slice(sentence.start, sentence.end)
  const quotations = quotationsIn(said).map((span) => ({ ...span, kind: "quotation" as const }))
  const tokens = tokensOf(said, words)
  const names = namesIn({ text, said, language, words, tokens })
  const phrases = Array.from(said.matchAll(words.phrases), ({ index, 0: phrase }) => ({
    start: index,
    end: index + phrase.length,
    kind: "absolute" as const,
  }))
  const counted = joinedDates(said, tokens.flatMap(counts))
  return apart(said, [
    ...quotations,
    ...counted,
    ...names.map((name) => ({ ...name, kind: "name" as const })),
    ...phrases,
  ])
    .sort((one, other) => one.start - other.start)
    .map(({ start, end, kind }) => ({ start: start + sentence.start, end: end + sentence.start, kind }))
}

/**
 * Of the items, those with a letter or digit outside of every claim, cut to what is outside. Items and claims are in
 * the same text; both may be in any order, claims may overlap.
 */
export function looseOutside(text: string, items: readonly LooseItem[], claims: readonly Span[]): LooseItem[] {
  const covered = merged(claims)
  return items.flatMap((item) => outside(text, item, covered) ?? [])
}

/** A month's neighbours: its day and its year. */
const DAY_OR_YEAR = /^(?:\p{Nd}{1,2}(?:st|nd|rd|th|er|º)?|(?:1[5-9]|20)\p{Nd}{2})$/u
const WITHIN_DATE = /^(?:\s|\.\s?|,\s|\sof\s|\sde\s|\sdel\s|,?\sden\s|,?\sthe\s)$/u

function counts(token: Token): (LooseItem & { word: string })[] {
  if (token.look === "capital" || token.look === "plain") return []
  return [{ start: token.start, end: token.end, kind: token.look, word: token.word }]
}

/** "Tuesday, Nov. 15, 2024" is one date. */
function joinedDates(said: string, found: (LooseItem & { word: string })[]): LooseItem[] {
  const items: (LooseItem & { word: string })[] = []
  for (const item of found) {
    const last = items.at(-1)
    const isPart = ({ kind, word }: LooseItem & { word: string }) => kind === "date" || DAY_OR_YEAR.test(word)
    const joins = last && (last.kind === "date" || item.kind === "date") && isPart(last) && isPart(item)
    if (!joins || item.start - last.end > 6 || !WITHIN_DATE.test(said.slice(last.end, item.start))) items.push(item)
    else items[items.length - 1] = { start: last.start, end: item.end, kind: "date", word: item.word }
  }
  return items
}

/** Those that touch none before them in the list. */
function apart(said: string, items: readonly LooseItem[]): LooseItem[] {
  const taken = new Uint8Array(said.length)
  return items.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false
    taken.fill(1, start, end)
    return true
  })
}

function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const last = found.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else found.push({ start, end })
  }
  return found
}

/** The stretch of an item from its first letter or digit outside of `covered` to its last; null if none is. */
function outside(text: string, item: LooseItem, covered: readonly Span[]): LooseItem | null {
  const free = gapsIn(item, covered).flatMap((gap) => wordsOf(text, gap) ?? [])
  const [first] = free
  const last = free.at(-1)
  const whole = wordsOf(text, item)
  if (!first || !last) return null
  // What no claim touches at its edges keeps its quotation marks.
  if (whole?.start === first.start && whole.end === last.end) return item
  return { start: first.start, end: last.end, kind: item.kind }
}

/** What of `span` lies in none of `covered`, which are in order and apart. */
function gapsIn(span: Span, covered: readonly Span[]): Span[] {
  const gaps: Span[] = []
  let at = span.start
  for (let index = firstEndingAfter(covered, at); at < span.end; index += 1) {
    const { start, end } = covered[index] ?? { start: span.end, end: span.end }
    if (at < start) gaps.push({ start: at, end: Math.min(start, span.end) })
    at = Math.max(at, end)
  }
  return gaps
}

/** From the first letter or digit of a stretch to the last. */
function wordsOf(text: string, { start, end }: Span): Span | null {
  const words = /[\p{L}\p{N}](?:[^]*[\p{L}\p{M}\p{N}])?/u.exec(text.slice(start, end))
  return words ? { start: start + words.index, end: start + words.index + words[0].length } : null
}

function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle]?.end ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
