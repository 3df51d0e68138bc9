/**
 * What a Markdown text says, apart from the references spliced into it, and where two texts differ in that. Compares
 * trees, since whether a reference changed the text around it is for a parser to say.
 */
import type { Nodes, RootContent } from "mdast"
import type { Stretch } from "./write-pen"
import { isApart, isNote, isReference, treeOf, type IsOurs } from "./write-tree"

/**
 * The stretches of `markdown` whose top-level blocks read differently in `spliced`, the same text with references of
 * that one label put in. Empty if all read the same and every reference is one.
 */
export function changedStretches(markdown: string, spliced: string, label: string): Stretch[] {
  if (markdown === spliced) return []
  const isOurs: IsOurs = (other) => other === label
  const before = treeOf(markdown).children
  const after = treeOf(`${spliced}\n[^${label}]: .\n`).children
  const theirs = after.filter((node) => !isNote(node, isOurs) && !isApart(node, isOurs))
  return differing(before.map(shapeOf(isOurs)), theirs.map(shapeOf(isOurs))).map(({ start, end }) => ({
    start: startOf(before[start]),
    end: endOf(before[end - 1]),
  }))
}

/** Ranges of indexes of `before` that are not the same in `after`; all in between where one has more than the other. */
function differing(before: string[], after: string[]): Stretch[] {
  if (before.length === after.length) {
    return before.flatMap((shape, index) => (shape === after[index] ? [] : [{ start: index, end: index + 1 }]))
  }
  const start = before.findIndex((shape, index) => shape !== after[index])
  const fromEnd = before.toReversed().findIndex((shape, index) => shape !== after.at(-1 - index))
  const first = start < 0 ? before.length - 1 : start
  return [{ start: first, end: Math.max(first + 1, before.length - Math.max(fromEnd, 0)) }]
}

const startOf = (node: RootContent | undefined) => node?.position?.start.offset ?? 0
/** Up to the next block: a paragraph of references stands behind its block. */
const endOf = (node: RootContent | undefined) => node?.position?.end.offset ?? Infinity

/** A node as text without places and without our references; texts that only a reference parted are one again. */
function shapeOf(isOurs: IsOurs): (node: Nodes) => string {
  const bare = (node: Nodes): unknown => {
    const { position: _position, data: _data, ...rest } = node
    if (!("children" in node)) return rest
    const kept = node.children.filter((child) => !isReference(child, isOurs) && !isApart(child, isOurs))
    return { ...rest, children: joined(kept.map(bare)) }
  }
  return (node) => JSON.stringify(bare(node))
}

function joined(nodes: unknown[]): unknown[] {
  const result: unknown[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (isText(last) && isText(node)) result[result.length - 1] = { ...last, value: last.value + node.value }
    else result.push(node)
  }
  return result
}

function isText(node: unknown): node is { type: "text"; value: string } {
  return typeof node === "object" && node !== null && "type" in node && node.type === "text"
}
