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

/** The same where it was moved: its neighbours do not speak for it there. */
const SAME_MOVED = 0.8

/** Whether `words` of the old text are those that begin with the word `first` of the new one. */
export function isSure(context: Context, words: Span, first: number): boolean {
  const { pairs } = context
  const isInPlace = pairs.toOther[words.start] === first && pairs.moved[words.start] === 0
  const [left, right] = agreement(pairs, words, first, ENOUGH)
  const isAmongOthers = left < ENOUGH || right < ENOUGH
  if (isAmongOthers || !isInPlace) {
    const kept = shareOf(context, words) + keptAround(context, words, first)
    if (kept < (isInPlace ? SAME_SENTENCE : SAME_MOVED)) return false
  }
  if (isAmongOthers && hasEcho(pairs, words, first)) return false
  return !hasRival(pairs, words, first)
}

/** How many words to the left and to the right are the same, up to so many; a text's end is as good as all of them. */
function agreement(pairs: Pairs, { start, end }: Span, first: number, most: number): [number, number] {
  const last = first + end - start - 1
  return [agreeing(pairs, [start, first], -1, most), agreeing(pairs, [end - 1, last], 1, most)]
}

/** How many words in a row are the same, from two words on, in one direction. */
function agreeing({ one, other }: Pairs, [i, j]: [number, number], step: -1 | 1, most: number): number {
  for (let count = 1; count <= most; count += 1) {
    const [a, b] = [i + step * count, j + step * count]
    const [isEnd, isOtherEnd] = [a < 0 || a >= one.count, b < 0 || b >= other.count]
    if (isEnd && isOtherEnd) return most
    if (isEnd || isOtherEnd || one.forms[a] !== other.forms[b]) return count - 1
  }
  return most
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

/** Of new words beside a place, or of a span, so many shingles in the other, and the passage may have been written twice. */
const ECHO = 0.5

/** Words in a row of which a text says again what another said; fewer are phrases that any two sentences share. */
const SHINGLE = 3

/** Whether new words right beside the place say the same again, or part of it: which of the two is the passage then? */
function hasEcho({ one, other, toOne }: Pairs, words: Span, first: number): boolean {
  const length = words.end - words.start
  const most = 2 * length
  const own = shingles(one, words)
  const before = { start: freeUntil(toOne, first - 1, -1, most) + 1, end: first }
  const behind = { start: first + length, end: freeUntil(toOne, first + length, 1, most) }
  return [before, behind].some((beside) => {
    const said = shingles(other, beside)
    const again = [...said].filter((shingle) => own.has(shingle)).length
    return again > 0 && again >= ECHO * Math.min(said.size, own.size)
  })
}

function shingles({ forms }: Words, { start, end }: Span): Set<string> {
  const found = new Set<string>()
  for (let at = start; at + SHINGLE <= end; at += 1) found.add(forms.subarray(at, at + SHINGLE).join(" "))
  return found
}

/** The first place from `at` on, in steps, that is not free or too far. */
function freeUntil(counterparts: Int32Array, at: number, step: -1 | 1, most: number): number {
  let place = at
  while (counterparts[place] === NONE && Math.abs(place - at) < most) place += step
  return place
}

/** As far as two places are compared: beyond the sentence, so that a copy of it differs from it by its neighbours. */
const FAR = 40

/** By so many words a place must fit better than another one to be the right one. */
const CLEARLY = 3

/**
 * Whether the same words stand elsewhere, in either text, without being accounted for, among words that fit about as
 * well. In the new text they may be the passage itself; in the old one, that from which these words came.
 */
function hasRival(pairs: Pairs, words: Span, first: number): boolean {
  const { one, other, toOther, toOne } = pairs
  const length = words.end - words.start
  const there = placesOf(other, one, words)
  const back = placesOf(one, one, words)
  if (there.length > MOST_PLACES || back.length > MOST_PLACES) return true
  const fit = (start: number, to: number) => sum(agreement(pairs, { start, end: start + length }, to, FAR))
  const own = fit(words.start, first)
  return (
    there.some((at) => at !== first && isMostlyFree(toOne, at, length) && fit(words.start, at) + CLEARLY > own) ||
    back.some((at) => at !== words.start && isMostlyFree(toOther, at, length) && fit(at, first) + CLEARLY > own)
  )
}

const sum = ([left, right]: [number, number]) => left + right

function isMostlyFree(counterparts: Int32Array, start: number, length: number): boolean {
  let free = 0
  for (let at = start; at < start + length; at += 1) if (counterparts[at] === NONE) free += 1
  return 2 * free >= length
}
