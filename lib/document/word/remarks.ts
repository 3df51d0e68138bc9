/** What the writer left beside the text, in one list: comments, footnotes and links, each with the words it belongs to. */
import type { Span } from "../../anchor"
import type { DocumentNode } from "../../domain/article"
import { OBJECT } from "../canonical"
import { firstAddress, type Reply, type WordComment } from "./comments"
import { findIn, type Found, type Stretch } from "./found"
import { Places } from "./places"

/** Something that the writer left for whoever checks the text. */
export interface Remark {
  /** The same whenever the same file is read. */
  id: string
  kind: "comment" | "footnote" | "link"
  /**
   * In the canonical text, in UTF-16 code units: the words that a comment was put on (its sentence, if it was put on
   * none) or that a link covers; of a footnote, its sentence up to the reference. Null if these are not in the text.
   */
  span: Span | null
  /** The sentence, or the sentences, that the span is in. */
  sentence: Span | null
  /** The words of the span; without one, those that stood there in the file. */
  quote: string
  author: string | null
  /** ISO 8601, UTC. Word writes its user's local time without a zone, so that it can be hours off. */
  at: string | null
  /** What the comment or the footnote says; empty for a link. */
  text: string
  /** Where a link leads; the first web address of a comment with its replies, or of a footnote. */
  href: string | null
  /** The claim that a comment is of, if Stet itself wrote it into an export. */
  claimId: string | null
  resolved: boolean
  replies: Reply[]
}

/** What was found in the file, beside what can be seen in the document. */
export interface Beside {
  comments: WordComment[]
  /** By comment: its words as they stood in the file. */
  quotes: Map<string, string>
  language: string
}

/**
 * The remarks by where they stand, those without a place last. `marked` is the document with its comments, `document`
 * the same one as it is stored.
 */
export function remarksIn(marked: DocumentNode, document: DocumentNode, beside: Beside): Remark[] {
  const found = findIn(marked)
  const places = new Places(document, beside.language)
  const comments = beside.comments.map((comment) => commentRemark(comment, found, beside, places))
  const notes = (document.content ?? []).flatMap((node) => noteRemark(node, found, places))
  const links = linkRemarks(found, new Set(notes.map(({ href }) => href)), places)
  const start = ({ span }: Remark) => span?.start ?? Number.MAX_SAFE_INTEGER
  return [...comments, ...notes, ...links].sort((one, other) => start(one) - start(other))
}

const UNSIGNED = { author: null, at: null, claimId: null, resolved: false, replies: [] }

function commentRemark({ id, ...comment }: WordComment, found: Found, beside: Beside, places: Places): Remark {
  const on = (key: string) => found.comments.get(key) ?? []
  const [before] = on(`${id}<`)
  const behind = on(`${id}>`).at(-1)
  const span = places.spanOf(on(id)) ?? sentenceAt(before, places) ?? sentenceAt(behind && endOf(behind), places)
  const quote = span ? places.wordsOf(span) : (beside.quotes.get(id) ?? "").trim()
  const href = comment.href ?? firstAddress(comment.replies.map(({ text }) => text).join("\n"))
  return { ...comment, href, id: `comment-${id}`, kind: "comment", span, sentence: around(span, places), quote }
}

function sentenceAt(stretch: Stretch | undefined, places: Places): Span | null {
  return stretch ? places.sentenceAt(stretch) : null
}

function endOf(stretch: Stretch): Stretch {
  return { ...stretch, from: stretch.to }
}

function around(span: Span | null, places: Places): Span | null {
  return span && places.sentencesAround(span)
}

function noteRemark(node: DocumentNode, found: Found, places: Places): Remark[] {
  if (node.type !== "footnote") return []
  const label = String(node.attrs?.label)
  const [reference] = found.references.get(label) ?? []
  const span = reference ? backedBy(reference, found, places) : null
  const text = linesOf(node).join("\n")
  const href = firstLink(node) ?? firstAddress(text)
  const quote = span ? places.wordsOf(span) : ""
  return [
    { ...UNSIGNED, id: `footnote-${label}`, kind: "footnote", span, sentence: around(span, places), quote, text, href },
  ]
}

/** The sentence before a reference, from the reference before it on if words stand between the two. */
function backedBy(reference: Stretch, { references }: Found, places: Places): Span | null {
  const sentence = places.sentenceAt(reference)
  if (!sentence) return null
  const end = Math.min(sentence.end, places.offsetOf(reference))
  const earlier = [...references.values()]
    .flat()
    .map((each) => places.offsetOf(each) + 1)
    .filter((start) => start > sentence.start && start <= end)
    .sort((one, other) => other - one)
  for (const start of [...earlier, sentence.start]) {
    const span = places.wordsBetween(start, end)
    if (span) return span
  }
  return null
}

function linesOf(node: DocumentNode): string[] {
  const children = node.content ?? []
  const isLine = children.some(({ type, text }) => text !== undefined || type === "hardBreak" || type === "inlineImage")
  if (!isLine) return children.flatMap(linesOf)
  return [children.map(({ type, text }) => text ?? (type === "hardBreak" ? "\n" : OBJECT)).join("")]
}

function isWeb(href: string): boolean {
  return /^https?:/iu.test(href)
}

function firstLink({ marks = [], content = [] }: DocumentNode): string | null {
  const href = marks.find(({ type }) => type === "link")?.attrs?.href
  return typeof href === "string" && isWeb(href) ? href : (content.map(firstLink).find((each) => each !== null) ?? null)
}

/** A link within a note that the note already leads to says nothing new. */
function linkRemarks({ links, firstOfNotes }: Found, known: Set<string | null>, places: Places): Remark[] {
  return links.flatMap(({ href, ...stretch }, index): Remark[] => {
    const span = places.spanOf([stretch])
    // Whom one can write to is no source.
    if (!span || !isWeb(href) || (stretch.block >= firstOfNotes && known.has(href))) return []
    const quote = places.wordsOf(span)
    return [
      {
        ...UNSIGNED,
        id: `link-${index + 1}`,
        kind: "link",
        span,
        sentence: around(span, places),
        quote,
        text: "",
        href,
      },
    ]
  })
}
