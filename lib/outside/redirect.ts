/** Where a redirect leads, and whether it may. */
import { parsedUrl, targetOf, type Boundary, type Target } from "./boundary"
import { Stopped } from "./fetched"

/** Where a fetch has come by: the host it asked last or was led to, and the addresses that passed it on. */
export interface Trail {
  host: string
  redirects: string[]
  /** Where it is for good, as long as each redirect has said so. */
  movedTo: string | null
}

/** Those after which the old address is no longer meant to be used. */
const FOR_GOOD = [301, 308]

/** Notes on the trail what a redirect says of the page's place: one for the time being leaves it where it is. */
export function noteMove(trail: Trail, statusCode: number, to: Target): void {
  const isSettled = trail.redirects.length > 1 && trail.movedTo !== trail.redirects.at(-1)
  if (FOR_GOOD.includes(statusCode) && !isSettled) trail.movedTo = to.url.href
}

/**
 * The target that `location` means, as an answer of `from`, which is the trail's last. It is checked as the first address
 * was. Stops at `redirect`, with the reasons of an address, or `many`, `loop`, `downgrade`.
 */
export function redirected(location: string, from: Target, boundary: Boundary, trail: Trail): Target {
  const to = parsedUrl(location, from.url)
  trail.host = to?.hostname ?? trail.host
  try {
    const target = targetOf(to?.href ?? "", boundary)
    check(from, target, trail)
    return target
  } catch (error) {
    throw error instanceof Stopped ? new Stopped("redirect", error.reason, error.params) : error
  }
}

/** What is listed as inside must have been asked for by name: a page of the internet can't send us there. */
function check(from: Target, to: Target, { redirects }: Trail): void {
  if (redirects.includes(to.url.href)) throw new Stopped("redirect", "loop")
  if (to.isInside && !from.isInside) throw new Stopped("redirect", "private")
  if (from.url.protocol === "https:" && to.url.protocol === "http:") throw new Stopped("redirect", "downgrade")
}
