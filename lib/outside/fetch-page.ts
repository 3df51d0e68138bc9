/**
 * Fetches a page of the web for an editor, and nothing that is not of the web: the settings' ports and addresses of the
 * public internet, on every redirect anew (docs/decisions/020-fetching-pages.md). Reads nothing of what it fetches.
 */
import { env } from "../env"
import { archiveWithin, type Archived } from "./archive-within"
import { fetchWithin, lookWithin, type Errand } from "./fetch-within"
import type { Fetched, Looked, Validators } from "./fetched"
import { ARCHIVE, LIMITS, PATIENT, type Limits } from "./limits"
import { boundary, userAgent } from "./settings"

export type { Archived } from "./archive-within"
export type { Fetched, FetchedPage, FetchDetail, FetchStep, Looked, NotFetched, Validators } from "./fetched"

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
  return fetchWithin(errand(limits, options.accept ?? PAGES), url)
}

/** What a source's page may be: one to read, or a document. */
const DOCUMENTS = [...PAGES, "application/pdf"]

/**
 * Looks at the page of a source, while nobody waits: it, or that it is as it was when its server said `since` of it, or the
 * step at which it failed. Takes at most half a minute, and 25 MB.
 */
export function lookAtPage(url: string, since: Validators | null = null): Promise<Looked> {
  return lookWithin(errand(PATIENT, DOCUMENTS), url, since)
}

/** Whether there is a public archive that may be asked. */
export function canArchive(): boolean {
  return env().STET_ARCHIVE !== ""
}

/**
 * Has the public archive of the settings keep the page at `url`: where it is kept, or the step that failed. Takes at most
 * two minutes. It makes the address public: only after a person's deliberate yes.
 */
export function archivePage(url: string): Promise<Archived> {
  return archiveWithin(errand(ARCHIVE, PAGES), env().STET_ARCHIVE, url)
}

function errand(limits: Limits, accept: readonly string[]): Errand {
  return { boundary: boundary(), limits, accept, userAgent: userAgent() }
}
