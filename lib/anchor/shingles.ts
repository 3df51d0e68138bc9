/** Runs of words that both texts have once, found by shingles: so many words in a row, from every word on. */
import type { Gap } from "./gaps"
import { NONE, type Block, type Pairs } from "./pairs"

/** Occurs more than once. */
const SEVERAL = -2

/**
 * The stretches of a gap in which every shingle of `size` free words occurs once on either side, longest possible, in
 * the order of `one`. They may cross each other and overlap by less than a shingle.
 */
export function uniqueBlocks(pairs: Pairs, gap: Gap, size: number): Block[] {
  const ones = shinglesIn(pairs.one.forms, pairs.toOther, gap.one, size)
  const others = shinglesIn(pairs.other.forms, pairs.toOne, gap.other, size)
  const blocks: Block[] = []
  let last: Block | null = null
  for (const [key, i] of ones) {
    const j = others.get(key) ?? NONE
    if (i < 0 || j < 0) continue
    if (!isSame(pairs, i, j, size)) continue
    const reach: number = last ? i - last.one : NONE
    if (last && reach === j - last.other && reach <= last.length - size + 1) last.length = reach + size
    else blocks.push((last = { one: i, other: j, length: size }))
  }
  return blocks
}

/** Where each shingle of free words stands, in order; SEVERAL for those that stand in more places than one. */
function shinglesIn(
  forms: Int32Array,
  counterparts: Int32Array,
  { start, end }: Gap["one"],
  size: number,
): Map<number, number> {
  const places = new Map<number, number>()
  let free = 0
  for (let at = start; at < end; at += 1) {
    free = counterparts[at] === NONE ? free + 1 : 0
    if (free < size) continue
    const first = at - size + 1
    const key = keyOf(forms, first, size)
    places.set(key, places.has(key) ? SEVERAL : first)
  }
  return places
}

/** A number for a shingle. Two may share one, which is noticed where it matters, and costs one match elsewhere. */
function keyOf(forms: Int32Array, first: number, size: number): number {
  if (size === 1) return forms[first] ?? 0
  let key = 0
  // Two thirds of 32 bits each for the low and the high part of a whole number that is exact.
  let high = 0
  for (let at = first; at < first + size; at += 1) {
    key = Math.imul(key ^ (forms[at] ?? 0), 0x9e3779b1) + 1
    high = Math.imul(high + (forms[at] ?? 0), 0x85ebca6b) ^ (high >>> 15)
  }
  return (key >>> 0) + (high & 0xfffff) * 0x100000000
}

function isSame({ one, other }: Pairs, i: number, j: number, size: number): boolean {
  for (let step = 0; step < size; step += 1) if (one.forms[i + step] !== other.forms[j + step]) return false
  return true
}
