/**
 * The canonical text: the one string that anchors count in, and its map to ProseMirror positions and back.
 * All offsets are UTF-16 code units. It expects a document that `normalise` has cleaned, so that every code unit
 * of a block stands for exactly one ProseMirror position. It knows nothing of claims, hashes or screens.
 */
import type { Node } from "@tiptap/pm/model"
import type { DocumentNode } from "../domain/article"
import { schema } from "./schema"

/** What stands in the text for a thing that is no text: an image, a rule, a footnote reference. */
export const OBJECT = "\uFFFC"

/** One line of the canonical text: a text block, or the object character of a rule or of a figure's image. */
export interface CanonicalBlock {
  /** Name of the node: `paragraph`, `tableCell`, `figure` (its image; the caption is a block of its own), … */
  type: string
  /** Code units of the canonical text; `end` is exclusive and, but for the last block, the place of a `\n`. */
  start: number
  end: number
  /** ProseMirror position of `start`. */
  pos: number
}

export interface CanonicalText {
  text: string
  /** Where the body begins: behind title, dek and their line feeds; the text's length if there is no body. */
  bodyStart: number
  blocks: CanonicalBlock[]
}

/** A document in either form; a ProseMirror node may be of any schema with our names, such as the galley's. */
export type AnyDocument = Node | DocumentNode

/** Title, dek, then every text block in document order, joined by `\n`. */
export function canonicalText(document: AnyDocument): CanonicalText {
  const lines: string[] = []
  const blocks: CanonicalBlock[] = []
  let start = 0
  asNode(document).descendants((node, pos) => {
    const line = lineOf(node)
    if (line === null) return true
    lines.push(line)
    blocks.push({ type: node.type.name, start, end: start + line.length, pos: node.isTextblock ? pos + 1 : pos })
    start += line.length + 1
    return node.type.name === "figure"
  })
  const text = lines.join("\n")
  const body = blocks.find((block) => block.type !== "title" && block.type !== "dek")
  return { text, bodyStart: body?.start ?? text.length, blocks }
}

/** A stretch of ProseMirror positions inside one block. */
export interface PositionRange {
  from: number
  to: number
}

export interface Positions extends CanonicalText {
  /** The ProseMirror position of an offset; offsets outside the text are taken as its nearest end. */
  posAt(offset: number): number
  /**
   * The offset of a position; one between two blocks is the end of the block before it. `offsetAt(posAt(x))` is `x`,
   * but for the end of a rule with another object right behind it: the two share a position.
   */
  offsetAt(pos: number): number
  /** The span cut at block edges, in order, without the line feeds between blocks; empty if it holds nothing else. */
  rangesOf(span: { start: number; end: number }): PositionRange[]
}

/** Both ways between canonical offsets and positions: built once, then one binary search a look-up. */
export function positions(document: AnyDocument): Positions {
  const canonical = canonicalText(document)
  const { blocks, text } = canonical
  const posIn = (block: CanonicalBlock, offset: number) => block.pos + offset - block.start
  return {
    ...canonical,
    posAt(offset) {
      const within = clamp(offset, 0, text.length)
      const block = blocks[lastAtMost(blocks, "start", within)]
      return block ? posIn(block, within) : 0
    },
    offsetAt(pos) {
      const block = blocks[lastAtMost(blocks, "pos", pos)]
      return block ? clamp(block.start + pos - block.pos, block.start, block.end) : 0
    },
    rangesOf({ start, end }) {
      const ranges: PositionRange[] = []
      for (let index = Math.max(0, lastAtMost(blocks, "start", start)); index < blocks.length; index += 1) {
        const block = blocks[index]
        if (!block || block.start >= end) break
        const from = Math.max(start, block.start)
        const to = Math.min(end, block.end)
        if (from < to) ranges.push({ from: posIn(block, from), to: posIn(block, to) })
      }
      return ranges
    },
  }
}

function asNode(document: AnyDocument): Node {
  return "nodeSize" in document ? document : schema.nodeFromJSON(document)
}

/** The node's line of canonical text; null for a node that only holds others. */
function lineOf(node: Node): string | null {
  if (node.type.name === "figure" || (node.isBlock && node.isLeaf)) return OBJECT
  if (!node.isTextblock) return null
  let line = ""
  node.forEach((child) => {
    line += child.isText ? (child.text ?? "") : child.type.name === "hardBreak" ? "\n" : OBJECT
  })
  return line
}

/** Index of the last block whose `key` is at most `value`, or -1. Blocks rise in both keys. */
function lastAtMost(blocks: CanonicalBlock[], key: "start" | "pos", value: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const block = blocks[middle]
    if (block && block[key] <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
