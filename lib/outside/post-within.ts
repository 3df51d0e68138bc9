/** Posts a message to one address within a boundary. Everything else asks `postWebhook`, whose boundary is that of the settings. */
import { addressesOf, parsedUrl, targetOf, type Boundary } from "./boundary"
import { ask } from "./connection"
import { inTime, reasonOf } from "./fetch-within"
import { Stopped, type NotFetched } from "./fetched"
import type { Limits } from "./limits"
import { stoppedBy } from "./stopped"

/** That it was taken, or the step that failed; with the status that was answered, where one was. */
export type Posted = { ok: true; status: number } | (NotFetched & { status: number | null })

export interface Postman {
  boundary: Boundary
  limits: Limits
  userAgent: string
}

export interface Post {
  url: string
  body: string
  headers: Record<string, string>
}

/** Never throws for what a server or an address does. */
export async function postWithin({ boundary, limits, userAgent }: Postman, post: Post): Promise<Posted> {
  let status: number | null = null
  const host = parsedUrl(post.url)?.hostname ?? ""
  try {
    const end = performance.now() + limits.total
    const signal = AbortSignal.timeout(limits.total)
    const target = targetOf(post.url, boundary)
    const addresses = await inTime(addressesOf(target, boundary), limits, end)
    const headers = { ...post.headers, "content-type": "application/json", "user-agent": userAgent }
    const answer = await ask({ target, addresses, headers, limits, signal, post: post.body })
    status = answer.statusCode
    // What else it says is nobody's concern.
    await answer.close()
    if (status < 200 || status > 299) throw new Stopped("status", reasonOf(status), { status })
    return { ok: true, status }
  } catch (error) {
    const { step, reason, params } = stoppedBy(error, limits.total / 1000)
    return { ok: false, status, step, detail: { host, reason, ...params } }
  }
}
