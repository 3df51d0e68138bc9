/**
 * Mends what an alignment says was moved: a moved passage gets the signs that stand at its words and what else of it
 * goes with it; one that is too short to be a passage is let go.
 */
import { fillGap } from "./gaps"
import { blocksOf, canPair, NONE, pair, unpair, weightOf, type Block, type Pairs } from "./pairs"
import type { Words } from "./words"

/**
 * What a moved passage must weigh, in about letters: a shorter run of words that turns up elsewhere, in a sentence
 * of its own, is a figure of speech and not a passage.
 */
const LEAST_MOVED = 20

/** Words around a moved passage that are looked at, one by one, for more of it. */
const BESIDE_MOVED = 12

export function mendMoved(pairs: Pairs): void {
  const isMoved = (block: Block) => pairs.moved[block.one] === 1
  for (const block of blocksOf(pairs).filter(isMoved)) takeSigns(pairs, block)
  for (const block of blocksOf(pairs).filter(isMoved)) takeMore(pairs, block)
  for (const passage of passages(blocksOf(pairs).filter(isMoved))) {
    const weight = passage.reduce((sum, { one, length }) => sum + weightOf(pairs.one, one, one + length), 0)
    if (weight >= LEAST_MOVED) continue
    for (const { one, length } of passage) for (let at = one; at < one + length; at += 1) unpair(pairs, at)
  }
}

/** Gives a moved block the signs that stand right at it in both texts, though others were taken for them. */
function takeSigns(pairs: Pairs, block: Block): void {
  const { one, other } = pairs
  let [i, j] = [block.one + block.length, block.other + block.length]
  while (isSameSign(one, i, other, j) && isJoined(one, i - 1) && isJoined(other, j - 1)) take(pairs, i++, j++)
  ;[i, j] = [block.one - 1, block.other - 1]
  while (isSameSign(one, i, other, j) && isJoined(one, i) && isJoined(other, j)) take(pairs, i--, j--)
}

/** A sign of punctuation weighs least of all words. */
function isSameSign(one: Words, i: number, other: Words, j: number): boolean {
  return one.weights[i] === 1 && one.forms[i] !== undefined && one.forms[i] === other.forms[j]
}

/** Whether the next word stands at this one without a space. */
function isJoined({ starts, ends }: Words, at: number): boolean {
  return ends[at] !== undefined && ends[at] === starts[at + 1]
}

/** Pairs two words as moved; those that were their counterparts may go with their own neighbours then. */
function take(pairs: Pairs, i: number, j: number): void {
  const [counterpart, rival] = [pairs.toOther[i] ?? NONE, pairs.toOne[j] ?? NONE]
  if (counterpart === j) return
  unpair(pairs, i)
  unpair(pairs, rival)
  pair(pairs, i, j)
  pairs.moved[i] = 1
  goWithNeighbour(pairs, rival, (pairs.toOther[rival - 1] ?? NONE) + 1, rival - 1)
  goWithNeighbour(pairs, (pairs.toOne[counterpart - 1] ?? NONE) + 1, counterpart, pairs.toOne[counterpart - 1] ?? NONE)
}

function goWithNeighbour(pairs: Pairs, i: number, j: number, neighbour: number): void {
  if (neighbour < 0 || !canPair(pairs, i, j)) return
  pair(pairs, i, j)
  pairs.moved[i] = pairs.moved[neighbour] ?? 0
}

function takeMore(pairs: Pairs, block: Block): void {
  const before = { one: freeBefore(pairs.toOther, block.one), other: freeBefore(pairs.toOne, block.other) }
  const [i, j] = [block.one + block.length, block.other + block.length]
  const behind = { one: freeBehind(pairs.toOther, i), other: freeBehind(pairs.toOne, j) }
  fillGap(pairs, { one: { start: before.one, end: block.one }, other: { start: before.other, end: block.other } }, 1)
  fillGap(pairs, { one: { start: i, end: behind.one }, other: { start: j, end: behind.other } }, 1)
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
