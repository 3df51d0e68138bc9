/**
 * Which words of one text are which of another. A word has at most one counterpart; which of the two texts is the
 * earlier one makes no difference. Knows words by their numbers and forms only.
 */
import type { Words } from "./words"

/** No counterpart. */
export const NONE = -1

export interface Pairs {
  one: Words
  other: Words
  /** For each word of one text its counterpart in the other, or NONE. */
  toOther: Int32Array
  toOne: Int32Array
  /** 1 for each word of `one` whose counterpart stands in another order: it was moved. */
  moved: Uint8Array
}

/** A stretch of words that follow each other in both texts. */
export interface Block {
  one: number
  other: number
  length: number
}

export function noPairs(one: Words, other: Words): Pairs {
  return {
    one,
    other,
    toOther: new Int32Array(one.count).fill(NONE),
    toOne: new Int32Array(other.count).fill(NONE),
    moved: new Uint8Array(one.count),
  }
}

export function pair(pairs: Pairs, one: number, other: number): void {
  pairs.toOther[one] = other
  pairs.toOne[other] = one
}

export function unpair(pairs: Pairs, one: number): void {
  const other = pairs.toOther[one] ?? NONE
  if (other === NONE) return
  pairs.toOther[one] = NONE
  pairs.toOne[other] = NONE
  pairs.moved[one] = 0
}

/** Whether both exist, are the same word, and neither has a counterpart yet. */
export function canPair({ one, other, toOther, toOne }: Pairs, i: number, j: number): boolean {
  return toOther[i] === NONE && toOne[j] === NONE && one.forms[i] === other.forms[j]
}

/** The same seen from the other text. */
export function flipped({ one, other, toOther, toOne, moved }: Pairs): Pairs {
  const movedBack = new Uint8Array(other.count)
  toOne.forEach((i, j) => {
    if (i !== NONE) movedBack[j] = moved[i] ?? 0
  })
  return { one: other, other: one, toOther: toOne, toOne: toOther, moved: movedBack }
}

/** The stretches in which pairs follow each other in both texts, in the order of `one`; moved ones apart from others. */
export function blocksOf({ toOther, moved }: Pairs): Block[] {
  const blocks: Block[] = []
  let last: Block | null = null
  for (let i = 0; i < toOther.length; i += 1) {
    const j = toOther[i] ?? NONE
    if (j === NONE) {
      last = null
      continue
    }
    if (last && j === last.other + last.length && moved[i] === moved[i - 1]) last.length += 1
    else blocks.push((last = { one: i, other: j, length: 1 }))
  }
  return blocks
}

/** How much the words from one number up to another say together. */
export function weightOf({ weights }: Words, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at += 1) sum += weights[at] ?? 0
  return sum
}
