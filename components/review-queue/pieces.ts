/** Cuts a passage into what is marked and what is not, paragraph by paragraph. Pure. */

export interface Piece {
  text: string
  part: "marked" | "plain"
}

type Span = { start: number; end: number }

/** Stands in the canonical text for images, rules and footnote references; there is nothing to read in it. */
const OBJECT = /\uFFFC/g

/** The paragraphs of `text` in pieces. Spans count UTF-16 code units of `text`; they may touch, overlap and cross paragraphs. */
export function piecesOf(text: string, spans: Span[]): Piece[][] {
  const paragraphs: Piece[][] = []
  let start = 0
  for (const line of text.split("\n")) {
    paragraphs.push(cut(line, start, merged(spans)))
    start += line.length + 1
  }
  return paragraphs
}

function cut(line: string, start: number, spans: Span[]): Piece[] {
  const pieces: Piece[] = []
  const put = (from: number, to: number, part: Piece["part"]) => {
    const text = line.slice(Math.max(0, from), Math.max(0, to)).replace(OBJECT, "")
    if (text) pieces.push({ text, part })
  }
  let at = 0
  for (const span of spans) {
    const [from, to] = [Math.max(at, span.start - start), Math.min(line.length, span.end - start)]
    if (to <= from) continue
    put(at, from, "plain")
    put(from, to, "marked")
    at = to
  }
  put(at, line.length, "plain")
  return pieces
}

/** In order, those that touch or overlap as one. */
function merged(spans: Span[]): Span[] {
  const inOrder = [...spans].sort((one, other) => one.start - other.start)
  return inOrder.reduce<Span[]>((done, span) => {
    const last = done.at(-1)
    if (!last || span.start > last.end) return [...done, span]
    return [...done.slice(0, -1), { start: last.start, end: Math.max(last.end, span.end) }]
  }, [])
}
