/**
 * Reads Markdown (CommonMark with GitHub's tables, task lists, strikethrough and footnotes, and YAML front matter)
 * into the schema. Raw HTML becomes the marks that the schema has, or its words; nothing else of it is kept.
 */
import type { Definition, FootnoteDefinition, Nodes } from "mdast"
import type { DocumentNode } from "../domain/article"
import { cleanLine, cleanLines } from "./normalise"
import { blocksOf, footnotesOf } from "./read-blocks"
import { splitFrontMatter, type FrontMatter } from "./read-front-matter"
import { creditsIn } from "./read-header"
import type { References } from "./read-inline"
import { imported, inlineText, wordsOf, type Findings, type Given, type Imported } from "./read-result"
import { decoder, everyNode, treeOf } from "./read-tree"

/**
 * The article in `content`. With `given.title` everything below the front matter is body; else the first `#` heading
 * is the title, and a dek and credits are looked for under it. Refuses `invalid`: `import.empty`, `import.tooDeep`.
 */
export function readMarkdown(content: string, given: Given): Imported {
  const { frontMatter, body } = splitFrontMatter(cleanLines(content).replace(/^\uFEFF+/u, ""))
  const { blocks, footnotes } = parsed(body)
  const { title, dek, metadata, rest } = given.title
    ? { title: inlineText(given.title), dek: null, metadata: {}, rest: blocks }
    : topOf(blocks, frontMatter, given)
  const givenDek = given.dek ?? frontMatter.dek
  const found = {
    title,
    dek: dek ?? (givenDek ? inlineText(givenDek) : null),
    body: [...rest, ...footnotes],
    metadata: { ...metadata, ...withoutNulls(frontMatter.metadata) },
  }
  return imported(found, given)
}

type Top = Omit<Findings, "body"> & { rest: DocumentNode[] }

/** Takes title, dek and credits off the top of the blocks. */
function topOf(blocks: DocumentNode[], frontMatter: FrontMatter, given: Given): Top {
  const at = titleAt(blocks, frontMatter)
  const heading = blocks[at]
  const title = heading?.content ?? (frontMatter.title === null ? null : inlineText(frontMatter.title))
  const above = blocks.slice(0, Math.max(at, 0))
  const below = takeBelow(blocks.slice(at + 1), given.dek ?? frontMatter.dek, frontMatter.isOurs)
  return { title, dek: below.dek, metadata: below.metadata, rest: [...above, ...below.rest] }
}

/** What may stand above the title: pictures, rules, and a few short lines such as a rubric or a date. */
const MOST_ABOVE = 4
const LONGEST_ABOVE = 80

/** Where the heading stands that is the title, or -1: the first `#`, or for want of one the heading that opens the text. */
function titleAt(blocks: DocumentNode[], { title }: FrontMatter): number {
  const first = blocks.findIndex(({ type, attrs }) => type === "heading" && attrs?.level === 1)
  const at = first >= 0 ? first : blocks.findIndex((block) => !standsAbove(block))
  const heading = blocks[at]
  if (heading?.type !== "heading" || at > MOST_ABOVE || !blocks.slice(0, at).every(standsAbove)) return -1
  const words = wordsOf(heading.content ?? [])
  return words !== "" && (title === null || sameWords(words, title)) ? at : -1
}

function standsAbove({ type, content = [] }: DocumentNode): boolean {
  return (
    type === "figure" || type === "horizontalRule" || (type === "paragraph" && wordsOf(content).length <= LONGEST_ABOVE)
  )
}

/** Dek and credits are each a paragraph of their own, in any order, directly under the title. */
function takeBelow(blocks: DocumentNode[], dek: string | null, isOurs: boolean): Omit<Top, "title"> {
  const taken: Omit<Top, "title"> = { dek: null, metadata: {}, rest: blocks }
  for (const block of blocks) {
    const content = block.type === "paragraph" ? (block.content ?? []) : []
    const words = wordsOf(content)
    const credits = isOurs ? null : creditsIn(words)
    const found = dek === null ? (isOurs ? null : emphasised(content)) : sameWords(words, dek) ? content : null
    if (credits) taken.metadata = { ...credits, ...taken.metadata }
    else if (found && taken.dek === null) taken.dek = found
    else break
    taken.rest = taken.rest.slice(1)
  }
  return taken
}

/** The content of a paragraph that is bold, or italic, from end to end, without that mark; else null. */
function emphasised(content: DocumentNode[]): DocumentNode[] | null {
  if (content.length === 0 || !content.every(({ type }) => type === "text")) return null
  const whole = ["bold", "italic"].filter((name) =>
    content.every(({ marks }) => marks?.some(({ type }) => type === name)),
  )
  if (whole.length === 0) return null
  return content.map(({ marks = [], ...node }) => ({
    ...node,
    marks: marks.filter(({ type }) => !whole.includes(type)),
  }))
}

function sameWords(one: string, other: string): boolean {
  const form = (words: string) => cleanLine(words).replace(/\s+/gu, " ").trim()
  return form(one) === form(other) && one !== ""
}

function withoutNulls(metadata: Findings["metadata"]): Findings["metadata"] {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null))
}

function parsed(markdown: string): { blocks: DocumentNode[]; footnotes: DocumentNode[] } {
  const root = treeOf(markdown)
  const nodes = everyNode(root)
  const references = referencesIn(nodes)
  return { blocks: blocksOf(root.children, references), footnotes: footnotesOf(nodes, references) }
}

function referencesIn(nodes: Nodes[]): References {
  const first = <T extends Definition | FootnoteDefinition, V>(type: T["type"], value: (node: T) => V) => {
    const all = nodes.filter((node): node is T & Nodes => node.type === type).reverse()
    return new Map(all.map((node) => [node.identifier, value(node)]))
  }
  return {
    definitions: first<Definition, { url: string; title?: string | null | undefined }>("definition", (node) => node),
    footnotes: first<FootnoteDefinition, string>("footnoteDefinition", (node) =>
      cleanLine(node.label ?? node.identifier),
    ),
    decode: decoder(),
  }
}
