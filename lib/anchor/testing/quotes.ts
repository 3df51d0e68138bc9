/** Quotes from edited texts of which is known where they truly went, and how well they were placed. */
import type { Span } from "../graphemes"
import type { Placed } from "../place"
import { pick, type Chance, type Edited } from "./edits"

export const KINDS = ["sentence", "multi", "phrase", "repeated"] as const
export type Kind = (typeof KINDS)[number]

export interface Quote extends Span {
  kind: Kind
  exact: string
  /** Where it truly is now, letter for letter or with words changed inside it; null if it was taken out. */
  truth: Span | null
}

/** A passage of which less than this is left counts as taken out. */
const LIVING = 1 / 3

/** Quotes of all kinds, as many as asked for at most. */
export function quotesOf(edited: Edited, most: number, random: Chance): Quote[] {
  const found: Quote[] = []
  for (let tried = 0; found.length < most && tried < 4 * most; tried += 1) {
    const kind = pick(KINDS, random)
    const span = spanOf(kind, edited.before, random)
    const truth = span ? truthOf(edited, span) : undefined
    if (!span || truth === undefined) continue
    found.push({ ...span, kind, exact: edited.before.slice(span.start, span.end), truth })
  }
  return found
}

const SENTENCES =
  /[^\s.!?。！？](?:[^.!?。！？\n]|[.!?]+(?=[^\s.!?"'”’»）)])){8,}(?:[.!?]+["'”’»）)]*|[。！？]+[」』”]*|(?=\n))/gu

function spanOf(kind: Kind, text: string, random: Chance): Span | null {
  const sentences = [...text.matchAll(SENTENCES)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const at = Math.floor(random() * Math.max(1, sentences.length - 2))
  const [first, last] = [sentences[at], sentences[at + 1 + Math.floor(random() * 2)]]
  if (!first || !last) return null
  if (kind === "sentence") return first
  if (kind === "multi") return { start: first.start, end: last.end }
  const phrase = phraseIn(text, first, kind === "phrase" ? 4 + Math.floor(random() * 5) : 2, random)
  if (!phrase || kind === "phrase") return phrase
  const words = text.slice(phrase.start, phrase.end)
  return text.split(words).length > 2 ? phrase : null
}

function phraseIn(text: string, { start, end }: Span, length: number, random: Chance): Span | null {
  const words = [...text.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}’']+/gu)]
  const first = Math.floor(random() * Math.max(1, words.length - length))
  const [from, to] = [words[first], words[first + length - 1]]
  return from && to ? { start: start + from.index, end: start + to.index + to[0].length } : null
}

/** More signs of other passages between two parts of one, and where it is now is a matter of opinion. */
const STRANGERS = 100

interface Part extends Span {
  signs: number
}

/**
 * From the first to the last sign of the largest part of the span that kept its order; null if too little is left.
 * Undefined where that is a matter of opinion: two parts of about the same size, or strangers between.
 */
function truthOf(edited: Edited, span: Span): Span | null | undefined {
  const signs = count(edited.before, span.start, span.end)
  const parts = partsOf(edited, span).toSorted((one, other) => other.signs - one.signs)
  const [largest, second] = parts
  if (!largest || largest.signs < LIVING * signs) return parts.length > 1 ? undefined : null
  if (second && 2 * second.signs > largest.signs) return undefined
  return strangersIn(edited, span, largest) > STRANGERS ? undefined : { start: largest.start, end: largest.end }
}

const count = (text: string, start: number, end: number) => text.slice(start, end).replace(/\s/gu, "").length

function partsOf({ before, went }: Edited, span: Span): Part[] {
  const parts: Part[] = []
  for (let at = span.start; at < span.end; at += 1) {
    const to = went[at] ?? -1
    if (to < 0 || !/\S/u.test(before[at] ?? "")) continue
    const last = parts.at(-1)
    if (!last || to < last.end) parts.push({ start: to, end: to + 1, signs: 1 })
    else {
      last.end = to + 1
      last.signs += 1
    }
  }
  return parts
}

/** How many signs stand in a part that stood elsewhere in the old text. */
function strangersIn({ after, went }: Edited, span: Span, part: Part): number {
  let strangers = 0
  went.forEach((to, from) => {
    const isInside = to >= part.start && to < part.end && (from < span.start || from >= span.end)
    if (isInside && /\S/u.test(after[to] ?? "")) strangers += 1
  })
  return strangers
}

export interface Score {
  quotes: number
  right: number
  /** Placed or proposed where it is not. */
  wrong: number
  carried: number
  /** The worst that can happen: carried without a person's yes to where it is not. */
  carriedWrong: number
  /** Of those that are there letter for letter. */
  untouched: number
  untouchedCarried: number
}

export const noScore = (): Score => ({
  quotes: 0,
  right: 0,
  wrong: 0,
  carried: 0,
  carriedWrong: 0,
  untouched: 0,
  untouchedCarried: 0,
})

/** Places overlap so much that they are the same. */
const SAME_PLACE = 0.9

/** Adds to a score what one placement was. */
export function judge(score: Score, quote: Pick<Quote, "exact" | "truth">, placed: Placed, after: string): Score {
  const found = placed.kind === "lost" ? null : placed.kind === "stale" ? placed.proposal : placed.span
  const isCarried = placed.kind === "exact" || placed.kind === "moved"
  const isThere = found !== null && quote.truth !== null && overlap(found, quote.truth) >= SAME_PLACE
  const isUntouched = quote.truth !== null && after.slice(quote.truth.start, quote.truth.end) === quote.exact
  const isWrong = found !== null && !isThere
  const add = (condition: boolean) => (condition ? 1 : 0)
  return {
    quotes: score.quotes + 1,
    right: score.right + add(quote.truth ? isThere : placed.kind === "lost"),
    wrong: score.wrong + add(isWrong),
    carried: score.carried + add(isCarried),
    carriedWrong: score.carriedWrong + add(isCarried && isWrong),
    untouched: score.untouched + add(isUntouched),
    untouchedCarried: score.untouchedCarried + add(isUntouched && isCarried),
  }
}

/** What two spans share of all that both cover. */
export function overlap(one: Span, other: Span): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return Math.max(0, shared) / (Math.max(one.end, other.end) - Math.min(one.start, other.start))
}
