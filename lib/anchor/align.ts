/**
 * Aligns two texts by their words. First what is surely the same: the beginning, the end, and runs of words that occur
 * once in each text. Of these the heaviest that keep their order are the alignment's frame, and the others were moved.
 * Then what stands in the gaps of the frame, and around what was moved. Matches that are too few among changes are
 * chance and are let go. The time is bounded by the length of the texts, whatever stands in them.
 */
import { fillGap, type Gap } from "./gaps"
import { heaviestChain } from "./chain"
import { blocksOf, canPair, flipped, noPairs, NONE, pair, unpair, weightOf, type Block, type Pairs } from "./pairs"
import { uniqueBlocks } from "./shingles"
import { settle } from "./settle"
import type { Words } from "./words"

/**
 * Words in a row that surely mean the same passage when each text has them once. Three still catches "according to the",
 * five loses sentences in which every fifth word was changed.
 */
const SURE = 4

/**
 * What a moved passage must weigh, in about letters: a shorter run of words that turns up elsewhere, in a sentence
 * of its own, is a figure of speech and not a passage.
 */
const LEAST_MOVED = 20

/** Words around a moved passage that are looked at, one by one, for more of it. */
const BESIDE_MOVED = 12

/**
 * The pairs of two texts. `align(a, b)` and `align(b, a)` are the same seen from either side, so that what goes there
 * and back comes to where it was.
 */
export function align(one: Words, other: Words): Pairs {
  const isInOrder =
    one.text.length < other.text.length || (one.text.length === other.text.length && one.text <= other.text)
  return isInOrder ? aligned(one, other) : flipped(aligned(other, one))
}

function aligned(one: Words, other: Words): Pairs {
  const pairs = noPairs(one, other)
  const middle = pairEnds(pairs)
  const blocks = uniqueBlocks(pairs, middle, SURE)
  const chain = heaviestChain(blocks, one)
  const frame = new Set(chain)
  for (const block of chain) pairBlock(pairs, block, 0)
  for (const block of blocks) if (!frame.has(block)) pairBlock(pairs, block, 1)
  for (const gap of gapsBetween(pairs, middle)) fillGap(pairs, gap)
  settle(pairs)
  mendMoved(pairs)
  return pairs
}

/** Pairs what both texts begin with and what both end with; answers the rest. */
function pairEnds(pairs: Pairs): Gap {
  const { one, other } = pairs
  const rest: Gap = { one: { start: 0, end: one.count }, other: { start: 0, end: other.count } }
  while (rest.one.start < rest.one.end && canPair(pairs, rest.one.start, rest.other.start)) {
    pair(pairs, rest.one.start++, rest.other.start++)
  }
  while (rest.one.start < rest.one.end && canPair(pairs, rest.one.end - 1, rest.other.end - 1)) {
    pair(pairs, --rest.one.end, --rest.other.end)
  }
  return rest
}

/** Pairs the words of a block that are still free. */
function pairBlock(pairs: Pairs, { one, other, length }: Block, moved: 0 | 1): void {
  for (let step = 0; step < length; step += 1) {
    if (!canPair(pairs, one + step, other + step)) continue
    pair(pairs, one + step, other + step)
    pairs.moved[one + step] = moved
  }
}

/** What the frame leaves between its blocks. */
function gapsBetween(pairs: Pairs, middle: Gap): Gap[] {
  const gaps: Gap[] = []
  let { start: i } = middle.one
  let { start: j } = middle.other
  const leave = (toOne: number, toOther: number) => {
    if (i < toOne && j < toOther) gaps.push({ one: { start: i, end: toOne }, other: { start: j, end: toOther } })
  }
  for (const block of blocksOf(pairs)) {
    if (pairs.moved[block.one] || block.one < middle.one.start || block.one >= middle.one.end) continue
    leave(block.one, block.other)
    i = block.one + block.length
    j = block.other + block.length
  }
  leave(middle.one.end, middle.other.end)
  return gaps
}

/** Finds what else belongs to moved passages, and lets go of those that are too short to be one. */
function mendMoved(pairs: Pairs): void {
  const isMoved = (block: Block) => pairs.moved[block.one] === 1
  for (const block of blocksOf(pairs).filter(isMoved)) {
    const before = { one: freeBefore(pairs.toOther, block.one), other: freeBefore(pairs.toOne, block.other) }
    const [i, j] = [block.one + block.length, block.other + block.length]
    const behind = { one: freeBehind(pairs.toOther, i), other: freeBehind(pairs.toOne, j) }
    fillGap(pairs, { one: { start: before.one, end: block.one }, other: { start: before.other, end: block.other } }, 1)
    fillGap(pairs, { one: { start: i, end: behind.one }, other: { start: j, end: behind.other } }, 1)
  }
  for (const passage of passages(blocksOf(pairs).filter(isMoved))) {
    const weight = passage.reduce((sum, { one, length }) => sum + weightOf(pairs.one, one, one + length), 0)
    if (weight >= LEAST_MOVED) continue
    for (const { one, length } of passage) for (let at = one; at < one + length; at += 1) unpair(pairs, at)
  }
}

function freeBefore(counterparts: Int32Array, at: number): number {
  let from = at
  while (from > 0 && at - from < BESIDE_MOVED && counterparts[from - 1] === NONE) from -= 1
  return from
}

function freeBehind(counterparts: Int32Array, at: number): number {
  let to = at
  while (to < counterparts.length && to - at < BESIDE_MOVED && counterparts[to] === NONE) to += 1
  return to
}

/** Moved blocks that follow each other closely in both texts are one passage with changes in it. */
function passages(blocks: Block[]): Block[][] {
  const all: Block[][] = []
  for (const block of blocks) {
    const last = all.at(-1)?.at(-1)
    const isNear =
      last && isBeside(last.one + last.length, block.one) && isBeside(last.other + last.length, block.other)
    if (isNear) all.at(-1)?.push(block)
    else all.push([block])
  }
  return all
}

function isBeside(end: number, start: number): boolean {
  return start >= end && start - end <= BESIDE_MOVED
}
