/**
 * Makes an alignment one that a reader would draw: matches that are too few among changes are chance and are let go,
 * and what was put in or taken out begins and ends where sentences do, if it can.
 */
import { blocksOf, NONE, pair, unpair, weightOf, type Block, type Pairs } from "./pairs"
import type { Words } from "./words"

export function settle(pairs: Pairs): void {
  dropChance(pairs)
  slideAll(pairs)
}

interface Run extends Block {
  weight: number
}

/** What changed between two runs: how much the words say that have no counterpart, in either text. */
interface Changed {
  one: number
  other: number
}

function changedBetween({ one, other, toOther, toOne }: Pairs, left: Run, right: Run): Changed {
  return {
    one: freeWeight(one, toOther, left.one + left.length, right.one),
    other: freeWeight(other, toOne, left.other + left.length, right.other),
  }
}

function freeWeight({ weights }: Words, counterparts: Int32Array, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at += 1) if (counterparts[at] === NONE) sum += weights[at] ?? 0
  return sum
}

/**
 * Lets go of each run of matches that weighs less than the changes on either side of it: "the" and "of" that a
 * deleted sentence shares with the one written in its place.
 */
function dropChance(pairs: Pairs): void {
  const { one, other } = pairs
  const edge = (i: number, j: number): Run => ({ one: i, other: j, length: 0, weight: Infinity })
  const kept: Run[] = [edge(0, 0)]
  const changes: Changed[] = []
  const runs = blocksOf(pairs).filter((block) => pairs.moved[block.one] === 0)
  const weighed = runs.map((run) => ({ ...run, weight: weightOf(one, run.one, run.one + run.length) }))
  for (const run of [...weighed, edge(one.count, other.count)]) {
    changes.push(changedBetween(pairs, kept.at(-1) ?? run, run))
    while (isLastChance(kept, changes)) dropLast(pairs, kept, changes)
    kept.push(run)
  }
}

/** With the changes behind it known, the last run may turn out to be chance, and then the one before it. */
function isLastChance(kept: Run[], changes: Changed[]): boolean {
  const [run, before, behind] = [kept.at(-1), changes.at(-2), changes.at(-1)]
  if (!run || !before || !behind) return false
  return run.weight < Math.max(before.one, before.other) && run.weight < Math.max(behind.one, behind.other)
}

function dropLast(pairs: Pairs, kept: Run[], changes: Changed[]): void {
  const run = kept.pop()
  const [before, behind] = changes.splice(-2)
  if (!run || !before || !behind) return
  for (let at = run.one; at < run.one + run.length; at += 1) unpair(pairs, at)
  changes.push({ one: before.one + run.weight + behind.one, other: before.other + run.weight + behind.other })
}

/** Slides what one text has more, in each place where the words around allow it, to where it reads best. */
function slideAll(pairs: Pairs): void {
  const runs = blocksOf(pairs).filter((block) => pairs.moved[block.one] === 0)
  runs.forEach((left, index) => {
    const right = runs[index + 1]
    if (!right) return
    const [i, j] = [left.one + left.length, left.other + left.length]
    if (i === right.one) slide(pairs, sideOf(pairs, "other"), { anchor: i, start: j, end: right.other })
    else if (j === right.other) slide(pairs, sideOf(pairs, "one"), { anchor: j, start: i, end: right.one })
  })
}

interface Side {
  words: Words
  counterparts: Int32Array
  /** Pairs a word of this side with one of the opposite side. */
  pair(here: number, opposite: number): void
  /** Takes a word of this side apart from its counterpart. */
  unpair(here: number): void
}

function sideOf(pairs: Pairs, name: "one" | "other"): Side {
  return name === "other"
    ? {
        words: pairs.other,
        counterparts: pairs.toOne,
        pair: (here, opposite) => pair(pairs, opposite, here),
        unpair: (here) => unpair(pairs, pairs.toOne[here] ?? NONE),
      }
    : {
        words: pairs.one,
        counterparts: pairs.toOther,
        pair: (here, opposite) => pair(pairs, here, opposite),
        unpair: (here) => unpair(pairs, here),
      }
}

/** Words from `start` to `end` that one side has more, before the word `anchor` of the opposite side. */
interface Extra {
  anchor: number
  start: number
  end: number
}

/** As far as anybody looks for a better place. */
const MOST_STEPS = 40

function slide(pairs: Pairs, side: Side, extra: Extra): void {
  const [left, right] = [stepsLeft(side, extra), stepsRight(side, extra)]
  let steps = 0
  let best = reading(side.words, extra.start, extra.end)
  for (let step = -left; step <= right; step += 1) {
    const reads = reading(side.words, extra.start + step, extra.end + step)
    if (reads > best || (reads === best && Math.abs(step) < Math.abs(steps))) {
      best = reads
      steps = step
    }
  }
  for (let n = 0; n < -steps; n += 1) {
    side.unpair(extra.start - 1 - n)
    side.pair(extra.end - 1 - n, extra.anchor - 1 - n)
  }
  for (let n = 0; n < steps; n += 1) {
    side.unpair(extra.end + n)
    side.pair(extra.start + n, extra.anchor + n)
  }
}

/** How far the extra words can go to the left: the words before them are theirs at the end too. */
function stepsLeft({ words, counterparts }: Side, { anchor, start, end }: Extra): number {
  let steps = 0
  while (
    steps < MOST_STEPS &&
    start - 1 - steps >= 0 &&
    counterparts[start - 1 - steps] === anchor - 1 - steps &&
    counterparts[end - 1 - steps] === (steps < end - start ? NONE : anchor - 1 - steps + (end - start)) &&
    words.forms[start - 1 - steps] === words.forms[end - 1 - steps]
  ) {
    steps += 1
  }
  return steps
}

function stepsRight({ words, counterparts }: Side, { anchor, start, end }: Extra): number {
  let steps = 0
  while (
    steps < MOST_STEPS &&
    end + steps < words.count &&
    counterparts[end + steps] === anchor + steps &&
    counterparts[start + steps] === (steps < end - start ? NONE : anchor + steps - (end - start)) &&
    words.forms[end + steps] === words.forms[start + steps]
  ) {
    steps += 1
  }
  return steps
}

/** How well words read as something put in: their edges are those of paragraphs, of sentences, of clauses, or none. */
function reading(words: Words, start: number, end: number): number {
  return edge(words, start) + edge(words, end)
}

function edge({ text, starts, ends, count }: Words, at: number): number {
  if (at <= 0 || at >= count) return 4
  const between = text.slice(ends[at - 1], starts[at])
  if (between.includes("\n")) return 4
  const before = text[(ends[at - 1] ?? 0) - 1] ?? ""
  if (/[.!?…。！？]/u.test(before)) return 3
  if (/["'”’»)\]]/u.test(before) || /[,;:،、，–—]/u.test(before)) return 2
  return between === "" ? 0 : 1
}
