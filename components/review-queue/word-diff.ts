/** How one wording differs from another, word by word. Pure. */
import { diffArrays } from "diff/lib/diff/array.js"

export interface Change {
  kind: "same" | "added" | "removed"
  text: string
}

/** Beyond so many words that differ a comparison takes long and tells nobody anything: the middle then counts as rewritten. */
const MOST_DIFFERENT = 600

/** Scripts that put no space between words: each sign counts as one. */
const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}"
const LETTER = `(?![\\p{P}${UNSPACED}])\\S`

/** A run of white space, one sign, or a word with the points, hyphens and apostrophes inside it: 1,000 and Berlin-Mitte stay whole. */
const WORD = new RegExp(`\\s+|\\p{P}|[${UNSPACED}]\\p{M}*|(?:${LETTER})+(?:[.,:'’‐-](?:${LETTER})+)*`, "gu")

/**
 * The words of both in reading order, removed before added; the same kinds in a row are one change. What is the same and
 * removed joins to `before`, what is the same and added to `after`, letter for letter.
 */
export function wordDiff(before: string, after: string): Change[] {
  const [from, to] = [wordsOf(before), wordsOf(after)]
  const head = commonStart(from, to)
  const tail = commonStart(from.slice(head).reverse(), to.slice(head).reverse())
  const middle = compared(from.slice(head, from.length - tail), to.slice(head, to.length - tail))
  return readable([same(from.slice(0, head)), ...middle, same(from.slice(from.length - tail))])
}

const wordsOf = (text: string): string[] => text.match(WORD) ?? []
const same = (words: string[]): Change => ({ kind: "same", text: words.join("") })

function commonStart(one: string[], other: string[]): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length++
  return length
}

function compared(from: string[], to: string[]): Change[] {
  const changes = diffArrays(from, to, { maxEditLength: MOST_DIFFERENT }) ?? [
    { removed: true, added: false, value: from },
    { removed: false, added: true, value: to },
  ]
  return changes.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }))
}

/** Several words changed in a row read better as one change than as one for each with a space between. */
function readable(changes: Change[]): Change[] {
  const runs: Change[][] = []
  const filled = changes.filter(({ text }) => text !== "")
  for (const [at, change] of filled.entries()) {
    const isBetween = change.kind === "same" && /^\s+$/.test(change.text) && at > 0 && at < filled.length - 1
    const last = runs.at(-1)
    if (last && (isBetween || change.kind !== "same") && last[0]?.kind !== "same") last.push(change)
    else runs.push([change])
  }
  return runs.flatMap(oneChange)
}

/** A run of changes as what it takes away and what it puts there; as it is where it does only one of the two. */
function oneChange(run: Change[]): Change[] {
  const side = (kind: "added" | "removed"): Change => ({
    kind,
    text: run.flatMap((change) => (change.kind === "same" || change.kind === kind ? change.text : [])).join(""),
  })
  const sides = [side("removed"), side("added")]
  const isBoth = run[0]?.kind !== "same" && sides.every(({ text }) => text.trim() !== "")
  return isBoth ? sides : run
}
