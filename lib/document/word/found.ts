/**
 * Where comments, links and references stand in a document's blocks. While the document is made, its nodes carry the
 * comments that lie on them; here these are counted off, block by block, and taken out.
 */
import type { DocumentNode } from "../../domain/article"
import { normalise } from "../normalise"
import { COMMENTED } from "./inline"

/** A stretch of one block, in UTF-16 code units of its text. */
export interface Stretch {
  /** Counted as `canonicalText` counts them. */
  block: number
  from: number
  to: number
}

export interface Found {
  /** By comment, as `COMMENTS` lists them. */
  comments: Map<string, Stretch[]>
  links: (Stretch & { href: string })[]
  /** The references to each note, by its label. */
  references: Map<string, Stretch[]>
  /** The first block that belongs to a note. */
  firstOfNotes: number
}

/** The document without its comments: fit to be checked and stored. */
export function withoutComments(node: DocumentNode): DocumentNode {
  const { marks, content, ...rest } = node
  return {
    ...rest,
    ...(marks && { marks: marks.filter(({ type }) => type !== COMMENTED) }),
    ...(content && { content: content.map(withoutComments) }),
  }
}

const TEXT_BLOCKS = new Set([
  "title",
  "dek",
  "paragraph",
  "heading",
  "caption",
  "tableHeader",
  "tableCell",
  "codeBlock",
])

/** Walks a document with its comments as `canonicalText` will walk the one without. */
export function findIn(marked: DocumentNode): Found {
  const found: Found = { comments: new Map(), links: [], references: new Map(), firstOfNotes: Infinity }
  let block = -1
  const visit = (node: DocumentNode): void => {
    if (node.type === "footnote") found.firstOfNotes = Math.min(found.firstOfNotes, block + 1)
    const isText = TEXT_BLOCKS.has(node.type)
    if (isText || node.type === "figure" || node.type === "horizontalRule") block += 1
    if (isText) return findInBlock(node, block, found)
    keepComments(node, { block, from: 0, to: 1 }, found)
    node.content?.forEach(visit)
  }
  visit(normalise(marked))
  return found
}

function findInBlock({ content = [] }: DocumentNode, block: number, found: Found): void {
  let from = 0
  for (const node of content) {
    const stretch = { block, from, to: from + (node.text?.length ?? 1) }
    keepComments(node, stretch, found)
    keepLink(node, stretch, found)
    if (node.type === "footnoteReference") keep(found.references, String(node.attrs?.label), stretch)
    from = stretch.to
  }
}

function keepComments({ marks = [] }: DocumentNode, stretch: Stretch, { comments }: Found): void {
  for (const { type, attrs } of marks) {
    if (type === COMMENTED) for (const id of attrs?.comments as string[]) keep(comments, id, stretch)
  }
}

function keep(map: Map<string, Stretch[]>, key: string, stretch: Stretch): void {
  const kept = map.get(key)
  if (kept) kept.push(stretch)
  else map.set(key, [stretch])
}

/** Neighbours that lead to the same address are one link. */
function keepLink({ marks = [] }: DocumentNode, stretch: Stretch, { links }: Found): void {
  const href = marks.find(({ type }) => type === "link")?.attrs?.href
  const last = links.at(-1)
  if (typeof href !== "string") return
  if (last?.href === href && last.block === stretch.block && last.to === stretch.from) last.to = stretch.to
  else links.push({ ...stretch, href })
}
