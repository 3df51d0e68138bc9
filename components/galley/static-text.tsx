/**
 * The article as plain elements, drawn by the server from the same specs that the editor view draws with: there to
 * read before any script has run, and replaced by the view without a line moving.
 */
import { createElement, Fragment, type ReactNode } from "react"
import type { DOMOutputSpec, Mark, Node } from "@tiptap/pm/model"
import type { DocumentNode } from "@/lib/domain/article"
import { schema } from "@/lib/document/schema"
import { markOf, type Highlight } from "./highlights"
import { inSight } from "./layers"
import { withLinkedPictures } from "./pictures"
import { pieces, type Covering } from "./pieces"

/** How a leaf (words, or a thing between them) shows at its position in the document; `drawn` is how it does by itself. */
export type DrawLeaf = (drawn: ReactNode, leaf: Node, pos: number) => ReactNode

export interface StaticTextProps {
  document: DocumentNode
  highlights: readonly Highlight[]
}

/** Claims are drawn over as much of it as a window shows; the view draws the rest. */
export function StaticText({ document, highlights }: StaticTextProps) {
  const coverings = highlights
    .filter((highlight) => inSight(highlight, 0))
    .flatMap((over) => over.ranges.map(({ from, to }) => ({ from, to, over })))
  return <>{drawText(document, (drawn, leaf, pos) => covered(drawn, leaf, pos, coverings))}</>
}

/** Cut where claims begin and end, as the view does. */
function covered(drawn: ReactNode, leaf: Node, pos: number, coverings: readonly Covering<Highlight>[]): ReactNode {
  if (!leaf.isInline) return drawn
  return pieces(coverings, pos, pos + leaf.nodeSize).map(({ from, to, over }) => {
    const words = leaf.isText ? leaf.text?.slice(from - pos, to - pos) : drawn
    return <Fragment key={from}>{over.reduce(marked, words)}</Fragment>
  })
}

function marked(words: ReactNode, highlight: Highlight): ReactNode {
  const { class: className, ...attributes } = markOf(highlight)
  return (
    <mark className={className} {...attributes}>
      {words}
    </mark>
  )
}

/** The document as elements, its leaves drawn one after the other in the order of the text. */
export function drawText(document: DocumentNode, leaf: DrawLeaf): ReactNode[] {
  return contentOf(schema.nodeFromJSON(document), 0, leaf)
}

function contentOf(node: Node, start: number, leaf: DrawLeaf): ReactNode[] {
  const drawn: ReactNode[] = []
  node.forEach((child, offset, index) => {
    drawn.push(<Fragment key={index}>{nodeOf(child, start + offset, leaf)}</Fragment>)
  })
  return drawn
}

function nodeOf(node: Node, pos: number, leaf: DrawLeaf): ReactNode {
  const output = node.isText ? undefined : node.type.spec.toDOM?.(node)
  const plain = node.isText
    ? node.text
    : elementOf(output && withLinkedPictures(output), contentOf(node, pos + 1, leaf))
  const inner = node.isLeaf ? leaf(plain, node, pos) : plain
  return node.marks.reduceRight(
    (within: ReactNode, mark: Mark) => elementOf(mark.type.spec.toDOM?.(mark, true), [within]),
    inner,
  )
}

/** ProseMirror's output arrays: a tag, perhaps attributes, then children, of which 0 is the hole. */
function elementOf(output: DOMOutputSpec | undefined, hole: ReactNode[]): ReactNode {
  if (typeof output === "string") return output
  if (!Array.isArray(output)) return null
  const [tag, second, ...rest] = output as [string, ...unknown[]]
  const attributes = isAttributes(second) ? second : {}
  const children = isAttributes(second) || second === undefined ? rest : [second, ...rest]
  const inner = children.flatMap((child) => (child === 0 ? hole : [elementOf(child as DOMOutputSpec, hole)]))
  return createElement(
    tag,
    propsOf(attributes),
    ...(inner.length > 0 ? inner : tag === "p" ? [<br key="empty" />] : []),
  )
}

function isAttributes(value: unknown): value is Record<string, string> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

const reactNames: Record<string, string> = {
  referrerpolicy: "referrerPolicy",
  contenteditable: "contentEditable",
  class: "className",
}

function propsOf(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [reactNames[name] ?? name, value]))
}
