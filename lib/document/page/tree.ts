/** The parser's trees: what is asked of them while they are read into the schema. */
import type { DefaultTreeAdapterTypes as Tree } from "parse5"

const BLOCKS = new Set(
  (
    "h1 h2 h3 h4 h5 h6 p div section article main header footer address aside center details summary blockquote ul ol li " +
    "dl dt dd pre table thead tbody tfoot tr th td caption figure figcaption hr"
  ).split(" "),
)

export function isElement(node: Tree.Node): node is Tree.Element {
  return "tagName" in node
}

export function isBlock(node: Tree.Node): node is Tree.Element {
  return isElement(node) && BLOCKS.has(node.tagName)
}

/** Whether the element is a block, or an inline one around a block. */
export function holdsBlock(element: Tree.Element): boolean {
  return BLOCKS.has(element.tagName) || element.childNodes.some((child) => isElement(child) && holdsBlock(child))
}

/** The elements of this name below, in order, but none inside another. */
export function all(element: Tree.Element, name: string): Tree.Element[] {
  return element.childNodes.flatMap((child) => {
    if (!isElement(child)) return []
    return child.tagName === name ? [child] : all(child, name)
  })
}

export function attribute({ attrs }: Tree.Element, name: string): string | null {
  return attrs.find((one) => one.name === name)?.value ?? null
}

/** All text below, as it is written; a break is a line feed. */
export function rawText(node: Tree.ChildNode): string {
  if ("value" in node) return node.value
  if (!isElement(node)) return ""
  return node.tagName === "br" ? "\n" : node.childNodes.map(rawText).join("")
}
