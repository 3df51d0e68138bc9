/**
 * Takes off what Stet put around and into an article's Markdown, and gives the body back byte for byte. A parser says
 * what is ours: the same characters in code or in the article's own notes stay.
 */
import type { FootnoteDefinition, List, Nodes, Root, RootContent } from "mdast"
import { rejectMarks } from "./editorial-marks"
import { ownFrontMatter } from "./front-matter"
import { isApart, isNote, isReference, treeOf, type IsOurs } from "./write-tree"
import type { Stretch } from "./write-pen"

/**
 * The body of a Reader or Editorial Markdown file: without front matter, references and notes, with every mark of ours
 * rejected. A file that is not Stet's comes back as it is. Expects line feeds as line ends, as Stet writes them. `parse` is for files of which nobody knows who wrote them.
 */
export function strip(markdown: string, parse: (markdown: string) => Root = treeOf): string {
  const front = ownFrontMatter(markdown)
  if (!front) return markdown
  const { is: prefix, kind } = front.prefix
  const body = markdown.slice(front.bodyAt)
  if (kind === "mark") return rejectMarks(body, prefix)
  const isOurs: IsOurs = (label) => label.startsWith(prefix) && /^\d+$/.test(label.slice(prefix.length))
  return without(body, ownStretches(parse(body), body, isOurs))
}

/** What is ours in a Reader Markdown file: its notes, and its references, each where another text can be put in its place. */
export interface OwnNotes {
  notes: { number: number; node: FootnoteDefinition }[]
  /** The body with `mark` of its number in the place of each reference. */
  marked: (mark: (number: number) => string) => string
}

/** The notes of a Reader Markdown file of Stet's; null for any other. */
export function ownNotes(markdown: string, parse: (markdown: string) => Root): OwnNotes | null {
  const front = ownFrontMatter(markdown)
  if (front?.prefix.kind !== "note") return null
  const { is: prefix } = front.prefix
  const body = markdown.slice(front.bodyAt)
  const numberOf = (label: string) => Number(label.slice(prefix.length))
  const isOurs: IsOurs = (label) => label.startsWith(prefix) && /^\d+$/.test(label.slice(prefix.length))
  const root = parse(body)
  const notes = root.children.flatMap((node) =>
    node.type === "footnoteDefinition" && isNote(node, isOurs)
      ? [{ number: numberOf(node.label ?? node.identifier), node }]
      : [],
  )
  const stretches = ownStretches(root, body, isOurs)
  const label = (stretch: Stretch) => /^\[\^([^\]]+)\]$/.exec(body.slice(stretch.start, stretch.end))?.[1]
  return {
    notes,
    marked: (mark) =>
      without(body, stretches, (one) => {
        const said = label(one)
        return said === undefined ? "" : mark(numberOf(said))
      }),
  }
}

function ownStretches(root: Root, markdown: string, isOurs: IsOurs): Stretch[] {
  const stretches: Stretch[] = []
  const collect = (node: Nodes, isBlockOfOurs: boolean) => {
    if (isBlockOfOurs) stretches.push(withLines(stretchOf(node), markdown))
    else if (isReference(node, isOurs)) stretches.push(stretchOf(node))
    else if (isApart(node, isOurs)) stretches.push(withLinesAbove(stretchOf(node), markdown))
    else if ("children" in node) for (const child of node.children) collect(child, false)
  }
  const ours = ownBlocks(root.children, isOurs)
  for (const node of root.children) collect(node, ours.has(node))
  return stretches
}

/** Notes, and the section of claims without a place: rule, heading and a list whose lines begin with references. */
function ownBlocks(blocks: RootContent[], isOurs: IsOurs): Set<RootContent> {
  const section = blocks.flatMap((node, index) =>
    node.type === "list" && isOurList(node, isOurs) ? blocks.slice(Math.max(0, index - 2), index + 1) : [],
  )
  return new Set([...blocks.filter((node) => isNote(node, isOurs)), ...section])
}

function isOurList({ children: items }: List, isOurs: IsOurs): boolean {
  return items.every(({ children: [first] }) => {
    const start = first?.type === "paragraph" ? first.children[0] : undefined
    return start !== undefined && isReference(start, isOurs)
  })
}

function stretchOf({ position }: Nodes): Stretch {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}

/** A block of ours with the empty line above it and its line's end. */
function withLines({ start, end }: Stretch, markdown: string): Stretch {
  const isApart = markdown.slice(Math.max(0, start - 2), start) === "\n\n"
  return { start: isApart ? start - 1 : start, end: markdown[end] === "\n" ? end + 1 : end }
}

/** References in a paragraph of their own, with its line's prefix and the line above, which is empty but for its own. */
function withLinesAbove({ start, end }: Stretch, markdown: string): Stretch {
  const line = markdown.lastIndexOf("\n", start - 1)
  const above = line > 0 ? markdown.lastIndexOf("\n", line - 1) : -1
  return { start: above >= 0 ? above : start, end }
}

function without(text: string, stretches: Stretch[], instead: (one: Stretch) => string = () => ""): string {
  const inOrder = stretches.toSorted((a, b) => a.start - b.start)
  let done = 0
  let kept = ""
  for (const one of inOrder) {
    const { start, end } = one
    kept += text.slice(done, Math.max(done, start)) + instead(one)
    done = Math.max(done, end)
  }
  return kept + text.slice(done)
}
