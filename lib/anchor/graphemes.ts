/**
 * Spans, and where a text may be cut: never inside what a reader sees as one character. Offsets are UTF-16 code
 * units. It knows strings only: no documents, no claims.
 */

/** A stretch of a text: UTF-16 code units, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" })

/**
 * Letters and signs that no rule joins to each other, by first and last code unit: Latin, Greek, Cyrillic, Armenian,
 * Hebrew, Arabic, dashes and quotation marks, kana, ideographs, Hangul syllables. Between two of them a grapheme
 * always ends, so that a look at a few characters decides most questions, however long the text.
 */
const PLAIN = [
  [0x20, 0x7e],
  [0xa0, 0x2ff],
  [0x370, 0x482],
  [0x48a, 0x58f],
  [0x5d0, 0x5ea],
  [0x620, 0x64a],
  [0x2010, 0x2027],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
] as const
const isPlain = (unit: number) => PLAIN.some(([first, last]) => unit >= first && unit <= last)

const LINE_FEED = 0x0a

/** Whether the text may be cut at `offset`: an end of the text, or between two graphemes. */
export function isBoundary(text: string, offset: number): boolean {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return false
  return isSureBoundary(text, offset) || graphemeAt(text, offset).start === offset
}

/**
 * The smallest span of whole graphemes around `span`, cut to the text; ends in the wrong order are swapped.
 * An empty span between two graphemes stays empty. `snap(snap(x))` is `snap(x)`.
 */
export function snap(text: string, span: Span): Span {
  const start = within(text, Math.min(span.start, span.end))
  const end = within(text, Math.max(span.start, span.end))
  return { start: floorBoundary(text, start), end: ceilBoundary(text, end) }
}

/**
 * The span without white space and object characters (U+FFFC: images, rules, footnote references) at its edges,
 * by whole graphemes; null when nothing is left.
 */
export function trim(text: string, span: Span): Span | null {
  let { start, end } = snap(text, span)
  while (start < end) {
    const first = graphemeAt(text, start)
    if (!isBlank(text, first)) break
    start = first.end
  }
  while (start < end) {
    const last = graphemeAt(text, end - 1)
    if (!isBlank(text, last)) break
    end = last.start
  }
  return start < end ? { start, end } : null
}

/** The last boundary at or before `offset`, which lies in the text. */
export function floorBoundary(text: string, offset: number): number {
  return isSureBoundary(text, offset) ? offset : graphemeAt(text, offset).start
}

/** The first boundary at or after `offset`, which lies in the text. */
export function ceilBoundary(text: string, offset: number): number {
  if (isSureBoundary(text, offset)) return offset
  const grapheme = graphemeAt(text, offset)
  return grapheme.start === offset ? offset : grapheme.end
}

/** The grapheme that holds the code unit at `offset`; `offset` is below the text's length. */
export function graphemeAt(text: string, offset: number): Span {
  let from = offset
  while (!isSureBoundary(text, from)) from -= 1
  let to = offset + 1
  while (!isSureBoundary(text, to)) to += 1
  if (to - from === 1) return { start: from, end: to }
  const found = segmenter.segment(text.slice(from, to)).containing(offset - from)
  if (!found) return { start: from, end: to }
  return { start: from + found.index, end: from + found.index + found.segment.length }
}

/** True only where no rule of Unicode could join both sides; false says nothing. */
function isSureBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  if (isPlain(before) && isPlain(after)) return true
  return before === LINE_FEED || (after === LINE_FEED && before !== 0x0d)
}

function isBlank(text: string, { start, end }: Span): boolean {
  return /^[\s\u200B\uFFFC]+$/u.test(text.slice(start, end))
}

function within(text: string, offset: number): number {
  return Math.min(Math.max(Math.trunc(offset), 0), text.length)
}
