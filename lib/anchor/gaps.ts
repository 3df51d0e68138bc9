/** What two texts have in common between two places that are known to be the same. */
import { heaviestChain } from "./chain"
import type { Span } from "./graphemes"
import { canPair, NONE, pair, type Block, type Pairs } from "./pairs"
import { uniqueBlocks } from "./shingles"

/** Words of one text beside words of the other, as their numbers. */
export interface Gap {
  one: Span
  other: Span
}

/**
 * Up to so many comparisons the words of a gap are compared each with each, 200 by 200: some ten thousand words that
 * were all rewritten cost no more than a few million.
 */
const EACH_WITH_EACH = 40_000

/** In wider gaps, lengths of runs that occur once on either side, tried one after the other. */
const NARROWING = [4, 2, 2, 1, 1]

/** Pairs the free words of a gap that keep their order; `moved` says what they are then. */
export function fillGap(pairs: Pairs, gap: Gap, moved: 0 | 1 = 0, level = 0): void {
  const ones = free(pairs.toOther, gap.one)
  const others = free(pairs.toOne, gap.other)
  if (ones.length === 0 || others.length === 0) return
  if (ones.length * others.length <= EACH_WITH_EACH) {
    for (const [i, j] of commonWords(pairs, ones, others)) {
      pair(pairs, i, j)
      pairs.moved[i] = moved
    }
    return
  }
  const size = NARROWING[level]
  if (size === undefined) return
  const chain = heaviestChain(uniqueBlocks(pairs, gap, size), pairs.one)
  for (const narrower of split(pairs, gap, chain, moved)) fillGap(pairs, narrower, moved, level + 1)
}

function free(counterparts: Int32Array, { start, end }: Span): number[] {
  const found: number[] = []
  for (let at = start; at < end; at += 1) if (counterparts[at] === NONE) found.push(at)
  return found
}

/** Pairs the blocks of a chain; answers what they leave of the gap. */
function split(pairs: Pairs, { one, other }: Gap, chain: Block[], moved: 0 | 1): Gap[] {
  const gaps: Gap[] = []
  let [i, j] = [one.start, other.start]
  const leave = (toOne: number, toOther: number) => {
    if (i < toOne && j < toOther) gaps.push({ one: { start: i, end: toOne }, other: { start: j, end: toOther } })
  }
  for (const block of chain) {
    leave(block.one, block.other)
    for (let step = 0; step < block.length; step += 1) {
      if (block.one + step < i || block.other + step < j) continue
      if (!canPair(pairs, block.one + step, block.other + step)) continue
      pair(pairs, block.one + step, block.other + step)
      pairs.moved[block.one + step] = moved
    }
    i = Math.max(i, block.one + block.length)
    j = Math.max(j, block.other + block.length)
  }
  leave(one.end, other.end)
  return gaps
}

/** What a pair is worth more if it follows another without a word between: it keeps runs together. */
const IN_A_ROW = 3

/** Per pair of words up to which both sides were read: the most they share, and the most if they are the last pair. */
interface Table {
  width: number
  best: Int32Array
  ending: Int32Array
}

const value = (values: Int32Array | number[], at: number) => values[at] ?? 0

/** The heaviest common subsequence of the words, those in a row preferred. */
function commonWords({ one, other }: Pairs, ones: number[], others: number[]): [number, number][] {
  const width = others.length + 1
  const size = (ones.length + 1) * width
  const table = { width, best: new Int32Array(size), ending: new Int32Array(size) }
  const { best, ending } = table
  const otherForms = Int32Array.from(others, (j) => value(other.forms, j))
  ones.forEach((i, a) => {
    const form = value(one.forms, i)
    const weight = value(one.weights, i)
    for (let b = 0; b < otherForms.length; b += 1) {
      const at = (a + 1) * width + b + 1
      if (form === otherForms[b]) ending[at] = weight + before(table, at)
      best[at] = Math.max(value(best, at - 1), value(best, at - width), value(ending, at))
    }
  })
  return trace(table, ones, others)
}

/** What goes before a pair: the best of all, or, preferred, a run that it continues. */
function before({ width, best, ending }: Table, at: number): number {
  const run = value(ending, at - width - 1)
  return Math.max(value(best, at - width - 1), run > 0 ? run + IN_A_ROW : 0)
}

function trace(table: Table, ones: number[], others: number[]): [number, number][] {
  const { width, best, ending } = table
  const found: [number, number][] = []
  let [a, b] = [ones.length, others.length]
  let isInRun = false
  while (a > 0 && b > 0) {
    const at = a * width + b
    if (value(ending, at) > 0 && (isInRun || ending[at] === best[at])) {
      found.push([value(ones, a - 1), value(others, b - 1)])
      const run = value(ending, at - width - 1)
      isInRun = run > 0 && run + IN_A_ROW >= value(best, at - width - 1)
      a -= 1
      b -= 1
    } else if (best[at] === best[at - width]) a -= 1
    else b -= 1
  }
  return found.reverse()
}
