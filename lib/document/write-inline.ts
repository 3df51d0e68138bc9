/**
 * Writes the content of one text block. Emphasis is where CommonMark is hardest to write: whether `**` opens or
 * closes hangs on the characters on both of its sides, and readers differ over symbols and emoji. So each delimiter is
 * made to hold for every way of reading them, if need be by writing the neighbour as a character reference.
 */
import type { DocumentNode } from "../domain/article"
import { withAddresses } from "./write-addresses"
import { destination, piecesOf, type Edge, type Piece } from "./write-marks"
import type { Pen, Thing } from "./write-pen"
import { characterClass, encoded, escaped, escapedText, type Frame } from "./write-text"

/** Writes a text block's inline content. Each code unit of its canonical text goes through the pen, in order. */
export function writeInline(pen: Pen, content: readonly DocumentNode[], frame: Frame): void {
  const nodes = withAddresses(frame === "cell" ? content.map(withCodeTags) : content)
  const pieces = delimited(spelled(joined(piecesOf(nodes)), frame))
  const open: Thing[] = []
  for (const piece of pieces) {
    if (piece.kind === "open") open.push(pen.open(piece.construct === "closed" ? "closed" : "open"))
    writePiece(pen, piece)
    if (piece.kind === "close") pen.close(open.pop())
  }
}

function writePiece(pen: Pen, piece: Piece): void {
  switch (piece.kind) {
    case "text":
    case "verbatim":
      return piece.markdown === piece.text ? pen.plain(piece.text) : pen.say(piece.text.length, piece.markdown)
    case "object":
      return writeObject(pen, piece.markdown)
    case "break":
      return writeBreak(pen, piece.markdown)
    default:
      return pen.put(piece.markdown)
  }
}

function writeObject(pen: Pen, markdown: string): void {
  const thing = pen.open("closed")
  pen.say(1, markdown)
  pen.close(thing)
}

/** The break's place is its own Markdown; the prefix of the next line stands for nothing. */
function writeBreak(pen: Pen, markdown: string): void {
  pen.say(1, markdown)
  if (markdown === BREAK) pen.line()
}

const BREAK = "\\"

/** GFM takes `\|` apart in a cell's code too, but not behind another backslash: there only a tag will do. */
function withCodeTags(node: DocumentNode): DocumentNode {
  if (!node.text?.includes("\\|")) return node
  const marks = (node.marks ?? []).map((mark) => (mark.type === "code" ? { type: "codeTag" } : mark))
  return { ...node, marks }
}

/** Fills in the Markdown of every piece but for what delimiters ask of their neighbours; and cuts text as it has to be. */
function spelled(pieces: Piece[], frame: Frame): Piece[] {
  const result: Piece[] = []
  // From the end, because what a text needs hangs on the Markdown behind it.
  pieces.forEach((_, fromStart) => {
    const index = pieces.length - 1 - fromStart
    const piece = pieces[index]
    if (!piece) return
    const next = result.at(-1)
    const written =
      piece.kind === "text" ? spellText(piece.text, frame, pieces[index - 1], next) : spell(piece, frame, next)
    result.push(...written.reverse())
  })
  return withFigureGuard(result.reverse(), frame)
}

function spellText(text: string, frame: Frame, before: Piece | undefined, next: Piece | undefined): Piece[] {
  const following = next?.kind === "break" ? "\n" : (next?.markdown ?? "")
  return escaped(text, { frame, from: fromOf(before), next: following }).map((char) => ({ kind: "text", ...char }))
}

function fromOf(before: Piece | undefined): "line" | "reference" | "middle" {
  if (before === undefined || before.kind === "break") return "line"
  return before.kind === "object" && before.node.type === "footnoteReference" ? "reference" : "middle"
}

/** Neighbouring texts as one, so that escaping sees all of what stands beside a character. */
function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (piece.kind === "text" && last?.kind === "text")
      result[result.length - 1] = { ...last, text: last.text + piece.text }
    else result.push(piece)
  }
  return result
}

function spell(piece: Exclude<Piece, { kind: "text" }>, frame: Frame, next: Piece | undefined): Piece[] {
  const safe = (markdown: string) => (frame === "cell" ? markdown.replaceAll("|", "\\|") : markdown)
  switch (piece.kind) {
    case "verbatim":
      return piece.text.split(/(\|)/).map((text) => ({ kind: "verbatim", text, markdown: safe(text) }))
    case "object":
      return [{ ...piece, markdown: safe(objectOf(piece.node)) }]
    case "break":
      // At its end a block would keep the backslash as text.
      return [{ ...piece, markdown: frame === "paragraph" && next ? BREAK : "<br>" }]
    default:
      return [{ ...piece, markdown: safe(piece.markdown) }]
  }
}

function objectOf({ type, attrs = {} }: DocumentNode): string {
  return type === "footnoteReference" ? `[^${labelOf(attrs.label)}]` : imageOf(attrs)
}

/** `![alt](<src> "title")` */
export function imageOf(attrs: Record<string, unknown>): string {
  const alt = escapedText(String(attrs.alt ?? ""), { frame: "paragraph", from: "middle", next: "]" })
  return `![${alt}](${destination(attrs, "src")})`
}

/** A footnote's label as it stands between `[^` and `]`, where no white space may. */
export function labelOf(label: unknown): string {
  return String(label)
    .replace(/[\\[\]&]/g, "\\$&")
    .replace(/\s/g, encoded)
}

/**
 * A paragraph that opens with a picture and nothing beside it is a figure to every reader of ours: an empty comment
 * behind the picture says that it is not, or that the caption's pictures are no figures of their own.
 */
function withFigureGuard(pieces: Piece[], frame: Frame): Piece[] {
  const [first, ...rest] = pieces
  if (frame !== "paragraph" || first?.kind !== "object" || first.node.type !== "inlineImage") return pieces
  const looksLikeFigure = rest[0]?.kind === "break" || rest.every(isImageOrGap)
  return looksLikeFigure ? [{ ...first, markdown: `${first.markdown}${GUARD}` }, ...rest] : pieces
}

/** Says nothing, and keeps what stands beside it from being read as one. */
export const GUARD = "<!-- -->"

/** Whether a piece would go unnoticed between the pictures of a row of figures. */
function isImageOrGap(piece: Piece): boolean {
  if (piece.kind === "text") return piece.text.trim() === ""
  return piece.kind === "break" || (piece.kind === "object" && piece.node.type === "inlineImage")
}

/** Chooses delimiters and encodes neighbours until every edge of emphasis holds. */
function delimited(pieces: Piece[]): Piece[] {
  const pairs = emphasisPairs(pieces)
  for (const pair of pairs) if (pair.mark === "italic") chooseDelimiter(pieces, pair)
  const encodeAll = () =>
    pairs.filter(({ open, close }) =>
      [encodeNeighbour(pieces, open, -1), encodeNeighbour(pieces, close, 1)].some(Boolean),
    )
  // A neighbour written as a reference is another character to the edge on its other side.
  while (encodeAll().length > 0);
  return pieces
}

interface Pair {
  mark: string
  open: number
  close: number
}

function emphasisPairs(pieces: Piece[]): Pair[] {
  const pairs: Pair[] = []
  const open: number[] = []
  pieces.forEach((piece, index) => {
    if (piece.kind === "open") open.push(index)
    if (piece.kind !== "close") return
    const start = open.pop()
    if (start !== undefined && piece.construct === "emphasis")
      pairs.push({ mark: piece.mark, open: start, close: index })
  })
  return pairs
}

/** `_` can't stand inside a word, `*` not beside `**`: italics within a word take `*` where nothing is in its way. */
function chooseDelimiter(pieces: Piece[], { open, close }: Pair): void {
  const inWord = !isApart(pieces[open - 1], -1) || !isApart(pieces[close + 1], 1)
  const beside = [open - 1, open + 1, close - 1, close + 1].some((index) => /^\*+$/.test(pieces[index]?.markdown ?? ""))
  if (!inWord || beside) return
  for (const index of [open, close]) pieces[index] = { ...(pieces[index] as Edge), markdown: "*" }
}

/** Whether the delimiter at `index` opens or closes as it should, whatever a reader takes symbols for. */
function holds(pieces: Piece[], index: number, outwards: -1 | 1): boolean {
  const outside = pieces[index + outwards]
  if (isApart(outside, outwards)) return true
  if (pieces[index]?.markdown === "_") return false
  return classOf(pieces[index - outwards], outwards === 1 ? -1 : 1) === "letter"
}

/** Writes the text beside an edge that does not hold as a reference, and says whether it had to. */
function encodeNeighbour(pieces: Piece[], index: number, outwards: -1 | 1): boolean {
  const outside = pieces[index + outwards]
  if (outside?.kind !== "text" || holds(pieces, index, outwards)) return false
  outside.markdown = encoded(outside.text)
  return true
}

/** Nothing, white space or punctuation, beyond doubt, on that side of an edge: -1 before it, 1 behind. */
function isApart(piece: Piece | undefined, side: -1 | 1): boolean {
  const found = classOf(piece, side)
  return found === "space" || found === "punctuation"
}

/** What the last (-1) or first (1) character of a piece counts as. */
function classOf(piece: Piece | undefined, end: -1 | 1) {
  if (!piece || piece.kind === "break") return "space"
  const chars = Array.from(piece.markdown)
  return characterClass((end === -1 ? chars.at(-1) : chars[0]) ?? "")
}
