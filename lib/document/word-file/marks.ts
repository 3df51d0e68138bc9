/** Which comments begin and end in each block of the text, and what a fix changes there. */
import type { DocumentNode } from "../../domain/article"
import { groupedBy } from "../../domain/grouped"
import type { CanonicalBlock } from "../canonical"
import type { Fix } from "../fixes"
import { editsOf } from "../replace-spans"
import type { Shown } from "../shown-claims"
import { DESK, type Comment } from "./comments"
import type { Marks, Tracked } from "./line"

/** The fixes as tracked changes, by block. */
export function changesOf(
  document: DocumentNode,
  fixes: readonly Fix[],
  claims: readonly Shown[],
): Map<string, Tracked[]> {
  const proposals = new Map(claims.map(({ claim }) => [claim.id, claim.fix]))
  const edits = editsOf(document, fixes)
  const all = fixes.flatMap((fix, at) => {
    const { proposedBy, proposedAt = "" } = proposals.get(fix.claimId) ?? {}
    return (edits[at] ?? []).map((edit) => {
      // The line feed of a whole block stands in no block: it stays, as an empty paragraph.
      const own = edit.takes === "block" ? { ...edit, start: fix.start, end: fix.end } : edit
      return { ...own, block: String(fix.block), author: proposedBy?.name ?? DESK, at: proposedAt }
    })
  })
  return groupedBy(all, ({ block }) => block)
}

/** The marks of each block. Comments have no place within notes: there they stand where the note is referred to. */
export function marksOn(
  document: DocumentNode,
  blocks: readonly CanonicalBlock[],
  comments: readonly Comment[],
  changes: ReadonlyMap<string, Tracked[]>,
): (block: number) => Marks {
  const references = notesIn(document, blocks)
  const edges = comments.flatMap(({ id, start, end }) => {
    const placed = references.placed({ start, end })
    const [first, last] = [blockFrom(blocks, placed.start), blockTo(blocks, placed.end)]
    const from = Math.max(placed.start, blocks[first]?.start ?? 0)
    const to = Math.min(placed.end, blocks[last]?.end ?? 0)
    if (first === last) return [{ block: String(first), id, start: from, end: to }]
    return [
      { block: String(first), id, start: from, end: NOWHERE },
      { block: String(last), id, start: NOWHERE, end: to },
    ]
  })
  const byBlock = groupedBy(edges, ({ block }) => block)
  return (block) => ({ comments: byBlock.get(String(block)) ?? [], changes: changes.get(String(block)) ?? [] })
}

/** An edge that is in another block. */
const NOWHERE = -1

/** The block that an offset is in, or before. */
const blockFrom = (blocks: readonly CanonicalBlock[], offset: number) =>
  Math.min(
    below(blocks, ({ end }) => end <= offset),
    blocks.length - 1,
  )

/** The block that an end is in, or behind. */
const blockTo = (blocks: readonly CanonicalBlock[], offset: number) =>
  Math.max(below(blocks, ({ start }) => start < offset) - 1, 0)

/** How many blocks from the first on hold true. */
function below(blocks: readonly CanonicalBlock[], holds: (block: CanonicalBlock) => boolean): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const block = blocks[middle]
    if (block && holds(block)) low = middle + 1
    else high = middle
  }
  return low
}

type Place = Pick<Comment, "start" | "end">

/** Where the notes of an article begin, and where each is first referred to. */
function notesIn(
  { content = [] }: DocumentNode,
  blocks: readonly CanonicalBlock[],
): { placed: (place: Place) => Place } {
  const lines = content.filter(({ type }) => type !== "footnote").flatMap(linesOf)
  const notes = content.filter(({ type }) => type === "footnote").flatMap((note) => linesOf(note).map(() => note))
  const end = blocks[lines.length - 1]?.end ?? 0
  const references = new Map<unknown, number>()
  lines.forEach(({ content: inline = [] }, at) => {
    let offset = blocks[at]?.start ?? 0
    for (const node of inline) {
      if (node.type === "footnoteReference" && !references.has(node.attrs?.label))
        references.set(node.attrs?.label, offset)
      offset += node.text?.length ?? 1
    }
  })
  return {
    placed: ({ start, end: to }) => {
      if (start < end) return { start, end: Math.min(to, end) }
      const note = notes[blockFrom(blocks, start) - lines.length]
      const reference = references.get(note?.attrs?.label)
      return reference === undefined ? { start: 0, end: blocks[0]?.end ?? 0 } : { start: reference, end: reference + 1 }
    },
  }
}

const TEXT_BLOCKS = new Set([
  "title",
  "dek",
  "paragraph",
  "heading",
  "codeBlock",
  "tableHeader",
  "tableCell",
  "caption",
])

/** The nodes that have a line of the canonical text, in its order. */
function linesOf(node: DocumentNode): DocumentNode[] {
  if (TEXT_BLOCKS.has(node.type)) return [node]
  if (node.type === "horizontalRule") return [node]
  const inner = (node.content ?? []).flatMap(linesOf)
  return node.type === "figure" ? [{ type: "figure" }, ...inner] : inner
}
