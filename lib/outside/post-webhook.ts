/**
 * Sends a message to an address that a desk has named, within the boundary: as a page is fetched, but for redirects, which
 * are not followed: what is signed for one address is for that one alone. Of the answer only the status is read.
 */
import { postWithin, type Posted } from "./post-within"
import { LIMITS, WEBHOOK_MS } from "./limits"
import { boundary, userAgent } from "./settings"

export type { Posted } from "./post-within"

export function postWebhook(url: string, body: string, headers: Record<string, string>): Promise<Posted> {
  const limits = { ...LIMITS, total: WEBHOOK_MS, answer: WEBHOOK_MS }
  return postWithin({ boundary: boundary(), limits, userAgent: userAgent() }, { url, body, headers })
}
