/** From HTML's inline content to the schema's: text with marks, breaks, images. */
import type { DefaultTreeAdapterTypes as Tree } from "parse5"
import type { DocumentNode } from "../../domain/article"
import { imageAddress, linkAddress, marks as markSpecs, type MarkName } from "../schema"
import { attribute } from "./tree"

export type Mark = { type: MarkName; attrs?: Record<string, unknown> }

/** What is needed to read a tree: where its relative addresses begin. */
export interface Reading {
  base: string | null
}

const RANK = Object.keys(markSpecs) as MarkName[]

const TAGS: Partial<Record<string, MarkName>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  cite: "italic",
  dfn: "italic",
  var: "italic",
  s: "strike",
  del: "strike",
  strike: "strike",
  sup: "superscript",
  sub: "subscript",
  code: "code",
  kbd: "code",
  samp: "code",
  tt: "code",
}

/** The inline content of a text block, its white space as browsers show it, none at its edges and those of its lines. */
export function inlineOf(nodes: Tree.ChildNode[], marks: Mark[], reading: Reading): DocumentNode[] {
  return tidy(nodes.flatMap((node) => inlineNode(node, marks, reading)))
}

function inlineNode(node: Tree.ChildNode, marks: Mark[], reading: Reading): DocumentNode[] {
  if ("value" in node) return node.value === "" ? [] : [textNode(node.value, marks)]
  if (!("tagName" in node)) return []
  if (node.tagName === "br") return [{ type: "hardBreak" }]
  if (node.tagName === "img") return imageNode(node, marks, reading)
  const inside = node.childNodes.flatMap((child) => inlineNode(child, marksWithin(node, marks, reading), reading))
  return node.tagName === "q" ? [textNode("“", marks), ...inside, textNode("”", marks)] : inside
}

function textNode(text: string, marks: Mark[]): DocumentNode {
  return marks.length > 0 ? { type: "text", text, marks } : { type: "text", text }
}

function imageNode(element: Tree.Element, marks: Mark[], reading: Reading): DocumentNode[] {
  const attrs = imageOf(element, reading)
  if (attrs) return [{ type: "inlineImage", attrs, ...(marks.length > 0 && { marks }) }]
  const alt = attribute(element, "alt") ?? ""
  return alt === "" ? [] : [textNode(alt, marks)]
}

/** The image's attributes, or null where its address is not kept. */
export function imageOf(element: Tree.Element, reading: Reading) {
  const src = imageAddress(absolute(attribute(element, "src"), reading))
  return src === null ? null : { src, alt: attribute(element, "alt") ?? "", title: attribute(element, "title") }
}

/** The marks that lie on what is in the element: those around it and its own, each once, in the schema's order. */
export function marksWithin(element: Tree.Element, around: Mark[], reading: Reading): Mark[] {
  const own = ownMarks(element, reading)
  const style = attribute(element, "style") ?? ""
  // Google Docs wraps all it copies in a <b> of normal weight.
  const off = /font-weight:\s*(?:normal|[1-4]00)/u.test(style) ? "bold" : null
  const all = [...around, ...own].filter(({ type }) => type !== off)
  return RANK.flatMap((type) => all.findLast((mark) => mark.type === type) ?? [])
}

function ownMarks(element: Tree.Element, reading: Reading): Mark[] {
  const style = attribute(element, "style") ?? ""
  const own: Mark[] = []
  const tag = TAGS[element.tagName]
  if (tag) own.push({ type: tag })
  if (element.tagName === "a") own.push(...linkMark(element, reading))
  if (/font-weight:\s*(?:bold|bolder|[6-9]00)/u.test(style)) own.push({ type: "bold" })
  if (/font-style:\s*(?:italic|oblique)/u.test(style)) own.push({ type: "italic" })
  if (/text-decoration(?:-line)?:[^;]*line-through/u.test(style)) own.push({ type: "strike" })
  if (/vertical-align:\s*super/u.test(style)) own.push({ type: "superscript" })
  if (/vertical-align:\s*sub/u.test(style)) own.push({ type: "subscript" })
  return own
}

function linkMark(element: Tree.Element, reading: Reading): Mark[] {
  const href = linkAddress(absolute(attribute(element, "href"), reading))
  return href === null ? [] : [{ type: "link", attrs: { href, title: attribute(element, "title") } }]
}

/** The address as it counts from the page's; a place on the same page is no address. */
function absolute(written: string | null, { base }: Reading): string | null {
  const address = written?.trim() ?? ""
  if (address === "" || address.startsWith("#")) return null
  if (/^(?:https?:\/\/|mailto:)/iu.test(address)) return address
  try {
    return new URL(address, base ?? undefined).href
  } catch {
    return null
  }
}

/** White space is one space, wherever nodes meet too; none at the edges of lines; a break alone at an edge is none. */
function tidy(nodes: DocumentNode[]): DocumentNode[] {
  const kept: DocumentNode[] = []
  for (const node of nodes) {
    if (node.type === "hardBreak") endLine(kept)
    else if (node.text === undefined) kept.push(node)
    else addText(kept, node, node.text.replace(/[ \t\n\r\f\v]+/gu, " "))
  }
  endLine(kept)
  while (kept.at(-1)?.type === "hardBreak") kept.pop()
  return kept
}

/** Two breaks in a row are one; the first line of a block is not empty. */
function endLine(kept: DocumentNode[]): void {
  trimEnd(kept)
  const last = kept.at(-1)
  if (last && last.type !== "hardBreak") kept.push({ type: "hardBreak" })
}

function addText(kept: DocumentNode[], node: DocumentNode, text: string): void {
  const last = kept.at(-1)
  const isAfterSpace = !last || last.type === "hardBreak" || last.text?.endsWith(" ")
  const rest = isAfterSpace ? text.replace(/^ /u, "") : text
  if (rest !== "") kept.push({ ...node, text: rest })
}

function trimEnd(nodes: DocumentNode[]): void {
  for (let last = nodes.at(-1); last?.text !== undefined; last = nodes.at(-1)) {
    const text = last.text.replace(/[ \u00A0]+$/u, "")
    nodes.pop()
    if (text === "") continue
    nodes.push({ ...last, text })
    return
  }
}
