/** How long a reading may take. Milliseconds. */

/**
 * A real page takes a tenth of a second, the longest a second; who waits longer than eight wants to be told why. A page
 * of 2 MB takes about 150 MB as a tree: what needs six times that is no article.
 */
export const BOUNDS = { milliseconds: 8_000, megabytes: 1_024 }

/** A file of evidence may be five times as large as a manuscript: a report of a thousand pages takes half of this. */
export const EVIDENCE_MS = 60_000

/** Loading takes a second or two. It is not the file's doing, so that its time is counted apart. */
export const LONGEST_START_MS = 30_000
