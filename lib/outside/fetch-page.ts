/**
 * Fetches a page of the web for an editor, and nothing that is not of the web: the settings' ports and addresses of the
 * public internet, on every redirect anew (docs/decisions/020-fetching-pages.md). Reads nothing of what it fetches.
 */
import { lookup } from "node:dns/promises"
import product from "../../package.json"
import { env } from "../env"
import type { Boundary } from "./boundary"
import { fetchWithin } from "./fetch-within"
import type { Fetched } from "./fetched"
import { LIMITS } from "./limits"

export type { Fetched, FetchedPage, FetchDetail, FetchStep } from "./fetched"

export interface FetchOptions {
  /** Media types that are taken; what people call a page, unless said otherwise. */
  accept?: readonly string[]
  /** Of the body, decompressed. */
  mostBytes?: number
}

const PAGES = ["text/html", "application/xhtml+xml", "text/plain"]

/** The page at `url`, or the step at which it failed, with what its message needs. Takes at most eight seconds. */
export function fetchPage(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const limits = { ...LIMITS, bodyBytes: options.mostBytes ?? LIMITS.bodyBytes }
  return fetchWithin({ boundary: boundary(), limits, accept: options.accept ?? PAGES, userAgent: userAgent() }, url)
}

/** The one place that decides how far the product goes. */
function boundary(): Boundary {
  const { STET_FETCH_PORTS: ports, STET_FETCH_INSIDE: inside } = env()
  return { ports, inside, lookup: (host) => lookup(host, { all: true, verbatim: true }) }
}

/** Who asks, and where to turn to: this desk's own address, unless another one is set. */
function userAgent(): string {
  const { STET_CONTACT, NEXTAUTH_URL } = env()
  return `Stet/${product.version} (+${STET_CONTACT || NEXTAUTH_URL})`
}
