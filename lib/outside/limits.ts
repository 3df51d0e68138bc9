/** How much a fetch may cost. */

/** Times in milliseconds. */
export interface Limits {
  /** From the first look-up to the last byte, redirects included. */
  total: number
  lookup: number
  connection: number
  /** From the request to the end of the answer's head. */
  answer: number
  /** Between two pieces of the body. */
  silence: number
  headerBytes: number
  redirects: number
  /** Of the body, decompressed. */
  bodyBytes: number
}

/**
 * An editor waits in front of this, and reading the page comes after it: eight seconds for all of it. News sites answer
 * in one or two. Shorteners and consent pages come to five redirects; headers, with the longest security policies, to
 * 16 kB; the heaviest article pages to 5 MB.
 */
export const LIMITS: Limits = {
  total: 8_000,
  lookup: 4_000,
  connection: 4_000,
  answer: 7_000,
  silence: 4_000,
  headerBytes: 32 * 1024,
  redirects: 8,
  bodyBytes: 10 * 1024 * 1024,
}
