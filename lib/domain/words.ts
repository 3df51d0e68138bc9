/** Looking for words in texts, in the browser as on the server: which words a query has, and which text is closest. */

/** More words narrow nothing down any further. */
const MOST_WORDS = 8

/** The words of a query, each of which must be found. */
export function wordsIn(query: string): string[] {
  return query.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
}

/** The claim's number that a query can mean, as in `12` and `#12`; more digits than a number can have mean none. */
export function numberIn(query: string): number | null {
  const digits = /^#?(\d{1,6})$/.exec(query)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** Whether all words of a query are in a text, in whatever case. */
export function hasWords(text: string, query: string): boolean {
  const within = text.toLowerCase()
  return wordsIn(query.toLowerCase()).every((word) => within.includes(word))
}

/** The closest first: a text that begins with the query, then one in which a word does; others stay as they came. */
export function closestFirst<T>(items: readonly T[], query: string, textOf: (item: T) => string): T[] {
  const asked = query.toLowerCase()
  return items
    .map((item) => ({ item, distance: distance(textOf(item).toLowerCase(), asked) }))
    .sort((one, other) => one.distance - other.distance)
    .map(({ item }) => item)
}

function distance(text: string, asked: string): number {
  for (let at = text.indexOf(asked); at >= 0; at = text.indexOf(asked, at + 1)) {
    if (at === 0) return 0
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return 1
  }
  return 2
}
