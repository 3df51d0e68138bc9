/**
 * The text of a comment, from Markdown to what is drawn: bold, italic, code, links, lists and quotes. All else stays as it
 * was typed, raw HTML above all. Comments are short: what could take long to read is not read as Markdown at all.
 */
import type { Nodes, Parents, PhrasingContent } from "mdast"
import { isNamed, type Block, type Inline } from "../domain/comment"
import { Refusal } from "../domain/refusal"
import { linkAddress } from "./addresses"
import { treeOf } from "./read-tree"

/** A comment as it is drawn. `names` are those of the people whom it mentions after an `@`. */
export function commentBlocks(markdown: string, names: readonly string[] = []): Block[] {
  const text = markdown.replace(/\r\n?/g, "\n").trim()
  try {
    return blocksOf(treeOf(text).children, { text, names: [...names].sort((one, other) => other.length - one.length) })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [{ kind: "paragraph", children: [{ kind: "text", text }] }]
  }
}

interface Source {
  text: string
  /** The longest first. */
  names: readonly string[]
}

const blocksOf = (nodes: readonly Nodes[], source: Source): Block[] => nodes.map((node) => blockOf(node, source))

function blockOf(node: Nodes, source: Source): Block {
  switch (node.type) {
    case "paragraph":
      return { kind: "paragraph", children: inlinesOf(node, source) }
    case "code":
      return { kind: "code", text: node.value }
    case "blockquote":
      return { kind: "quote", blocks: blocksOf(node.children, source) }
    case "list": {
      const items = node.children.map((item) => blocksOf(item.children, source))
      return { kind: "list", start: node.ordered ? (node.start ?? 1) : null, items }
    }
    default:
      return { kind: "paragraph", children: withMentions(typed(node, source), source) }
  }
}

function inlinesOf({ children }: Parents, source: Source): Inline[] {
  return (children as PhrasingContent[]).flatMap((node) => inlineOf(node, source))
}

function inlineOf(node: PhrasingContent, source: Source): Inline[] {
  switch (node.type) {
    case "text":
      return withMentions(node.value, source)
    case "break":
      return [{ kind: "text", text: "\n" }]
    case "inlineCode":
      return [{ kind: "code", text: node.value }]
    case "strong":
      return [{ kind: "bold", children: inlinesOf(node, source) }]
    case "emphasis":
      return [{ kind: "italic", children: inlinesOf(node, source) }]
    case "link": {
      const href = linkAddress(node.url)
      return href === null
        ? [{ kind: "text", text: typed(node, source) }]
        : [{ kind: "link", href, children: inlinesOf(node, source) }]
    }
    default:
      return withMentions(typed(node, source), source)
  }
}

/** A node as its writer typed it. */
function typed({ position }: Nodes, { text }: Source): string {
  return text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
}

/** Text, its names after an `@` apart. */
function withMentions(text: string, { names }: Source): Inline[] {
  const found: Inline[] = []
  let from = 0
  for (const { index } of text.matchAll(/@/g)) {
    const name = index < from ? undefined : names.find((one) => isNamed(text.slice(index + 1), one))
    if (name === undefined) continue
    if (index > from) found.push({ kind: "text", text: text.slice(from, index) })
    found.push({ kind: "mention", name })
    from = index + 1 + name.length
  }
  if (from < text.length) found.push({ kind: "text", text: text.slice(from) })
  return found
}
