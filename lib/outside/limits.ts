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

/** For what is done while nobody waits: a slow server is given the time that it needs. */
export const PATIENT: Limits = {
  total: 30_000,
  lookup: 8_000,
  connection: 8_000,
  answer: 20_000,
  silence: 10_000,
  headerBytes: 32 * 1024,
  redirects: 8,
  bodyBytes: 25 * 1024 * 1024,
}

/** An archive fetches the page itself before it answers, with all that belongs to it: Wayback takes up to a minute and a half. */
export const ARCHIVE: Limits = { ...PATIENT, total: 120_000, answer: 115_000 }

/** A mail server has so many milliseconds for a mail: some keep strangers waiting before they greet them. */
export const MAIL_MS = 60_000

/** Whoever is told something by a webhook answers within so many milliseconds, and works on it after. */
export const WEBHOOK_MS = 15_000
