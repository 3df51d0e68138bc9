/** Runs of words that both texts have once, found by shingles: so many words in a row, from every word on. */
import type { Gap } from "./gaps"
import type { Span } from "./graphemes"
import { NONE, type Block, type Pairs } from "./pairs"

/**
 * The stretches of a gap in which every shingle of `size` free words occurs once on either side, longest possible, in
 * the order of `one`. They may cross each other and overlap by less than a shingle.
 */
export function uniqueBlocks({ one, other, toOther, toOne }: Pairs, gap: Gap, size: number): Block[] {
  const ones = shinglesIn(one.forms, toOther, gap.one, size)
  const others = shinglesIn(other.forms, toOne, gap.other, size)
  const blocks: Block[] = []
  let last: Block | null = null
  for (let i = gap.one.start; i + size <= gap.one.end; i += 1) {
    if (!ones.isUnique(one.forms, i)) continue
    const j = others.placeOf(one.forms, i)
    if (j === NONE || !others.isUnique(other.forms, j)) continue
    const reach: number = last ? i - last.one : NONE
    if (last && reach === j - last.other && reach <= last.length - size + 1) last.length = reach + size
    else blocks.push((last = { one: i, other: j, length: size }))
  }
  return blocks
}

interface Shingles {
  /** Where the shingle that begins at a word of any text stands first; NONE if it is not here. */
  placeOf(forms: Int32Array, first: number): number
  /** Whether a word begins a shingle here that stands nowhere else. */
  isUnique(forms: Int32Array, first: number): boolean
}

/** The shingles of free words, in a hash table of their places: most of the time of an alignment is spent here. */
function shinglesIn(forms: Int32Array, counterparts: Int32Array, { start, end }: Span, size: number): Shingles {
  const mask = 2 ** Math.ceil(Math.log2(2 * (end - start) + 2)) - 1
  const slots = new Int32Array(mask + 1).fill(NONE)
  const isRepeated = new Uint8Array(end - start)
  const slotOf = (of: Int32Array, first: number) => {
    let slot = hash(of, first, size) & mask
    for (;;) {
      const place = slots[slot] ?? NONE
      if (place === NONE || isSame(forms, place, of, first, size)) return slot
      slot = (slot + 1) & mask
    }
  }
  let free = 0
  for (let at = start; at < end; at += 1) {
    free = counterparts[at] === NONE ? free + 1 : 0
    if (free < size) continue
    const first = at - size + 1
    const slot = slotOf(forms, first)
    const known = slots[slot] ?? NONE
    if (known === NONE) slots[slot] = first
    else isRepeated[known - start] = 1
  }
  const placeOf = (of: Int32Array, first: number) => slots[slotOf(of, first)] ?? NONE
  return {
    placeOf,
    isUnique: (of, first) => placeOf(of, first) === first && isRepeated[first - start] === 0,
  }
}

function hash(forms: Int32Array, first: number, size: number): number {
  let key = 0
  for (let at = first; at < first + size; at += 1) key = Math.imul(key ^ (forms[at] ?? 0), 0x9e3779b1) ^ (key >>> 15)
  return key ^ (key >>> 13)
}

function isSame(forms: Int32Array, place: number, of: Int32Array, first: number, size: number): boolean {
  for (let step = 0; step < size; step += 1) if (forms[place + step] !== of[first + step]) return false
  return true
}
