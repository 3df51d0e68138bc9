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

/** Between two of these, in this order, a grapheme always ends: so one look around an offset is enough. */
const isPlain = (unit: number) => unit >= 0x20 && unit < 0x7f
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
