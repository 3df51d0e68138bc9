/** Between UTF-16 code units, in which Stet counts, and Unicode code points, in which everything that leaves counts. */
import { countBelow } from "./count-below"

export interface CodePoints {
  /** Code points before the code unit offset; null if it is out of range, no whole number or inside a surrogate pair. */
  ofUnit(unit: number): number | null
  /** The code unit offset of a code point offset; null if it is out of range or no whole number. */
  toUnit(codePoint: number): number | null
  /** Length of the text in code points; a lone surrogate counts as one. */
  length: number
}

/** An index of `text`: built in one pass, then one binary search a look-up, or none where there are no pairs. */
export function codePoints(text: string): CodePoints {
  const pairs = pairsIn(text)
  const length = text.length - pairs.length
  return {
    length,
    ofUnit(unit) {
      if (!isWithin(unit, text.length)) return null
      const before = countBelow(pairs.length, (index) => (pairs[index] ?? 0) < unit)
      return pairs[before - 1] === unit - 1 ? null : unit - before
    },
    toUnit(codePoint) {
      if (!isWithin(codePoint, length)) return null
      return codePoint + countBelow(pairs.length, (index) => (pairs[index] ?? 0) - index < codePoint)
    },
  }
}

/** The offsets of all high surrogates that have their low one, rising. */
function pairsIn(text: string): number[] {
  return Array.from(text.matchAll(/[\u{10000}-\u{10FFFF}]/gu), (match) => match.index)
}

function isWithin(offset: number, length: number): boolean {
  return Number.isInteger(offset) && offset >= 0 && offset <= length
}
