/**
 * Writes the content of one text block: from nodes with marks to pieces, their Markdown, and the places of their words.
 * Which delimiters emphasis takes is for write-delimiters.ts.
 */
import type { DocumentNode } from "../domain/article"
import { withAddresses } from "./write-addresses"
import { delimited } from "./write-delimiters"
import { destination, piecesOf, withLevels, type Piece } from "./write-marks"
import type { Pen, Thing } from "./write-pen"
import { encoded, escaped, escapedText, type Frame } from "./write-text"

/** Writes a text block's inline content. Each code unit of its canonical text goes through the pen, in order. */
export function writeInline(pen: Pen, content: readonly DocumentNode[], frame: Frame): void {
  const nodes = withAddresses(content.map(withLevels).map(frame === "cell" ? withCodeTags : (node) => node))
  const pieces = delimited(spelled(joined(piecesOf(nodes)), frame))
  const open: Thing[] = []
  for (const piece of pieces) {
    if (piece.kind === "open") open.push(pen.open(piece.construct === "closed" ? "closed" : "open"))
    if (piece.kind === "close") pen.inner(open.at(-1), "end")
    writePiece(pen, piece)
    if (piece.kind === "open") pen.inner(open.at(-1), "start")
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
