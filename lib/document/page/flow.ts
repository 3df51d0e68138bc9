/** From HTML's blocks to the schema's. Boxes that say nothing are opened; words beside blocks are paragraphs. */
import type { DefaultTreeAdapterTypes as Tree } from "parse5"
import type { DocumentNode } from "../../domain/article"
import { imageOf, inlineOf, marksWithin, type Mark, type Reading } from "./inline"
import { listOf } from "./lists"
import { tableOf } from "./table"
import { all, attribute, holdsBlock, isElement, rawText } from "./tree"

/** The blocks that these nodes make. */
export function blocksOf(nodes: Tree.ChildNode[], reading: Reading, marks: Mark[] = []): DocumentNode[] {
  const blocks: DocumentNode[] = []
  let line: Tree.ChildNode[] = []
  const endLine = () => {
    blocks.push(...paragraphsOf(line, marks, reading))
    line = []
  }
  for (const node of nodes) {
    if (isElement(node) && holdsBlock(node)) {
      endLine()
      blocks.push(...blockOf(node, reading, marks))
    } else {
      line.push(node)
    }
  }
  endLine()
  return blocks
}

function blockOf(element: Tree.Element, reading: Reading, marks: Mark[]): DocumentNode[] {
  switch (element.tagName) {
    case "hr":
      return [{ type: "horizontalRule" }]
    case "pre":
      return codeOf(element)
    case "blockquote": {
      const content = blocksOf(element.childNodes, reading, marks)
      return content.length > 0 ? [{ type: "blockquote", content }] : []
    }
    case "ul":
    case "ol":
      return listOf(element, (nodes) => blocksOf(nodes, reading, marks))
    case "table":
      return tableOf(element, reading) ?? blocksOf(element.childNodes, reading, marks)
    case "figure":
      return figureOf(element, reading, marks)
    default:
      return /^h[1-6]$/u.test(element.tagName)
        ? headingOf(element, reading, marks)
        : blocksOf(element.childNodes, reading, marksWithin(element, marks, reading))
  }
}

function headingOf(element: Tree.Element, reading: Reading, marks: Mark[]): DocumentNode[] {
  const content = inlineOf(element.childNodes, marks, reading)
  if (content.some(({ type }) => type === "text")) {
    return [{ type: "heading", attrs: { level: Number(element.tagName.slice(1)) }, content }]
  }
  return paragraphsOf(element.childNodes, marks, reading)
}

/** A line of inline content as paragraphs: two breaks end one, images alone are figures. */
function paragraphsOf(nodes: Tree.ChildNode[], marks: Mark[], reading: Reading): DocumentNode[] {
  return linesOf(nodes).flatMap((line) => {
    const content = inlineOf(line, marks, reading)
    if (content.length === 0) return []
    const others = content.filter(
      ({ type, text }) => type !== "inlineImage" && type !== "hardBreak" && text?.trim() !== "",
    )
    return others.length > 0
      ? captioned(content)
      : content.flatMap((node) => (node.type === "inlineImage" ? [pictureOf(node, [])] : []))
  })
}

/** Words on the lines below a single image, in its paragraph, are its caption. */
function captioned(content: DocumentNode[]): DocumentNode[] {
  const [image, next, ...caption] = content
  const isCaptioned =
    image?.type === "inlineImage" && next?.type === "hardBreak" && !caption.some(({ type }) => type === "inlineImage")
  return isCaptioned ? [pictureOf(image, caption)] : [{ type: "paragraph", content }]
}

function pictureOf({ attrs = {} }: DocumentNode, caption: DocumentNode[]): DocumentNode {
  return { type: "figure", attrs: { ...attrs }, content: [{ type: "caption", content: caption }] }
}

/** Cut where two breaks or more follow each other. */
function linesOf(nodes: Tree.ChildNode[]): Tree.ChildNode[][] {
  const lines: Tree.ChildNode[][] = [[]]
  let breaks: Tree.ChildNode[] = []
  for (const node of nodes) {
    const isBreak = isElement(node) && node.tagName === "br"
    const isGap = "value" in node && /^[ \t\n\r\f]*$/u.test(node.value)
    if (isBreak) breaks.push(node)
    else if (!isGap && breaks.length > 1) lines.push([])
    else if (!isGap) lines.at(-1)?.push(...breaks)
    if (isBreak) continue
    lines.at(-1)?.push(node)
    if (!isGap) breaks = []
  }
  return lines
}

function codeOf(element: Tree.Element): DocumentNode[] {
  const text = rawText(element).replace(/^\n|\n$/gu, "")
  const code = element.childNodes.find((child) => isElement(child) && child.tagName === "code") as
    Tree.Element | undefined
  const named = `${attribute(element, "class") ?? ""} ${code ? (attribute(code, "class") ?? "") : ""}`
  const info = /(?:^|\s)lang(?:uage)?-([\w+#-]{1,40})/u.exec(named)?.[1] ?? ""
  return text.trim() === "" ? [] : [{ type: "codeBlock", attrs: { info }, content: [{ type: "text", text }] }]
}

/** A figure's images with its caption, which is the last one's; around anything else the caption is a paragraph. */
function figureOf(element: Tree.Element, reading: Reading, marks: Mark[]): DocumentNode[] {
  const captions = all(element, "figcaption")
  const caption = inlineOf(captions, marks, reading)
  const images = all(element, "img").flatMap((image) => imageOf(image, reading) ?? [])
  const rest = element.childNodes.filter((child) => !captions.includes(child as Tree.Element))
  const holdsText = ["table", "pre", "blockquote", "ul", "ol"].some((name) => all(element, name).length > 0)
  if (images.length === 0 || holdsText) {
    const below = caption.length > 0 ? [{ type: "paragraph", content: caption }] : []
    return [...blocksOf(rest, reading, marks), ...below]
  }
  const others = captions.length > 0 ? [] : inlineOf(rest, marks, reading).filter(({ type }) => type !== "inlineImage")
  return images.map((attrs, at) => {
    const isLast = at === images.length - 1
    return pictureOf({ type: "inlineImage", attrs }, isLast ? (captions.length > 0 ? caption : others) : [])
  })
}
