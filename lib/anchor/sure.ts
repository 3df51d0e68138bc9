/**
 * Whether the same words are the same passage. The alignment says where words went; these are the cases in which it
 * could have gone wrong, and in which a verdict must not be carried without a person's yes.
 */
import type { Context } from "./context"
import type { Span } from "./graphemes"
import { NONE, weightOf, type Pairs } from "./pairs"
import { MOST_PLACES, placesOf } from "./places"
import type { Words } from "./words"

/** Words on either side that say enough: with them and the span in the middle hardly two passages begin alike. */
const ENOUGH = 3

/** Of the sentence around a span this share must have come along; else it is another sentence with some of the words. */
const SAME_SENTENCE = 0.5

/** Whether `words` of the old text are those that begin with the word `first` of the new one. */
export function isSure(context: Context, words: Span, first: number): boolean {
  const { pairs } = context
  const [left, right] = agreement(pairs, words, first)
  if (left >= ENOUGH && right >= ENOUGH) return true
  if (shareOf(context, words) + keptAround(context, words, first) < SAME_SENTENCE) return false
  if ((left === 0 || right === 0) && hasEcho(pairs, words, first)) return false
  return !hasRival(pairs, words, first, left + right)
}

/** How many words to the left and to the right are the same; a text's end is as good as enough. */
function agreement({ one, other }: Pairs, { start, end }: Span, first: number): [number, number] {
  const behind = first + end - start
  return [same(one, start - 1, other, first - 1, -1), same(one, end, other, behind, 1)]
}

function same(one: Words, i: number, other: Words, j: number, step: -1 | 1): number {
  for (let count = 0; count < ENOUGH; count += 1) {
    const [a, b] = [i + step * count, j + step * count]
    const [isEnd, isOtherEnd] = [a < 0 || a >= one.count, b < 0 || b >= other.count]
    if (isEnd && isOtherEnd) return ENOUGH
    if (isEnd || isOtherEnd || one.forms[a] !== other.forms[b]) return count
  }
  return ENOUGH
}

/** How much of the old sentence around the span has its counterpart near `first`, as a share of the whole sentence. */
export function keptAround(context: Context, words: Span, first: number): number {
  const { one, toOther } = context.pairs
  const sentence = context.sentence(words)
  const reach = 2 * (sentence.end - sentence.start)
  let kept = 0
  for (let at = sentence.start; at < sentence.end; at += 1) {
    const to = toOther[at] ?? NONE
    const isNear = to !== NONE && to >= first - reach && to <= first + reach
    const isAround = at < words.start || at >= words.end
    if (isNear && isAround) kept += one.weights[at] ?? 0
  }
  return kept / weightOf(one, sentence.start, sentence.end)
}

/** How much of the old sentence the span is. */
function shareOf(context: Context, words: Span): number {
  const { one } = context.pairs
  const sentence = context.sentence(words)
  return weightOf(one, words.start, words.end) / weightOf(one, sentence.start, sentence.end)
}

/** Of a span's words so much in new words beside it, and the passage may have been written twice, or anew. */
const ECHO = 0.6

/** Whether new words right beside the place say the same again: which of the two is the passage then? */
function hasEcho(pairs: Pairs, words: Span, first: number): boolean {
  const { one, other, toOne } = pairs
  const length = words.end - words.start
  if (length < ENOUGH) return false
  const [from, to] = [freeUntil(toOne, first - 1, -1, 2 * length), freeUntil(toOne, first + length, 1, 2 * length)]
  const beside = new Map<number, number>()
  const add = (at: number) => beside.set(other.forms[at] ?? 0, (beside.get(other.forms[at] ?? 0) ?? 0) + 1)
  for (let at = from + 1; at < first; at += 1) add(at)
  for (let at = first + length; at < to; at += 1) add(at)
  if (beside.size === 0) return false
  let echoed = 0
  for (let at = words.start; at < words.end; at += 1) {
    const left = beside.get(one.forms[at] ?? 0) ?? 0
    if (left > 0) echoed += one.weights[at] ?? 0
    beside.set(one.forms[at] ?? 0, left - 1)
  }
  return echoed >= ECHO * weightOf(one, words.start, words.end)
}

/** The first place from `at` on, in steps, that is not free or too far. */
function freeUntil(counterparts: Int32Array, at: number, step: -1 | 1, most: number): number {
  let place = at
  while (counterparts[place] === NONE && Math.abs(place - at) < most) place += step
  return place
}

/**
 * Whether the same words stand elsewhere, in either text, without being accounted for, among words that fit no worse. In
 * the new text they may be the passage itself; in the old one, that from which these words came.
 */
function hasRival({ one, other, toOther, toOne }: Pairs, words: Span, first: number, agreed: number): boolean {
  const length = words.end - words.start
  const here = { start: first, end: first + length }
  const isFree = (counterparts: Int32Array, at: number) => isMostlyFree(counterparts, at, length)
  const there = placesOf(other, one, words)
  const back = placesOf(one, one, words)
  if (there.length > MOST_PLACES || back.length > MOST_PLACES) return true
  const fits = (a: Words, span: Span, b: Words, at: number) =>
    same(a, span.start - 1, b, at - 1, -1) + same(a, span.end, b, at + length, 1) >= agreed
  return (
    there.some((at) => at !== first && isFree(toOne, at) && fits(one, words, other, at)) ||
    back.some((at) => at !== words.start && isFree(toOther, at) && fits(other, here, one, at))
  )
}

function isMostlyFree(counterparts: Int32Array, start: number, length: number): boolean {
  let free = 0
  for (let at = start; at < start + length; at += 1) if (counterparts[at] === NONE) free += 1
  return 2 * free >= length
}
