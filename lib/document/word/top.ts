/** The top of a Word file: title and dek by their styles, else as every text has them. */
import type { DocumentNode } from "../../domain/article"
import { headerOf } from "../read-header"
import { inlineText, wordsOf, type Findings, type Given } from "../read-result"
import { emphasised, takeBelow, topOf, type Top } from "../read-top"

/** Title, dek, credits and body of the blocks. With `given.title` all of them are body. */
export function findingsIn(blocks: DocumentNode[], given: Given): Findings {
  const top = given.title
    ? { title: inlineText(given.title), dek: null, metadata: {}, rest: blocks }
    : topIn(blocks, given)
  const { title, metadata } = top
  const styled = top.dek === null && !given.title ? top.rest.slice(0, MOST_ABOVE).find(isDek) : undefined
  const dek = top.dek ?? styled?.content ?? null
  const rest = top.rest.filter((block) => block !== styled).map(asBody)
  return { title, dek: given.dek ? inlineText(given.dek) : dek, body: [...replaced(dek, given), ...rest], metadata }
}

/** A dek with its own style may stand above its title, or below a line or two. */
const MOST_ABOVE = 4

function topIn(blocks: DocumentNode[], given: Given): Top {
  const known = { title: null, dek: given.dek ?? null, isOurs: false }
  const at = blocks.findIndex(({ type }) => type === "title")
  if (at < 0) {
    const top = topOf(blocks, known)
    return top.title === null ? typedTop(blocks) : top
  }
  const end = endOfTitle(blocks, at)
  const title = blocks
    .slice(at, end)
    .flatMap(({ content = [] }, index) => (index === 0 ? content : [SPACE, ...content]))
  const below = takeBelow(blocks.slice(end), known)
  return { ...below, title, rest: [...blocks.slice(0, at), ...below.rest] }
}

const SPACE: DocumentNode = { type: "text", text: " " }

/** A title may have been broken into lines by making them paragraphs. */
function endOfTitle(blocks: DocumentNode[], from: number): number {
  const next = blocks.findIndex(({ type }, at) => at > from && type !== "title")
  return next < 0 ? blocks.length : next
}

/** Without any style, the lines at the top are read as those of plain text. */
function typedTop(blocks: DocumentNode[]): Top {
  const next = blocks.findIndex(({ type }) => type !== "paragraph")
  const lines = blocks.slice(0, next < 0 ? undefined : next)
  const { header, taken } = headerOf(lines.map(lineOf))
  const { title, dek, ...metadata } = { title: undefined, dek: undefined, ...header }
  const contentOf = (words: string | undefined) => {
    const content = lines.slice(0, taken).find((line) => wordsOf(line.content ?? []) === words)?.content
    return content ? (emphasised(content) ?? content) : null
  }
  return { title: contentOf(title), dek: contentOf(dek), metadata, rest: blocks.slice(taken) }
}

/** The words of a paragraph, between stars if they are bold from end to end: so they are in a header of plain text. */
function lineOf({ content = [] }: DocumentNode): string {
  const words = wordsOf(content)
  const isBold = content.length > 0 && content.every(({ marks }) => marks?.some(({ type }) => type === "bold"))
  return isBold && !words.includes("*") ? `**${words}**` : words
}

/** A dek in the text that another was given for is kept as the first paragraph. */
function replaced(dek: DocumentNode[] | null, given: Given): DocumentNode[] {
  return dek && given.dek && wordsOf(dek) !== given.dek ? [{ type: "paragraph", content: dek }] : []
}

function isDek({ type }: DocumentNode): boolean {
  return type === "dek"
}

function asBody(block: DocumentNode): DocumentNode {
  if (block.type === "title") return { ...block, type: "heading", attrs: { level: 1 } }
  return block.type === "dek" ? { ...block, type: "paragraph" } : block
}
