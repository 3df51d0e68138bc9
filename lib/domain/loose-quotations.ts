/**
 * Quoted stretches, marks included: “…”, „…“, «…», »…«, "…", ‘…’, ‚…‘, ‹…›. Whether a mark opens or closes is seen from
 * its neighbours, since “ opens in English and closes in German. Knows no language.
 */
import type { Span } from "../anchor"

const MARKS = /["“”„«»‘’‚‹›]/gu

/** Marks of one family close each other. */
const FAMILIES = ['"“”„', "«»", "‘’‚", "‹›"]

interface Mark {
  at: number
  family: string
  role: "opens" | "closes"
}

/**
 * The quoted stretches of a sentence, in order, apart; what is quoted inside one belongs to it. One that began in an
 * earlier sentence starts with the sentence, one that goes on ends with it. Apostrophes and inches are no marks.
 */
export function quotationsIn(said: string): Span[] {
  const found: Span[] = []
  let open: Mark | null = null
  for (const mark of marksIn(said)) {
    if (open === null && mark.role === "opens") open = mark
    else if (mark.role === "closes" && (open ? open.family === mark.family : isFromBefore(mark, found))) {
      found.push({ start: open?.at ?? 0, end: mark.at + 1 })
      open = null
    }
  }
  if (open) found.push({ start: open.at, end: said.length })
  return found.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(said.slice(start, end)))
}

/** A single quotation mark that closes nothing is an apostrophe. */
function isFromBefore({ family }: Mark, found: Span[]): boolean {
  return found.length === 0 && !family.includes("’")
}

function* marksIn(said: string): Generator<Mark> {
  const firstStraight = said.indexOf('"')
  for (const { index: at, 0: sign } of said.matchAll(MARKS)) {
    const family = FAMILIES.find((marks) => marks.includes(sign)) ?? sign
    const before = said[at - 1] ?? " "
    const after = said[at + 1] ?? " "
    if (sign === "’" && /\p{L}/u.test(after)) continue
    if (at === firstStraight && /\p{Nd}/u.test(before)) continue
    yield { at, family, role: opens(sign, before, after) ? "opens" : "closes" }
  }
}

function opens(sign: string, before: string, after: string): boolean {
  if (sign === "„" || sign === "‚") return true
  if (sign === "”" || sign === "’") return false
  if (!/[\s([{«„“"–—-]/u.test(before)) return false
  return sign === "«" || /[\p{L}\p{N}\p{Sc}¿¡([…]/u.test(after)
}
