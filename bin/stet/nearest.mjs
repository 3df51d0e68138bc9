// @ts-check
/** What somebody may have meant who mistyped a word. */

/**
 * The one of some words that takes the fewest letters changed, where they are few enough.
 * @param {string} typed
 * @param {readonly string[]} words
 * @returns {string | undefined}
 */
export function nearest(typed, words) {
  const [best] = words
    .map((word) => ({ word, far: distance(typed, word) }))
    .filter(({ word, far }) => far <= Math.max(1, Math.floor(word.length / 3)))
    .toSorted((one, other) => one.far - other.far)
  return best?.word
}

/** How many letters are to be put in, taken out or changed (Levenshtein). @param {string} one @param {string} other */
function distance(one, other) {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1]
    for (let at = 0; at < other.length; at += 1) {
      const changed = (above[at] ?? 0) + (other[at] === letter ? 0 : 1)
      line.push(Math.min(changed, (above[at + 1] ?? 0) + 1, (line[at] ?? 0) + 1))
    }
    above = line
  }
  return above.at(-1) ?? 0
}
