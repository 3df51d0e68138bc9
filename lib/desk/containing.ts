/** Looking for words as they stand, in a column of text. */

/**
 * A condition on a text column: it contains these words, in whatever case. `%` and `_` are characters like all others;
 * NUL, which an address may hold and Postgres can't be asked for, is none.
 */
export function containing(words: string) {
  return { contains: words.replaceAll("\0", "").replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const
}
