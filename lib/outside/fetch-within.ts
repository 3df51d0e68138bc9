/**
 * Fetches a page within a boundary, step by step: address, look-up, connection, redirect, status, type, size. Everything
 * else asks `fetchPage`, whose boundary is that of the settings.
 */
import { addressesOf, parsedUrl, targetOf, type Boundary, type Target } from "./boundary"
import { ask, type Answer } from "./connection"
import { Stopped, type Fetched, type FetchedPage, type Looked, type Validators } from "./fetched"
import type { Limits } from "./limits"
import { CODINGS, readBody, tooLarge } from "./read-body"
import { noteMove, redirected, type Trail } from "./redirect"
import { stoppedBy } from "./stopped"

export interface Errand {
  boundary: Boundary
  limits: Limits
  /** Media types that are taken, in small letters. */
  accept: readonly string[]
  userAgent: string
}

/** The page at `address`, or the step that failed. Never throws for what a server or an address does. */
export async function fetchWithin(errand: Errand, address: string): Promise<Fetched> {
  const looked = await lookWithin(errand, address, null)
  if (looked.ok && looked.page === null) throw new Error("nobody asked whether it has changed")
  return looked
}

/** The same, or that the page is as it was when its server said `since` of it. */
export async function lookWithin(errand: Errand, address: string, since: Validators | null): Promise<Looked> {
  const trail: Trail = { host: parsedUrl(address)?.hostname ?? "", redirects: [], movedTo: null }
  try {
    const page = await follow(errand, { address, since }, trail)
    return page ? { ok: true, page } : { ok: true, page, movedTo: trail.movedTo }
  } catch (error) {
    const { step, reason, params } = stoppedBy(error, errand.limits.total / 1000)
    return { ok: false, step, detail: { host: trail.host, reason, ...params } }
  }
}

interface Wanted {
  address: string
  since: Validators | null
}

/** Null for a page that is as it was. */
async function follow(errand: Errand, { address, since }: Wanted, trail: Trail): Promise<FetchedPage | null> {
  const end = performance.now() + errand.limits.total
  const signal = AbortSignal.timeout(errand.limits.total)
  let target = targetOf(address, errand.boundary)
  for (;;) {
    trail.host = target.url.hostname
    const addresses = await inTime(addressesOf(target, errand.boundary), errand.limits, end)
    const conditions = conditionsFor(target, since)
    const headers = { ...headersOf(errand), ...conditions }
    const answer = await ask({ target, addresses, headers, limits: errand.limits, signal })
    try {
      if (answer.statusCode === 304 && Object.keys(conditions).length > 0) return null
      const location = locationOf(answer)
      if (location === null) return await pageOf(answer, errand, { target, ...trail })
      if (trail.redirects.push(target.url.href) > errand.limits.redirects) throw tooMany(errand.limits)
      target = redirected(location, target, errand.boundary, trail)
      noteMove(trail, answer.statusCode, target)
    } finally {
      await answer.close()
    }
  }
}

/** That more redirects came than are followed. */
export function tooMany({ redirects }: Limits): Stopped {
  return new Stopped("redirect", "many", { most: redirects })
}

/** The system's look-up can't be ended, only no longer waited for. */
export function inTime<T>(work: Promise<T>, { lookup, total }: Limits, end: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const stop = () => reject(new Stopped("time", "slow", { seconds: total / 1000 }))
    timer = setTimeout(stop, Math.min(lookup, end - performance.now()))
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

export function headersOf({ accept, userAgent }: Errand): Record<string, string> {
  return { accept: accept.join(", "), "accept-encoding": CODINGS.join(", "), "user-agent": userAgent }
}

/** What a server said of one address it is asked about that one alone. */
function conditionsFor(target: Target, since: Validators | null): Record<string, string> {
  if (since?.url !== target.url.href) return {}
  return {
    ...(since.etag !== null && { "if-none-match": since.etag }),
    ...(since.lastModified !== null && { "if-modified-since": since.lastModified }),
  }
}

const REDIRECTS = [301, 302, 303, 307, 308]

/** Where a redirect leads, as it is written; null for what is none. */
export function locationOf({ statusCode, headers }: Answer): string | null {
  if (!REDIRECTS.includes(statusCode)) return null
  const location = first(headers.location)
  if (location === null) throw new Stopped("redirect", "malformed")
  return location
}

async function pageOf(
  answer: Answer,
  errand: Errand,
  came: Pick<Trail, "redirects" | "movedTo"> & { target: Target },
): Promise<FetchedPage> {
  const { statusCode: status, headers, body } = answer
  if (status < 200 || status > 299 || [204, 205, 206].includes(status))
    throw new Stopped("status", reasonOf(status), { status, ...patienceFor(answer) })
  const { type, charset } = contentTypeOf(first(headers["content-type"]) ?? "")
  if (!errand.accept.includes(type)) throw new Stopped("type", type === "" ? "missing" : "other", { type })
  const most = errand.limits.bodyBytes
  if (Number(first(headers["content-length"]) ?? 0) > most) throw tooLarge(most)
  const bytes = await readBody(body, [headers["content-encoding"] ?? ""].flat().join(","), most)
  return {
    url: came.target.url.href,
    bytes,
    contentType: type,
    charset,
    fetchedAt: new Date(),
    status,
    redirects: came.redirects,
    movedTo: came.movedTo,
    etag: first(headers.etag),
    lastModified: first(headers["last-modified"]),
  }
}

/** The first of a header's values. */
export function first(value: string | string[] | undefined): string | null {
  return [value ?? []].flat()[0] ?? null
}

/** The kinds of no that a person can do different things about. */
export function reasonOf(status: number): string {
  if (status === 401 || status === 402 || status === 403 || status === 451) return "closed"
  if (status === 404 || status === 410) return "gone"
  if (status === 429) return "busy"
  return status >= 500 ? "broken" : "other"
}

/** In how many seconds a server wants to be asked again, where it says so. */
function patienceFor({ statusCode, headers }: Answer): { retryAfter?: number } {
  const said = first(headers["retry-after"])?.trim()
  if (said === undefined || (statusCode !== 429 && statusCode !== 503)) return {}
  const seconds = /^\d{1,9}$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1_000
  return seconds > 0 ? { retryAfter: Math.ceil(seconds) } : {}
}

function contentTypeOf(header: string): { type: string; charset: string | null } {
  const [type = "", ...parameters] = header.split(";")
  const charset = parameters.map((one) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/i.exec(one)?.[1]).find(Boolean)
  return { type: type.trim().toLowerCase(), charset: charset ?? null }
}
