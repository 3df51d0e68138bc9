/** How one text differs from another, word by word, as a reader would say it. Offsets are UTF-16 code units. */
import { align } from "./align"
import { blocksOf, type Block, type Pairs } from "./pairs"
import { AS_PASSAGES, AS_SHOWN, wordsOfBoth, type Reading } from "./words"

/** Words that were kept, taken out or put in, with the white space at them. */
export interface Piece {
  kind: "same" | "removed" | "added"
  text: string
  /** Where it begins in either text; what was removed stands nowhere in the new one, but here is where it would. */
  oldStart: number
  newStart: number
}

/** What makes words the same: every letter and space; or what place() goes by, to which their typography is nothing. */
export type Sameness = "letters" | "words"

/**
 * Both texts in reading order, removed before added; changes with only white space between them are one change. By
 * letters, what is the same and removed joins to `oldText`, what is the same and added to `newText`. By words, what is
 * the same is shown as it stands in `newText`.
 */
export function compare(oldText: string, newText: string, by: Sameness = "letters"): Piece[] {
  const texts = { old: oldText, new: newText }
  const reading = by === "words" ? WORD_FOR_WORD : AS_SHOWN
  const pairs = align(wordsOfBoth(oldText, newText, reading), reading)
  return runsOf(joined(stretches(pairs, by)), texts).flatMap((run) => piecesOf(run, texts))
}

interface Texts {
  old: string
  new: string
}

const WORD_FOR_WORD: Reading = { ...AS_SHOWN, pattern: AS_PASSAGES.pattern, formOf: AS_PASSAGES.formOf }

/** The same stretch of both texts, or one that stands for the other. */
interface Stretch {
  isSame: boolean
  old: [start: number, end: number]
  new: [start: number, end: number]
}

function stretches(pairs: Pairs, by: Sameness): Stretch[] {
  const { one, other } = pairs
  const found: Stretch[] = []
  let [i, j] = [0, 0]
  const reach = (toOld: number, toNew: number) => {
    found.push(...between({ isSame: false, old: [i, toOld], new: [j, toNew] }, one.text, other.text, by))
  }
  for (const block of blocksOf(pairs)) {
    for (const { one: a, other: b, length } of sameLetters(pairs, block)) {
      const [start, newStart] = [one.starts[a] ?? i, other.starts[b] ?? j]
      reach(start, newStart)
      i = one.ends[a + length - 1] ?? start
      j = other.ends[b + length - 1] ?? newStart
      found.push({ isSame: true, old: [start, i], new: [newStart, j] })
    }
  }
  reach(one.text.length, other.text.length)
  return found.filter((stretch) => stretch.old[0] < stretch.old[1] || stretch.new[0] < stretch.new[1])
}

/** A block as it is, if its white space is the same too; else word by word. */
function sameLetters({ one, other }: Pairs, block: Block): Block[] {
  const { one: a, other: b, length } = block
  const [last, newLast] = [a + length - 1, b + length - 1]
  const isSame =
    one.text.slice(one.starts[a], one.ends[last]) === other.text.slice(other.starts[b], other.ends[newLast])
  if (isSame) return [block]
  return Array.from({ length }, (_, step) => ({ one: a + step, other: b + step, length: 1 }))
}

/** What stands between two words that are the same: the same too, or white space that is, around what is not. */
function between(
  { old: [i, toOld], new: [j, toNew] }: Stretch,
  oldText: string,
  newText: string,
  by: Sameness,
): Stretch[] {
  const [before, after] = [oldText.slice(i, toOld), newText.slice(j, toNew)]
  // A sign that is no word of either.
  if (before === after) return [{ isSame: true, old: [i, toOld], new: [j, toNew] }]
  const [lead, newLead] = sameSpace(before, after, by, leading)
  const [trail, newTrail] = sameSpace(before.slice(lead), after.slice(newLead), by, trailing)
  return [
    { isSame: true, old: [i, i + lead], new: [j, j + newLead] },
    { isSame: false, old: [i + lead, toOld - trail], new: [j + newLead, toNew - newTrail] },
    { isSame: true, old: [toOld - trail, toOld], new: [toNew - newTrail, toNew] },
  ]
}

const leading = (text: string) => /^[\s\uFFFC]*/u.exec(text)?.[0] ?? ""
const trailing = (text: string) => /[\s\uFFFC]*$/u.exec(text)?.[0] ?? ""

/** How much white space at an edge of both counts as the same. */
function sameSpace(one: string, other: string, by: Sameness, edge: (text: string) => string): [number, number] {
  const [space, newSpace] = [edge(one), edge(other)]
  if (by === "words") return [space.length, newSpace.length]
  let common = 0
  const at = (text: string, step: number) => text.at(edge === leading ? step : -1 - step)
  while (common < Math.min(space.length, newSpace.length) && at(space, common) === at(newSpace, common)) common += 1
  return [common, common]
}

/** Neighbours of one kind as one. */
function joined(all: Stretch[]): Stretch[] {
  const found: Stretch[] = []
  for (const stretch of all) {
    const last = found.at(-1)
    if (last?.isSame === stretch.isSame) {
      last.old[1] = stretch.old[1]
      last.new[1] = stretch.new[1]
    } else found.push(stretch)
  }
  return found
}

/** Changes with only white space between them, together with it; what is the same by itself. */
function runsOf(all: Stretch[], { new: text }: Texts): Stretch[][] {
  const runs: Stretch[][] = []
  for (const [at, stretch] of all.entries()) {
    const isSpace = /^\s+$/u.test(text.slice(...stretch.new))
    const isBetween = stretch.isSame && isSpace && at > 0 && at < all.length - 1
    const last = runs.at(-1)
    if (last && (isBetween || !stretch.isSame) && !last[0]?.isSame) last.push(stretch)
    else runs.push([stretch])
  }
  return runs
}

/** A run of changes as what it takes away and what it puts there; as it is where it does only one of the two. */
function piecesOf(run: Stretch[], texts: Texts): Piece[] {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return []
  const whole: Stretch = { ...first, old: [first.old[0], last.old[1]], new: [first.new[0], last.new[1]] }
  const isBoth = texts.old.slice(...whole.old).trim() !== "" && texts.new.slice(...whole.new).trim() !== ""
  return (isBoth ? [whole] : run).flatMap((stretch) => shown(stretch, texts))
}

function shown({ isSame, old, new: fresh }: Stretch, texts: Texts): Piece[] {
  const piece = (kind: Piece["kind"], text: string): Piece => ({ kind, text, oldStart: old[0], newStart: fresh[0] })
  const pieces = isSame
    ? [piece("same", texts.new.slice(...fresh))]
    : [piece("removed", texts.old.slice(...old)), piece("added", texts.new.slice(...fresh))]
  return pieces.filter(({ text }) => text !== "")
}
