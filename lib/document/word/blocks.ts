/** From mammoth's paragraphs and tables to the schema's blocks. */
import type { DocumentNode } from "../../domain/article"
import { COMMENTED, inlineOf, type Reading } from "./inline"
import { listsOf, type ListItem } from "./lists"
import type { WordDocument, WordNode } from "./mammoth"
import { tableOf } from "./table"
import type { Role } from "./styles"

export interface WordBlocks {
  /** Titles and deks are still among them, as nodes of those types. */
  blocks: DocumentNode[]
  footnotes: DocumentNode[]
}

/** All blocks, and the notes that are referred to, numbered in the order in which they are. */
export function blocksOfWord(word: WordDocument, facts: Reading["facts"]): WordBlocks {
  const labels = new Map<string, { label: string; body: WordNode[] }>()
  const reading: Reading = {
    facts,
    labelOf(reference) {
      const key = `${reference.noteType} ${reference.noteId}`
      const known = labels.get(key)
      const note = word.noteOf(reference)
      if (known || !note) return known?.label ?? null
      labels.set(key, { label: String(labels.size + 1), body: note.body })
      return String(labels.size)
    },
  }
  const blocks = blocksOf(word.children, reading)
  // A note can't refer to a note; should one do so, it is read as if it did not.
  const inNotes = { facts, labelOf: () => null }
  const footnotes = [...labels.values()].map(({ label, body }) => ({
    type: "footnote",
    attrs: { label },
    content: filled(blocksOf(body, inNotes).map(asText)),
  }))
  return { blocks, footnotes }
}

/** A block of the schema, or what is still to be put together with its neighbours. */
type Piece =
  | { kind: "block"; block: DocumentNode }
  | { kind: "item"; item: ListItem }
  | { kind: "quote" | "code" | "caption"; block: DocumentNode }

function blocksOf(nodes: WordNode[], reading: Reading): DocumentNode[] {
  return assembled(nodes.flatMap((node) => piecesOf(node, reading)))
}

function piecesOf(node: WordNode, reading: Reading): Piece[] {
  if (node.type === "paragraph") return paragraphPieces(node, reading)
  if (node.type !== "table") return []
  const table = tableOf(node.children, reading)
  if (table) return [{ kind: "block", block: table }]
  return node.children.flatMap((row) =>
    row.children.flatMap((cell) => cell.children.flatMap((child) => piecesOf(child, reading))),
  )
}

function paragraphPieces(node: Extract<WordNode, { type: "paragraph" }>, reading: Reading): Piece[] {
  const { role, item, isRule } = reading.facts.paragraph(node.alignment)
  if (role === "contents") return []
  const { children, checked } = unticked(node.children)
  const content = inlineOf(children, reading)
  const own = item ?? (checked === null ? null : BOX)
  const rule: Piece[] = isRule ? [{ kind: "block", block: { type: "horizontalRule" } }] : []
  if (content.length === 0 && checked === null) return rule
  return [pieceOf(content, role, own && { item: own, checked, block: paragraph(content) }), ...rule]
}

/** A box to tick makes an item, also without a number or a bullet. */
const BOX = { list: "boxes", level: 0, ordered: false, number: 1 }

function pieceOf(content: DocumentNode[], role: Role, item: ListItem | null): Piece {
  if (typeof role === "object")
    return { kind: "block", block: { type: "heading", attrs: { level: role.heading }, content } }
  if (role === "title" || role === "dek") return { kind: "block", block: { type: role, content } }
  if (item) return { kind: "item", item }
  if (role === "quote" || role === "code" || role === "caption") return { kind: role, block: paragraph(content) }
  return { kind: "block", block: figureIn(content) ?? paragraph(content) }
}

function paragraph(content: DocumentNode[]): DocumentNode {
  return { type: "paragraph", content }
}

/** A linked picture alone in its paragraph. */
function figureIn(content: DocumentNode[]): DocumentNode | null {
  const [only, ...others] = content
  if (only?.type !== "inlineImage" || others.length > 0) return null
  const marks = (only.marks ?? []).filter(({ type }) => type === COMMENTED)
  return { ...only, marks, type: "figure", content: [{ type: "caption", content: [] }] }
}

/** Puts items into lists, quoted paragraphs into quotes, lines of code into code, captions below their pictures. */
function assembled(pieces: Piece[]): DocumentNode[] {
  const blocks: DocumentNode[] = []
  for (let at = 0; at < pieces.length;) {
    const { kind } = pieces[at] ?? {}
    const next = pieces.findIndex((piece, index) => index > at && piece.kind !== kind)
    const group = pieces.slice(at, next < 0 ? pieces.length : next)
    const items = group.flatMap((piece) => (piece.kind === "item" ? [piece.item] : []))
    const own = group.flatMap((piece) => (piece.kind === "item" ? [] : [piece.block]))
    if (kind === "item") blocks.push(...listsOf(items))
    else if (kind === "quote") blocks.push({ type: "blockquote", content: own })
    else if (kind === "code") blocks.push(codeOf(own))
    else blocks.push(...own.flatMap((block, index) => (kind === "caption" ? captioned(blocks, block, index) : [block])))
    at += group.length
  }
  return blocks
}

/** A caption without a picture above it is a paragraph. */
function captioned(blocks: DocumentNode[], { content = [] }: DocumentNode, index: number): DocumentNode[] {
  const figure = blocks.at(-1)
  if (index > 0 || figure?.type !== "figure") return [paragraph(content)]
  blocks[blocks.length - 1] = { ...figure, content: [{ type: "caption", content }] }
  return []
}

function codeOf(lines: DocumentNode[]): DocumentNode {
  const words = lines.flatMap(({ content = [] }, index) => {
    const line = content.flatMap((node): DocumentNode[] => {
      const marks = (node.marks ?? []).filter(({ type }) => type === COMMENTED)
      const text = node.text ?? (node.type === "hardBreak" ? "\n" : "")
      return text === "" ? [] : [{ type: "text", text, marks }]
    })
    return index === 0 ? line : [{ type: "text", text: "\n" }, ...line]
  })
  return { type: "codeBlock", attrs: { info: "" }, content: words }
}

/** What must hold a block holds at least an empty paragraph. */
function filled(blocks: DocumentNode[]): DocumentNode[] {
  return blocks.length > 0 ? blocks : [paragraph([])]
}

/** Titles are only those of the article. */
function asText(block: DocumentNode): DocumentNode {
  return block.type === "title" || block.type === "dek" ? { ...block, type: "paragraph" } : block
}

/** The box to tick that a paragraph begins with, and what stands behind it. */
function unticked(nodes: WordNode[]): { children: WordNode[]; checked: boolean | null } {
  const at = nodes.findIndex((node) => !isEmpty(node))
  const first = nodes[at]
  if (first?.type === "checkbox") return { children: nodes.slice(at + 1), checked: first.checked }
  if (first?.type !== "run") return { children: nodes, checked: null }
  const { children, checked } = unticked(first.children)
  return { children: [{ ...first, children }, ...nodes.slice(at + 1)], checked }
}

function isEmpty(node: WordNode): boolean {
  return (node.type === "run" || node.type === "hyperlink") && node.children.every(isEmpty)
}
