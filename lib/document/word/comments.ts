/**
 * The comments of a Word file: who wrote them, when, and who replied. A comment that Stet itself wrote is known by the
 * line `stet:claim:<id>` in its words, since words are all that every program keeps of a comment: Word gives comments
 * new numbers whenever it saves, and others drop what they do not know.
 */
import { withoutAlternates } from "./alternates"
import { isRemoving } from "./changes"
import { momentOf } from "./moment"
import type { WordFile } from "./open"
import { tangled } from "./refusals"
import { wordsOfRun } from "./runs"
import { childrenOf, within, type XmlElement } from "./xml"
import { linkAddress } from "../schema"

export interface Reply {
  author: string | null
  /** ISO 8601, UTC; see `TrackedChange`. */
  at: string | null
  text: string
}

export interface WordComment extends Reply {
  /** As the file calls it. */
  id: string
  /** The first web address in it. */
  href: string | null
  claimId: string | null
  resolved: boolean
  replies: Reply[]
}

const MOST_COMMENTS = 5_000

/** The line by which a comment comes back to its claim; for whoever writes Word files. */
export function claimLine(claimId: string): string {
  return `stet:claim:${claimId}`
}

const CLAIM_LINE = /\bstet:claim:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\b/iu

/** The comments that are no replies, in the file's order. Refuses `invalid`, `import.word.tangled`. */
export function commentsIn({ comments, threads }: WordFile): WordComment[] {
  const elements = comments ? childrenOf(withoutAlternates(comments.root), "w:comment") : []
  if (elements.length > MOST_COMMENTS) throw tangled()
  const addresses = comments?.addresses ?? new Map<string, string>()
  const thread = threadsIn(threads)
  const all = elements.map((element) => ({ ...commentOf(element, addresses), paragraphs: paragraphIds(element) }))
  const byParagraph = new Map(all.flatMap((each) => each.paragraphs.map((id) => [id, each] as const)))
  const rootOf = (each: (typeof all)[number], steps = 0): typeof each => {
    const parent = each.paragraphs.map((id) => byParagraph.get(thread.get(id)?.parent ?? "")).find(Boolean)
    return parent && parent !== each && steps < MOST_STEPS ? rootOf(parent, steps + 1) : each
  }
  const roots = new Map<WordComment, WordComment>()
  for (const each of all) {
    const { paragraphs, ...comment } = each
    const root = rootOf(each)
    const resolved = paragraphs.some((id) => thread.get(id)?.done)
    if (root === each) roots.set(each, { ...comment, resolved })
    else roots.get(root)?.replies.push({ author: each.author, at: each.at, text: each.text })
  }
  return [...roots.values()]
}

/** Replies to replies end at the first comment; those that reply in a circle end somewhere. */
const MOST_STEPS = 50

function commentOf(element: XmlElement, addresses: Map<string, string>): WordComment {
  const { "w:id": id = "", "w:author": author, "w:date": date } = element.attributes
  const lines = within(element, "w:p").map((paragraph) => lineOf(paragraph, addresses).trim())
  const words = lines.join("\n")
  const [line, claimId = null] = CLAIM_LINE.exec(words) ?? []
  const text = line === undefined ? words : words.replace(line, "").replace(/\n{2,}/gu, "\n")
  return {
    id,
    author: author?.trim() || null,
    at: momentOf(date),
    text: text.trim(),
    href: firstAddress(text),
    claimId: claimId?.toLowerCase() ?? null,
    resolved: false,
    replies: [],
  }
}

/** The words of a paragraph; an address that its words do not say follows them. */
function lineOf(paragraph: XmlElement, addresses: Map<string, string>): string {
  return childrenOf(paragraph)
    .map((child) => {
      if (child.name === "w:r") return wordsOfRun(child).replaceAll("\uFFFC", "")
      if (isRemoving(child)) return ""
      const words = lineOf(child, addresses)
      const address = child.name === "w:hyperlink" ? linkAddress(addresses.get(child.attributes["r:id"] ?? "")) : null
      return address === null || words.includes(address) ? words : `${words} <${address}>`
    })
    .join("")
}

/** The first web address that some words hold, without the punctuation behind it. */
export function firstAddress(words: string): string | null {
  const [found] = /https?:\/\/[^\s<>"“”„]+/iu.exec(words) ?? []
  return found === undefined ? null : linkAddress(found.replace(/[.,;:!?'’)\]]+$/u, ""))
}

function paragraphIds(comment: XmlElement): string[] {
  return within(comment, "w:p").flatMap(({ attributes }) => attributes["w14:paraId"] ?? [])
}

/** By a paragraph of a comment: the paragraph of the comment that it replies to, and whether it is resolved. */
function threadsIn(root: XmlElement | null): Map<string, { parent: string | undefined; done: boolean }> {
  const all = root ? childrenOf(root, "w15:commentEx") : []
  return new Map(
    all.map(({ attributes }) => {
      const { "w15:paraId": id = "", "w15:paraIdParent": parent, "w15:done": done } = attributes
      return [id, { parent, done: done === "1" || done === "true" }]
    }),
  )
}
