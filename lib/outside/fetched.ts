/** What comes back from a fetch: a page, or the step at which it stopped. Values only. */

/** A page as it came, before anybody reads it. */
export interface FetchedPage {
  /** The address that answered, after all redirects and without a fragment. */
  url: string
  /** The body, decompressed. */
  bytes: Uint8Array
  /** The media type in small letters, without parameters. */
  contentType: string
  /** The encoding that the header names, as it is written there. */
  charset: string | null
  fetchedAt: Date
  status: number
  /** The addresses that passed us on, in their order. */
  redirects: string[]
  /** Where the page is for good, by those redirects that say so: those that come first. */
  movedTo: string | null
  etag: string | null
  /** `Last-Modified` as it came. */
  lastModified: string | null
}

/** Where a fetch stopped. Each has its words under `refusal.fetch`. */
export type FetchStep =
  "address" | "lookup" | "connection" | "redirect" | "status" | "type" | "size" | "time" | "decompression" | "archive"

/**
 * The parameters of the step's message. `host` is the one that was asked last, or that a redirect led to; `reason` is
 * one of the step's branches in the catalogue; what else its words need is there too, such as `status` or `seconds`.
 */
export type FetchDetail = { host: string; reason: string } & Record<string, string | number>

export type Fetched = { ok: true; page: FetchedPage } | NotFetched

export interface NotFetched {
  ok: false
  step: FetchStep
  detail: FetchDetail
}

/** By what a server tells whether a page is as it was: what it said of it then, and which address that was. */
export interface Validators extends Pick<FetchedPage, "etag" | "lastModified"> {
  url: string
}

/** What comes of another look at a page: the page, or that it is as it was, or the step at which it stopped. */
export type Looked = Fetched | { ok: true; page: null; movedTo: string | null }

/** Thrown inside lib/outside, turned into a value by `fetchWithin`. */
export class Stopped extends Error {
  readonly step: FetchStep
  readonly reason: string
  readonly params: Record<string, string | number>

  constructor(step: FetchStep, reason: string, params: Record<string, string | number> = {}) {
    super(`${step}: ${reason}`)
    this.name = "Stopped"
    this.step = step
    this.reason = reason
    this.params = params
  }
}
