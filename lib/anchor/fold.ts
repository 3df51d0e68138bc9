/**
 * One form for words that are the same but were typed, wrapped or copied differently: white space runs, curly and
 * straight quotation marks, dashes, dots for an ellipsis, Unicode composition, signs that nobody sees, and object
 * characters that a copy leaves out. Letters, digits, case and all other punctuation count: what differs there is not
 * the same words.
 */
import { isBoundary, type Span } from "./graphemes"

/** Object characters, and what is for breaking lines only: soft hyphens, zero width spaces, word joiners, byte order marks. */
const UNSEEN = "\\uFFFC\\u00AD\\u200B\\u2060\\uFEFF"
/** Hyphens and dashes of any length, in a row too, and the minus sign. */
export const DASHES = "[\\p{Pd}\u2212]+"
export const ELLIPSIS = "\\.{3,}|…"
const SINGLE = "‘’‚‛ʼ′"
const DOUBLE = "“”„‟″"

const VARIANTS = new RegExp(
  `[\\s${UNSEEN}]*\\s[\\s${UNSEEN}]*|[${UNSEEN}]+|[${SINGLE}]|[${DOUBLE}]|${DASHES}|${ELLIPSIS}`,
  "gu",
)

/** `text` in that form. */
export function fold(text: string): string {
  return text.normalize("NFC").replace(VARIANTS, folded)
}

/** Every place in `text` (NFC) that has the words of `exact` in that form; their edges are words, not white space. */
export function* foldedPlaces(text: string, exact: string): Generator<Span, undefined> {
  const wanted = fold(exact).trim()
  if (wanted === "") return
  const { form, starts, ends } = foldedOf(text)
  for (let at = form.indexOf(wanted); at >= 0; at = form.indexOf(wanted, at + 1)) {
    const start = starts[at] ?? 0
    const end = ends[at + wanted.length - 1] ?? 0
    if (isBoundary(text, start) && isBoundary(text, end)) yield { start, end }
  }
}

interface Folded {
  text: string
  form: string
  /** Where each code unit of the form comes from: the first of what it stands for, and behind the last. */
  starts: Uint32Array
  ends: Uint32Array
}

let latest: Folded | null = null

/** Many quotes are looked up in one text in a row: its form is made once. */
function foldedOf(text: string): Folded {
  latest = latest?.text === text ? latest : foldWithOrigins(text)
  return latest
}

/** The form of an NFC text, and where it comes from. */
export function foldWithOrigins(text: string): Folded {
  const starts = new Uint32Array(text.length)
  const ends = new Uint32Array(text.length)
  let form = ""
  let done = 0
  const keep = (upTo: number) => {
    for (let at = done; at < upTo; at += 1) {
      starts[form.length + at - done] = at
      ends[form.length + at - done] = at + 1
    }
    form += text.slice(done, upTo)
  }
  for (const match of text.matchAll(VARIANTS)) {
    keep(match.index)
    done = match.index + match[0].length
    starts[form.length] = match.index
    ends[form.length] = done
    form += folded(match[0])
  }
  keep(text.length)
  return { text, form, starts, ends }
}

/** What a run of variants stands for, one sign or none. */
function folded(variant: string): string {
  if (/\s/u.test(variant)) return " "
  if (SINGLE.includes(variant)) return "'"
  if (DOUBLE.includes(variant)) return '"'
  if (/^[.…]/u.test(variant)) return "…"
  return /^[\p{Pd}\u2212]/u.test(variant) ? "-" : ""
}
