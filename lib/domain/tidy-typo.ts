/** Words of a text with where they stand, the words that differ between two texts, and what of that is a slip of the hand. Pure. */

export interface Word {
  text: string
  lower: string
  /** Whether it begins a sentence. */
  opens: boolean
  /** The word before it, in lower case; empty for the first. */
  previous: string
}

/** Words that stand in another's place, with those before and after them. */
export interface WordsChange {
  removed: Word[]
  added: Word[]
  neighbours: string[]
}

/** Runs of letters and marks, with apostrophes and hyphens inside. Figures are not among them. */
export function wordsOf(text: string): Word[] {
  let previous = ""
  return [...text.matchAll(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu)].map(({ 0: word, index }) => {
    const opens = /(?:^|[.!?…:]["“”«»)]*\s+|\n\s*)["“„«(]*$/u.test(text.slice(Math.max(0, index - 12), index))
    const found = { text: word, lower: word.toLowerCase(), opens: opens || index === 0, previous }
    previous = found.lower
    return found
  })
}

/** Where the words of one text differ from another's, by the longest run of words that both have. */
export function changesOf(from: string, to: string): WordsChange[] {
  const [before, after] = [wordsOf(from), wordsOf(to)]
  const kept = pairsOf(before, after)
  const changes: WordsChange[] = []
  let last = { at: -1, by: -1 }
  for (const pair of [...kept, { at: before.length, by: after.length }]) {
    const removed = before.slice(last.at + 1, pair.at)
    const added = after.slice(last.by + 1, pair.by)
    const neighbours = [before[last.at], before[pair.at]].flatMap((word) => word?.lower ?? [])
    if (removed.length + added.length > 0) changes.push({ removed, added, neighbours })
    last = pair
  }
  return changes
}

/** The places of the words that both texts have, in order. */
function pairsOf(before: readonly Word[], after: readonly Word[]): { at: number; by: number }[] {
  const lengths = commonLengths(before, after)
  const pairs: { at: number; by: number }[] = []
  let [at, by] = [0, 0]
  while (at < before.length && by < after.length) {
    if (before[at]?.text === after[by]?.text) pairs.push({ at: at++, by: by++ })
    else if ((lengths[at + 1]?.[by] ?? 0) >= (lengths[at]?.[by + 1] ?? 0)) at += 1
    else by += 1
  }
  return pairs
}

/** How many words two texts have in common from each pair of places on. */
function commonLengths(before: readonly Word[], after: readonly Word[]): Uint16Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const [row, below] = [lengths[at], lengths[at + 1]]
    if (!row || !below) continue
    for (let by = after.length - 1; by >= 0; by -= 1) {
      const isSame = before[at]?.text === after[by]?.text
      row[by] = isSame ? (below[by + 1] ?? 0) + 1 : Math.max(below[by] ?? 0, row[by + 1] ?? 0)
    }
  }
  return lengths
}

/** Below this a letter makes another word as easily as it mends one. */
const SHORT = 4

/**
 * Whether a word is another one mistyped: a letter or two apart (Damerau and Levenshtein, of neighbours only), and
 * beginning alike, for what is put before a word turns it round: "legal", "illegal".
 */
export function isTypo(one: string, other: string): boolean {
  if (one === other) return true
  const letters = (word: string) => [...word].sort().join("")
  if (letters(one) === letters(other)) return distance(one, other) <= 2
  if (one[0] !== other[0] || Math.min(one.length, other.length) < 3) return false
  return distance(one, other) <= (Math.min(one.length, other.length) <= SHORT ? 1 : 2)
}

function distance(one: string, other: string): number {
  let [last, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, by) => by)]
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at]
    for (let by = 1; by <= other.length; by += 1) {
      const cost = one[at - 1] === other[by - 1] ? 0 : 1
      const near = Math.min(nth(row, by) + 1, nth(next, by - 1) + 1, nth(row, by - 1) + cost)
      const isSwap = at > 1 && by > 1 && one[at - 1] === other[by - 2] && one[at - 2] === other[by - 1]
      next.push(isSwap ? Math.min(near, nth(last, by - 2) + 1) : near)
    }
    last = row
    row = next
  }
  return nth(row, other.length)
}

const nth = (row: readonly number[], at: number) => row[at] ?? 0
