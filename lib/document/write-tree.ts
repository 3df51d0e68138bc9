/** Stet's own footnotes in a Markdown tree: which nodes are references and notes of a file's own, and which not. */
import type { Nodes, Root, RootContent } from "mdast"
import remarkGfm from "remark-gfm"
import remarkParse from "remark-parse"
import { unified } from "unified"

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

/** GitHub-flavoured Markdown as a tree, with positions in code units. */
export function treeOf(markdown: string): Root {
  return parser.parse(markdown)
}

/** Says of a footnote's label whether it is one of ours. */
export type IsOurs = (label: string) => boolean

export function isReference(node: Nodes, isOurs: IsOurs): boolean {
  return node.type === "footnoteReference" && isOurs(node.label ?? node.identifier)
}

export function isNote(node: RootContent, isOurs: IsOurs): boolean {
  return node.type === "footnoteDefinition" && isOurs(node.label ?? node.identifier)
}

/** A paragraph that holds our references and nothing else. No article has one: ours always stand behind words. */
export function isApart(node: Nodes, isOurs: IsOurs): boolean {
  return node.type === "paragraph" && node.children.every((child) => isReference(child, isOurs))
}
