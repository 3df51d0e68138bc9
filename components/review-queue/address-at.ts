/** Where to open a source so that its reader lands at the passage that was used. */

import type { EvidenceView } from "@/lib/domain/source"
import { viewAddress } from "@/lib/domain/viewing"

/** Words that a text fragment needs to be found, and no more: long ones fail on the first difference. */
const FRAGMENT_WORDS = 8

/**
 * The address with the place in it: the page of a PDF, else the first words of the excerpt as a text fragment.
 * An address that already names a place is left as it is.
 */
export function addressAt(address: string, place: { locator: string | null; excerpt: string | null }): string {
  const url = new URL(address)
  if (url.hash) return url.href
  const page = place.locator?.match(/\b(?:p|pp|page|pages|S|Seite)\b\.?\s*(\d+)/i)?.[1]
  if (page && /\.pdf$/i.test(url.pathname)) return `${url.href}#page=${page}`
  return place.excerpt ? `${url.href}#:~:text=${fragmentOf(place.excerpt)}` : url.href
}

/** Where a piece of evidence is opened: its source's own file in Stet, else its page; null where it is neither. */
export function addressOf(slug: string, { id, source, locator, excerpt }: EvidenceView): string | null {
  if (source.file) return viewAddress(slug, source.id, { evidence: id })
  return source.url && addressAt(source.url, { locator, excerpt })
}

/** Whether there is anything of it to be opened. */
export function isOpenable({ source }: EvidenceView): boolean {
  return source.file !== null || source.url !== null
}

/** `start,end` for a long passage, all of it for a short one; commas, hyphens and ampersands are syntax there. */
function fragmentOf(excerpt: string): string {
  const words = excerpt.replace(/^[“”"„«»\s]+|[“”"«»\s]+$/gu, "").split(/\s+/)
  if (words.length <= FRAGMENT_WORDS * 2) return encoded(words)
  return `${encoded(words.slice(0, FRAGMENT_WORDS))},${encoded(words.slice(-FRAGMENT_WORDS))}`
}

const encoded = (words: string[]) => encodeURIComponent(words.join(" ")).replace(/-/g, "%2D")
