/** From Markdown's blocks to the schema's. Trees come in no deeper than `refuseDeep` lets them. */
import type {
  Image,
  ImageReference,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from "mdast"
import type { DocumentNode } from "../domain/article"
import { breaksLine, htmlTokens, type HtmlToken } from "./read-html"
import { imageOf, inlineOf, inlineOfHtml, type References } from "./read-inline"

/** The blocks that `nodes` make; definitions make none, footnotes are `footnotesOf`'s. */
export function blocksOf(nodes: RootContent[], references: References): DocumentNode[] {
  return nodes.flatMap((node) => blockOf(node, references))
}

/** The footnotes defined anywhere below `nodes`, in their order, each label once. */
export function footnotesOf(nodes: Nodes[], references: References): DocumentNode[] {
  const seen = new Set<string>()
  return nodes.flatMap((node) => {
    if (node.type !== "footnoteDefinition" || seen.has(node.identifier)) return []
    seen.add(node.identifier)
    const attrs = { label: references.footnotes.get(node.identifier) ?? node.identifier }
    return [{ type: "footnote", attrs, content: filled(blocksOf(node.children, references)) }]
  })
}

function blockOf(node: RootContent, references: References): DocumentNode[] {
  switch (node.type) {
    case "paragraph":
      return paragraphOf(node, references)
    case "heading":
      return [{ type: "heading", attrs: { level: node.depth }, content: inlineOf(node.children, references) }]
    case "blockquote":
      return [{ type: "blockquote", content: filled(blocksOf(node.children, references)) }]
    case "list":
      return [listOf(node, references)]
    case "code":
      return [codeOf(node.value, [node.lang, node.meta].filter(Boolean).join(" "))]
    case "table":
      return [tableOf(node, references)]
    case "thematicBreak":
      return [{ type: "horizontalRule" }]
    case "html":
      return htmlBlocks(node.value, references)
    default:
      return []
  }
}

/** What must hold a block holds at least an empty paragraph. */
function filled(blocks: DocumentNode[]): DocumentNode[] {
  return blocks.length > 0 ? blocks : [{ type: "paragraph", content: [] }]
}

function paragraphOf({ children }: Paragraph, references: References): DocumentNode[] {
  const figures = figuresIn(children, references)
  if (figures) return figures
  const content = inlineOf(children, references)
  return content.length > 0 ? [{ type: "paragraph", content }] : []
}

/** Images alone in a paragraph are figures; words on the lines below a single one are its caption. */
function figuresIn(children: PhrasingContent[], references: References): DocumentNode[] | null {
  const [first, ...rest] = children
  if (!first || !isImage(first)) return null
  const others = rest.filter((node) => !isGap(node))
  const images = others.every(isImage) ? [first, ...others] : [first]
  const caption = images.length === 1 ? rest : []
  if (caption.length > 0 && !startsOnNextLine(caption)) return null
  const figures = images.map((image) => figureOf(image, caption, references))
  return figures.every((figure) => figure !== null) ? figures : null
}

function figureOf(image: Image | ImageReference, caption: PhrasingContent[], references: References) {
  const attrs = imageOf(image, references)
  return attrs && { type: "figure", attrs, content: [{ type: "caption", content: inlineOf(caption, references) }] }
}

function isImage(node: PhrasingContent): node is Image | ImageReference {
  return node.type === "image" || node.type === "imageReference"
}

function isGap(node: PhrasingContent): boolean {
  return node.type === "break" || (node.type === "text" && node.value.trim() === "")
}

function startsOnNextLine([next]: PhrasingContent[]): boolean {
  return next?.type === "break" || (next?.type === "text" && /^[ \t]*\n/u.test(next.value))
}

function listOf(list: List, references: References): DocumentNode {
  const tight = !isApart(list.children) && !list.children.some((item) => isApart(item.children))
  const content = list.children.map((item) => itemOf(item, references))
  if (list.ordered) return { type: "orderedList", attrs: { start: list.start ?? 1, tight }, content }
  const type = content.some((item) => item.type === "taskItem") ? "taskList" : "bulletList"
  return { type, attrs: { tight }, content }
}

/**
 * Whether a blank line stands between two of these. Counted here: in a quote, remark takes the blank line behind a list
 * for one of the list's own where another list or quote follows, so that it would be written otherwise the second time.
 */
function isApart(nodes: (RootContent | ListItem)[]): boolean {
  return nodes.some((node, index) => {
    const before = nodes[index - 1]
    return before !== undefined && (node.position?.start.line ?? 0) - lastLineOf(before) > 1
  })
}

/** The last line of a node: a list ends with what is in it, whatever blank lines remark counts behind. */
function lastLineOf(node: RootContent | ListItem): number {
  const last = node.type === "list" || node.type === "listItem" ? node.children.at(-1) : undefined
  return last ? lastLineOf(last) : (node.position?.end.line ?? 0)
}

function itemOf({ checked, children }: ListItem, references: References): DocumentNode {
  const content = filled(blocksOf(children, references))
  if (checked === null || checked === undefined) return { type: "listItem", content }
  return { type: "taskItem", attrs: { checked }, content }
}

function codeOf(text: string, info: string): DocumentNode {
  return { type: "codeBlock", attrs: { info }, content: text === "" ? [] : [{ type: "text", text }] }
}

/** Every row has as many cells as the head, or more: a short row is filled up, no words are cut off. */
function tableOf({ align, children }: Table, references: References): DocumentNode {
  const columns = children[0]?.children.length ?? 1
  const rows = children.map((row, index): DocumentNode => {
    const type = index === 0 ? "tableHeader" : "tableCell"
    const cells = row.children.map((cell): DocumentNode => ({ type, content: inlineOf(cell.children, references) }))
    while (cells.length < columns) cells.push({ type, content: [] })
    return { type: "tableRow", content: cells }
  })
  return {
    type: "table",
    attrs: { align: Array.from({ length: columns }, (_, at) => align?.[at] ?? null) },
    content: rows,
  }
}

/** A block of raw HTML as paragraphs, cut where its tags begin or end a line. */
function htmlBlocks(html: string, references: References): DocumentNode[] {
  const lines: HtmlToken[][] = [[]]
  for (const token of htmlTokens(html, references.decode)) {
    if (token.kind !== "text" && breaksLine(token.name)) lines.push([])
    else lines.at(-1)?.push(token)
  }
  return lines.flatMap((tokens) => {
    const content = inlineOfHtml(tokens, references)
    return content.length > 0 ? [htmlLine(content)] : []
  })
}

function htmlLine(content: DocumentNode[]): DocumentNode {
  const [only, another] = content
  if (only?.type !== "inlineImage" || another) return { type: "paragraph", content }
  return { type: "figure", attrs: { ...only.attrs }, content: [{ type: "caption", content: [] }] }
}
