/** The top of an article that has been read into blocks: its title, dek and credits, where they stand in the text. */
import type { DocumentNode } from "../domain/article"
import { cleanLine } from "./normalise"
import { creditsIn } from "./read-header"
import { inlineText, wordsOf, type Findings } from "./read-result"

export type Top = Omit<Findings, "body"> & { rest: DocumentNode[] }

/** What is known of the top from elsewhere. */
export interface Known {
  title: string | null
  dek: string | null
  /** Whether Stet wrote the text: then title and dek stand in it exactly as they are known. */
  isOurs: boolean
}

/** Takes title, dek and credits off the top of the blocks. */
export function topOf(blocks: DocumentNode[], known: Known): Top {
  const at = titleAt(blocks, known.title)
  const heading = blocks[at]
  const title = heading?.content ?? (known.title === null ? null : inlineText(known.title))
  const above = blocks.slice(0, Math.max(at, 0))
  // Without a title an emphasised first paragraph is a first paragraph.
  const dek = known.dek ?? (title === null ? "" : null)
  const below = takeBelow(blocks.slice(at + 1), { ...known, dek })
  return { title, dek: below.dek, metadata: below.metadata, rest: [...above, ...below.rest] }
}

/** What may stand above the title: pictures, rules, and a few short lines such as a rubric or a date. */
const MOST_ABOVE = 4
const LONGEST_ABOVE = 80

/** Where the heading stands that is the title, or -1: the first `#`, or for want of one the heading that opens the text. */
function titleAt(blocks: DocumentNode[], title: string | null): number {
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

/** Takes dek and credits, each a paragraph of their own, in any order, off the blocks directly under a title. */
export function takeBelow(blocks: DocumentNode[], { dek, isOurs }: Omit<Known, "title">): Omit<Top, "title"> {
  const taken: Omit<Top, "title"> = { dek: null, metadata: {}, rest: blocks }
  for (const block of blocks) {
    const content = block.type === "paragraph" || block.type === "dek" ? (block.content ?? []) : []
    const words = wordsOf(content)
    const credits = isOurs || block.type === "dek" ? null : creditsIn(words)
    const found = dekIn(block, dek, isOurs)
    if (credits) taken.metadata = { ...credits, ...taken.metadata }
    else if (found && taken.dek === null) taken.dek = found
    else break
    taken.rest = taken.rest.slice(1)
  }
  return taken
}

/** The content of a paragraph that is the dek: by its type, by the words that are known, or because it stands out. */
function dekIn({ type, content = [] }: DocumentNode, dek: string | null, isOurs: boolean): DocumentNode[] | null {
  if (type === "dek") return content
  if (type !== "paragraph") return null
  if (dek !== null) return sameWords(wordsOf(content), dek) ? content : null
  return isOurs ? null : emphasised(content)
}

/** The content of a paragraph that is bold, or italic, from end to end, without that mark; else null. */
export function emphasised(content: DocumentNode[]): DocumentNode[] | null {
  if (content.length === 0 || !content.every(({ type }) => type === "text")) return null
  const whole = ["bold", "italic"].filter((name) =>
    content.every(({ marks }) => marks?.some(({ type }) => type === name)),
  )
  if (whole.length === 0) return null
  return content.map(({ marks = [], ...node }) => ({
    ...node,
    marks: marks.filter(({ type }) => !whole.includes(type) && type !== "nested"),
  }))
}

function sameWords(one: string, other: string): boolean {
  const form = (words: string) => cleanLine(words).replace(/\s+/gu, " ").trim()
  return form(one) === form(other) && one !== ""
}
