/**
 * Makes an alignment one that a reader would draw: matches that are too few among changes are chance and are let go,
 * and what was put in or taken out begins and ends where sentences do, if it can.
 */
import { blocksOf, NONE, pair, unpair, weightOf, type Block, type Pairs } from "./pairs"
import type { Span } from "./graphemes"
import type { Words } from "./words"

/** `chance`: matches that weigh less than this for all that the changes on either side do are let go. */
export function settle(pairs: Pairs, chance: number): void {
  dropChance(pairs, chance)
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

/** Lets go of "the" and "of" that a deleted sentence shares with the one written in its place. */
function dropChance(pairs: Pairs, chance: number): void {
  const { one, other } = pairs
  const edge = (i: number, j: number): Run => ({ one: i, other: j, length: 0, weight: Infinity })
  const kept: Run[] = [edge(0, 0)]
  const changes: Changed[] = []
  const runs = blocksOf(pairs).filter((block) => pairs.moved[block.one] === 0)
  const weighed = runs.map((run) => ({ ...run, weight: weightOf(one, run.one, run.one + run.length) }))
  for (const run of [...weighed, edge(one.count, other.count)]) {
    changes.push(changedBetween(pairs, kept.at(-1) ?? run, run))
    while (isLastChance(kept, changes, chance)) dropLast(pairs, kept, changes)
    kept.push(run)
  }
}

/** With the changes behind it known, the last run may turn out to be chance, and then the one before it. */
function isLastChance(kept: Run[], changes: Changed[], chance: number): boolean {
  const [run, before, behind] = [kept.at(-1), changes.at(-2), changes.at(-1)]
  if (!run || !before || !behind) return false
  const [here, there] = [Math.max(before.one, before.other), Math.max(behind.one, behind.other)]
  return run.weight < chance * Math.min(here, there)
}

function dropLast(pairs: Pairs, kept: Run[], changes: Changed[]): void {
  const run = kept.pop()
  const [before, behind] = changes.splice(-2)
  if (!run || !before || !behind) return
  for (let at = run.one; at < run.one + run.length; at += 1) unpair(pairs, at)
  changes.push({ one: before.one + run.weight + behind.one, other: before.other + run.weight + behind.other })
}

/** Slides what either text has more between two runs, where the words around allow it, to where it reads best. */
function slideAll(pairs: Pairs): void {
  const runs = blocksOf(pairs).filter((block) => pairs.moved[block.one] === 0)
  runs.forEach((left, index) => {
    const right = runs[index + 1]
    if (!right) return
    slide(sideOf(pairs, "one"), { start: left.one + left.length, end: right.one })
    slide(sideOf(pairs, "other"), { start: left.other + left.length, end: right.other })
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

/** As far as anybody looks for a better place. */
const MOST_STEPS = 40

/** Slides the words of a span, which have no counterparts in order, over those before or behind them that are the same. */
function slide(side: Side, { start, end }: Span): void {
  if (start >= end) return
  const [before, behind] = [side.counterparts[start - 1] ?? NONE, side.counterparts[end] ?? NONE]
  const steps = bestSlide(side, { start, end })
  for (let n = 0; n < -steps; n += 1) {
    side.unpair(start - 1 - n)
    side.pair(end - 1 - n, before - n)
  }
  for (let n = 0; n < steps; n += 1) {
    side.unpair(end + n)
    side.pair(start + n, behind + n)
  }
}

/** By how many words to slide a span, to the left if below 0. */
function bestSlide(side: Side, { start, end }: Span): number {
  let steps = 0
  let best = reading(side.words, start, end)
  for (const direction of [-1, 1] as const) {
    for (let step = direction; canSlide(side, { start, end }, step); step += direction) {
      const reads = reading(side.words, start + step, end + step)
      if (reads < best || (reads === best && Math.abs(step) >= Math.abs(steps))) continue
      best = reads
      steps = step
    }
  }
  return steps
}

/** Whether a span that can slide by all steps before can slide by this one too. */
function canSlide({ words, counterparts }: Side, { start, end }: Span, step: number): boolean {
  if (Math.abs(step) > MOST_STEPS) return false
  const [from, to] = step < 0 ? [start + step, end + step] : [end + step - 1, start + step - 1]
  const first = counterparts[step < 0 ? start - 1 : end] ?? NONE
  const isOfRun = first !== NONE && counterparts[from] === first + (step < 0 ? step + 1 : step - 1)
  const isInside = to >= start && to < end
  return isOfRun && (!isInside || counterparts[to] === NONE) && words.forms[from] === words.forms[to]
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
