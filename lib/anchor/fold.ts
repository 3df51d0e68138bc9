/**
 * One form for words that are the same but were typed, wrapped or copied differently: white space runs, curly and
 * straight quotation marks, Unicode composition, and object characters that a copy leaves out. Letters, digits,
 * case and all other punctuation count: what differs there is not the same words.
 */
import { isBoundary, type Span } from "./graphemes"

const OBJECTS = "\uFFFC"
const VARIANTS = /[\s\uFFFC]*\s[\s\uFFFC]*|\uFFFC+|[‘’‚‛]|[“”„‟]/gu

/** `text` in that form. */
export function fold(text: string): string {
  return text.normalize("NFC").replace(VARIANTS, folded)
}

/** Every place in `text` (NFC) that has the words of `exact` in that form; their edges are words, not white space. */
export function* foldedPlaces(text: string, exact: string): Generator<Span, undefined> {
  const wanted = fold(exact).trim()
  if (wanted === "") return
  const { form, origins } = foldedOf(text)
  for (let at = form.indexOf(wanted); at >= 0; at = form.indexOf(wanted, at + 1)) {
    const start = origins[at] ?? 0
    const end = (origins[at + wanted.length - 1] ?? 0) + 1
    if (isBoundary(text, start) && isBoundary(text, end)) yield { start, end }
  }
}

interface Folded {
  text: string
  form: string
  origins: Uint32Array
}

let latest: Folded | null = null

/** Many quotes are looked up in one text in a row: its form is made once. */
function foldedOf(text: string): Folded {
  latest = latest?.text === text ? latest : { text, ...foldWithOrigins(text) }
  return latest
}

/** The form of an NFC text, and for each of its code units where it comes from. */
function foldWithOrigins(text: string): { form: string; origins: Uint32Array } {
  const origins = new Uint32Array(text.length)
  let form = ""
  let done = 0
  const keep = (upTo: number) => {
    for (let at = done; at < upTo; at += 1) origins[form.length + at - done] = at
    form += text.slice(done, upTo)
  }
  for (const match of text.matchAll(VARIANTS)) {
    keep(match.index)
    origins[form.length] = match.index
    form += folded(match[0])
    done = match.index + match[0].length
  }
  keep(text.length)
  return { form, origins }
}

function folded(variant: string): string {
  if (/\s/u.test(variant)) return " "
  if (variant.startsWith(OBJECTS)) return ""
  return "‘’‚‛".includes(variant) ? "'" : '"'
}
