/**
 * Aligns two texts by their words. First what is surely the same: the beginning, the end, and runs of words that occur
 * once in each text. Of these the heaviest that keep their order are the alignment's frame, and the others were moved.
 * Then what stands in the gaps of the frame, and around what was moved. Matches that are too few among changes are
 * chance and are let go. The time is bounded by the length of the texts, whatever stands in them.
 */
import { fillGap, type Gap } from "./gaps"
import { heaviestChain } from "./chain"
import { countBelow } from "./count-below"
import type { Span } from "./graphemes"
import { blocksOf, canPair, flipped, noPairs, pair, weightOf, type Block, type Pairs } from "./pairs"
import { uniqueBlocks } from "./shingles"
import { mendMoved } from "./moved"
import { settle } from "./settle"
import type { Reading, Words } from "./words"

/**
 * Words in a row that surely mean the same passage when each text has them once. Three still catches "according to the",
 * five loses sentences in which every fifth word was changed.
 */
const SURE = 4

type Aligning = Pick<Reading, "chance" | "moves">

/**
 * The pairs of two texts. Aligning a with b and b with a is the same seen from either side, so that what goes there and
 * back comes to where it was.
 */
export function align([one, other]: [Words, Words], reading: Aligning): Pairs {
  const isInOrder =
    one.text.length < other.text.length || (one.text.length === other.text.length && one.text <= other.text)
  return isInOrder ? aligned(one, other, reading) : flipped(aligned(other, one, reading))
}

function aligned(one: Words, other: Words, { chance, moves }: Aligning): Pairs {
  const pairs = noPairs(one, other)
  const middle = pairEnds(pairs)
  const blocks = uniqueBlocks(pairs, middle, SURE)
  const chain = heaviestChain(blocks, one)
  const frame = new Set(chain)
  for (const block of chain) pairBlock(pairs, block, 0)
  const gaps = gapsBetween(pairs, middle)
  const moved = moves === "followed" ? blocks.filter((block) => !frame.has(block)) : []
  for (const block of moved) if (!isRewritten(pairs, gaps, block)) pairBlock(pairs, block, 1)
  for (const gap of gaps) fillGap(pairs, gap)
  settle(pairs, chance)
  if (moves === "followed") mendMoved(pairs)
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

/**
 * Of a run of words so much still stands where it was, and it was rewritten there and not moved: what is elsewhere then
 * is a copy of what it was.
 */
const REWRITTEN = 0.5

/** A copy has once what the rewriting changed, with the words around it; a longer run than this was moved. */
const COPIED = 3 * SURE

/** Whether a block's gap in either text has much of its words in the other text too. */
function isRewritten({ one, other }: Pairs, gaps: Gap[], block: Block): boolean {
  if (block.length >= COPIED) return false
  const weight = weightOf(one, block.one, block.one + block.length)
  const from = gapAt(gaps, "one", block.one)
  const to = gapAt(gaps, "other", block.other)
  if (from === to) return false
  const left = from ? common(one, block.one, block.length, other, from.other) : 0
  const arrived = to ? common(other, block.other, block.length, one, to.one) : 0
  return Math.max(left, arrived) >= REWRITTEN * weight
}

function gapAt(gaps: Gap[], side: "one" | "other", at: number): Gap | undefined {
  const index = countBelow(gaps.length, (n) => (gaps[n]?.[side].end ?? 0) <= at)
  const gap = gaps[index]
  return gap && gap[side].start <= at ? gap : undefined
}

/** What the words of a stretch that are also in a span of the other text weigh. */
function common(words: Words, first: number, length: number, other: Words, { start, end }: Span): number {
  const there = new Map<number, number>()
  for (let at = start; at < end; at += 1) there.set(other.forms[at] ?? 0, (there.get(other.forms[at] ?? 0) ?? 0) + 1)
  let weight = 0
  for (let at = first; at < first + length; at += 1) {
    const left = there.get(words.forms[at] ?? 0) ?? 0
    if (left > 0) weight += words.weights[at] ?? 0
    there.set(words.forms[at] ?? 0, left - 1)
  }
  return weight
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
