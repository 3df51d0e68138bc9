/** What is left of a span whose words did not all stay together, and what stands in the place of the others. */
import { covering } from "./carry"
import type { Context } from "./context"
import type { Span } from "./graphemes"
import { NONE, weightOf, type Pairs } from "./pairs"
import { placesOf } from "./places"
import { keptAround } from "./sure"
import type { Words } from "./words"

/**
 * A passage of which less than a third is left is gone. That is little, but what is left is not what looks alike: it
 * was followed there word by word. Of two sentences, one of which was cut, the other is still worth a person's look.
 */
const STILL_THE_PASSAGE = 1 / 3

/**
 * What new words between two parts of a passage weigh against taking in the second: a sentence put between two of a
 * claim's lies inside it; a full stop that closes another sentence now does not make that sentence part of it, but one
 * before which a single word was written does.
 */
const BETWEEN = 1 / 12

/** Nor are two parts one passage any more with more between than twice what it is itself, or than two or three sentences. */
const MOST_BETWEEN = { times: 2, weight: 400 }

/** What remains together, with the words that were put in the place of its first or last ones; null for too little. */
export function remainsOf(pairs: Pairs, words: Span): Span | null {
  const heaviest = heaviestPart(pairs, words)
  if (!heaviest || heaviest.letters < STILL_THE_PASSAGE * lettersOf(pairs.one, words.start, words.end)) return null
  return covering(pairs.other, withReplacements(pairs, words, heaviest))
}

interface Part {
  /** How much of the passage it is. */
  letters: number
  worth: number
  /** Its first and last word in the old text. */
  first: number
  last: number
  /** Its words in the new text, and what was put between them. */
  start: number
  end: number
}

/** The part for which the most speaks: what it holds of the passage, less what was put between. */
function heaviestPart(pairs: Pairs, words: Span): Part | null {
  let part: Part | null = null
  let heaviest: Part | null = null
  const most = Math.max(MOST_BETWEEN.weight, MOST_BETWEEN.times * weightOf(pairs.one, words.start, words.end))
  for (let at = words.start; at < words.end; at += 1) {
    const to = pairs.toOther[at] ?? NONE
    if (to === NONE) continue
    part = withWord(pairs, part, at, to, most)
    if (!heaviest || part.worth > heaviest.worth) heaviest = part
  }
  return heaviest
}

/** The part that goes on with a word, or one that begins with it, if that is worth more. */
function withWord({ one, other }: Pairs, part: Part | null, at: number, to: number, most: number): Part {
  const weight = one.weights[at] ?? 0
  const letters = lettersOf(one, at, at + 1)
  const fresh = { letters, worth: weight, first: at, last: at, start: to, end: to + 1 }
  if (!part || to < part.end) return fresh
  const between = weightOf(other, part.end, to)
  const worth = part.worth - BETWEEN * between + weight
  if (between > most || worth <= weight) return fresh
  return { ...part, letters: part.letters + letters, worth, last: at, end: to + 1 }
}

function lettersOf({ starts, ends }: Words, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at += 1) sum += (ends[at] ?? 0) - (starts[at] ?? 0)
  return sum
}

/** Takes in what stands for the first or last words of the passage, where it stands for nothing else: "13" for "12". */
function withReplacements({ one, other, toOne }: Pairs, words: Span, part: Part): Span {
  let { start, end } = part
  const before = part.first - words.start
  if (areFree(toOne, start - before, start) && areAlike(one, words.start, other, start - before, before))
    start -= before
  const behind = words.end - 1 - part.last
  if (areFree(toOne, end, end + behind) && areAlike(one, part.last + 1, other, end, behind)) end += behind
  return { start, end }
}

/** Whether word for word one could have been written for the other: numbers, names, other endings of the same. */
function areAlike(one: Words, i: number, other: Words, j: number, count: number): boolean {
  for (let step = 0; step < count; step += 1) {
    if (!isAlike(wordAt(one, i + step), wordAt(other, j + step))) return false
  }
  return true
}

const wordAt = ({ text, starts, ends }: Words, at: number) => text.slice(starts[at], ends[at])

function isAlike(word: string, replacement: string): boolean {
  if (/\p{N}/u.test(word) || /\p{N}/u.test(replacement)) return /\p{N}/u.test(word) && /\p{N}/u.test(replacement)
  if (/^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(replacement)) return true
  let common = 0
  while (common < word.length && word[common] === replacement[common]) common += 1
  return 2 * common >= Math.max(word.length, replacement.length)
}

function areFree(counterparts: Int32Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (counterparts[at] !== NONE) return false
  return start <= end
}

/** More words than this are a passage of their own, which was taken out, whatever was written there. */
const MOST_REPLACED = 6

/** More than this for each word that is gone, and new words are not a replacement but an addition. */
const MOST_FOR_ONE = 2

/** Of a sentence so much must be left that other words in it are a change of the sentence and not another sentence. */
const SAME_SENTENCE = 0.5

/** What was written in the place of words of which none is left, in a sentence that still stands; null if nothing was. */
export function replacementOf(context: Context, words: Span): Span | null {
  const { pairs } = context
  const gone = gapAround(pairs, words)
  const written = gone && writtenFor(pairs, gone)
  if (!gone || !written || gone.end - gone.start > MOST_REPLACED) return null
  const size = written.end - written.start
  if (size < 1 || size > MOST_FOR_ONE * (gone.end - gone.start)) return null
  return keptAround(context, words, written.start) < SAME_SENTENCE ? null : covering(pairs.other, written)
}

/** All words without a counterpart around these; null if these have some. */
function gapAround({ one, toOther }: Pairs, words: Span): Span | null {
  if (!areFree(toOther, words.start, words.end)) return null
  let { start, end } = words
  while (start > 0 && toOther[start - 1] === NONE) start -= 1
  while (end < one.count && toOther[end] === NONE) end += 1
  return { start, end }
}

/** What stands between the counterparts of the neighbours of a gap. */
function writtenFor({ one, other, toOther }: Pairs, { start, end }: Span): Span {
  const before = start === 0 ? NONE : (toOther[start - 1] ?? NONE)
  const behind = end === one.count ? other.count : (toOther[end] ?? NONE)
  return { start: before + 1, end: behind }
}

/** Where these words of the old text stand in the new one, in one place that is nobody else's; NONE if there is none. */
export function elsewhere({ pairs }: Context, words: Span): number {
  const { one, other, toOther, toOne } = pairs
  if (!areFree(toOther, words.start, words.end)) return NONE
  const places = placesOf(other, one, words).filter((at) => areFree(toOne, at, at + words.end - words.start))
  const [only, another] = places
  return only !== undefined && another === undefined && isUnique(one, words) ? only : NONE
}

function isUnique(one: Words, words: Span): boolean {
  return placesOf(one, one, words).length === 1
}
