/**
 * The article as plain elements, drawn by the server from the same specs that the editor view draws with: there to
 * read before any script has run, and replaced by the view without a line moving.
 */
import { createElement, Fragment, type ReactNode } from "react"
import type { DOMOutputSpec, Mark, Node } from "@tiptap/pm/model"
import type { DocumentNode } from "@/lib/domain/article"
import { schema } from "@/lib/document/schema"
import { withLinkedPictures } from "./pictures"

export function StaticText({ document }: { document: DocumentNode }) {
  return <>{contentOf(schema.nodeFromJSON(document))}</>
}

function contentOf(node: Node): ReactNode[] {
  const drawn: ReactNode[] = []
  node.forEach((child, _offset, index) => {
    drawn.push(<Fragment key={index}>{nodeOf(child)}</Fragment>)
  })
  return drawn
}

function nodeOf(node: Node): ReactNode {
  const output = node.isText ? undefined : node.type.spec.toDOM?.(node)
  const inner = node.isText ? node.text : elementOf(output && withLinkedPictures(output), contentOf(node))
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
