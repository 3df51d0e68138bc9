/** A claim's words with so much around them as a list has room for. Pure. */
import type { Context } from "@/lib/domain/review-item"

type Place = Pick<Context, "paragraph" | "spans">

/** Code units on either side: a line or two. */
const AROUND = 140

/** The passage cut to its surroundings, between words, with its spans counted in what is left. */
export function excerptOf({ paragraph, spans }: Place): Place {
  const first = Math.min(...spans.map((span) => span.start))
  const last = Math.max(...spans.map((span) => span.end))
  if (spans.length === 0) return { paragraph, spans }
  const start = wordStart(paragraph, first - AROUND)
  const end = wordEnd(paragraph, last + AROUND)
  const before = start > 0 ? "… " : ""
  const shift = before.length - start
  return {
    paragraph: `${before}${paragraph.slice(start, end)}${end < paragraph.length ? " …" : ""}`,
    spans: spans.map((span) => ({ start: span.start + shift, end: span.end + shift })),
  }
}

/** Where the next word begins. A text without spaces is cut between two characters. */
function wordStart(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.slice(at, at + AROUND).search(/\s/)
  return space === -1 ? whole(text, at) : at + space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const back = text.slice(at - AROUND, at).search(/\s\S*$/)
  return back === -1 ? whole(text, at) : at - AROUND + back
}

/** Not inside of a surrogate pair. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? "") ? at - 1 : at
}
