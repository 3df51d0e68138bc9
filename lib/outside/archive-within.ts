/**
 * Asks a public archive to keep a page, within the boundary, and reads where it has kept it. Archives are asked by a GET of
 * their save address with the page's behind it, and answer with the place: in a redirect, or in a head beside the page.
 */
import { addressesOf, parsedUrl, targetOf, type Target } from "./boundary"
import { ask, type Answer } from "./connection"
import { Stopped, type NotFetched } from "./fetched"
import { first, headersOf, inTime, locationOf, reasonOf, tooMany, type Errand } from "./fetch-within"
import { redirected, type Trail } from "./redirect"
import { stoppedBy } from "./stopped"

/** Where a page is kept, or the step that failed. */
export type Archived = { ok: true; url: string } | NotFetched

/** Has the archive at `save` keep the page at `address`. Never throws for what a server or an address does. */
export async function archiveWithin(errand: Errand, save: string, address: string): Promise<Archived> {
  const trail: Trail = { host: parsedUrl(save)?.hostname ?? "", redirects: [], movedTo: null }
  try {
    // It fetches the page from outside: what is inside, or no address, it would not find.
    targetOf(address, { ...errand.boundary, inside: [] })
    return { ok: true, url: await placeOf(errand, { save, address }, trail) }
  } catch (error) {
    const { step, reason, params } = stoppedBy(error, errand.limits.total / 1000)
    return { ok: false, step, detail: { host: trail.host, reason, ...params } }
  }
}

interface Asked {
  save: string
  address: string
}

/** Follows the archive from one save address to another, and stops at the first that is the place of a page. */
async function placeOf(errand: Errand, { save, address }: Asked, trail: Trail): Promise<string> {
  const end = performance.now() + errand.limits.total
  const signal = AbortSignal.timeout(errand.limits.total)
  let target = targetOf(`${save}${address}`, errand.boundary)
  for (;;) {
    trail.host = target.url.hostname
    const addresses = await inTime(addressesOf(target, errand.boundary), errand.limits, end)
    const answer = await ask({ target, addresses, headers: headersOf(errand), limits: errand.limits, signal })
    try {
      const location = locationOf(answer)
      if (location === null) return keptAt(answer, target, address)
      const to = parsedUrl(location, target.url)
      if (to && isPlace(to, target, address)) return to.href
      if (trail.redirects.push(target.url.href) > errand.limits.redirects) throw tooMany(errand.limits)
      target = redirected(location, target, errand.boundary, trail)
    } finally {
      await answer.close()
    }
  }
}

function keptAt({ statusCode: status, headers }: Answer, target: Target, address: string): string {
  if (status < 200 || status > 299) throw new Stopped("status", reasonOf(status), { status })
  const place = parsedUrl(first(headers["content-location"]) ?? "", target.url)
  if (!place || !isPlace(place, target, address)) throw new Stopped("archive", "silent")
  return place.href
}

/** Whether it is a place of the page in an archive: neither the page itself nor the same request again, elsewhere. */
function isPlace(to: URL, { url }: Target, address: string): boolean {
  const [asks] = url.pathname.split("http", 1)
  const isWeb = to.protocol === "https:" || to.protocol === "http:"
  return isWeb && to.href !== new URL(address).href && to.href !== url.href && !to.pathname.startsWith(asks ?? "/save/")
}
