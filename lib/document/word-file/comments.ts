/**
 * What is said of claims as Word's own comments: of each claim its finding, on every stretch of its words, and behind it
 * what was asked and answered about it. A line in each says which claim it is of (word/comments.ts reads it again).
 */
import type { AnnotatedArticle } from "../../domain/annotated-article"
import type { DocumentNode } from "../../domain/article"
import type { ThreadView } from "../../domain/comment"
import { groupedBy } from "../../domain/grouped"
import { linkAddress } from "../addresses"
import { handsOf } from "../hands"
import { findingOf, quoted, ratingOf, type NoteOptions } from "../note"
import { fixLine } from "../note-words"
import { element, markup, type Part } from "../report/html"
import type { Shown } from "../shown-claims"
import { claimLine } from "../word/comments"
import { words } from "./line"
import { partOf } from "./parts"

/** A comment with its replies; offsets are code units of the canonical text. */
export interface Comment {
  id: number
  start: number
  end: number
  author: string
  /** ISO 8601, UTC. */
  at: string
  paragraphs: DocumentNode[]
  resolved: boolean
  /** The comment that it replies to. */
  parent: number | null
}

export interface Commenting extends NoteOptions {
  /** Fixes that stand in the text as changes, by claim. */
  changed: ReadonlySet<string>
  threads: readonly ThreadView[]
}

/** Who speaks for the desk. */
export const DESK = "Fact check"

/** The comments of an article, in the order of the text, those on no words at its title. */
export function commentsOf(article: AnnotatedArticle, claims: readonly Shown[], options: Commenting): Comment[] {
  const comments: Comment[] = []
  const add = (one: Omit<Comment, "id">) => comments.push({ ...one, id: comments.length }) - 1
  const shown = new Set(claims.map(({ claim }) => claim.id))
  const threads = groupedBy(options.threads, ({ claim }) => (claim && shown.has(claim.id) ? claim.id : ""))
  const { text } = article.revision
  const title = { start: 0, end: text.indexOf("\n") < 0 ? text.length : text.indexOf("\n") }
  for (const one of claims) {
    const [first = title, ...others] = one.places
    add({ ...first, ...saidOf(one, options), paragraphs: noteOf(one, options), resolved: false, parent: null })
    for (const thread of threads.get(one.claim.id) ?? []) addThread(thread, first, add)
    const again = [paragraph(`#${one.claim.number}, as above`), paragraph(claimLine(one.claim.id))]
    for (const place of others)
      add({ ...place, ...saidOf(one, options), paragraphs: again, resolved: false, parent: null })
  }
  for (const thread of threads.get("") ?? []) addThread(thread, passageOf(thread, text) ?? title, add)
  return comments
}

/** Where the words of a thread are; where that is not known, if they are there once. */
function passageOf({ quote, place }: ThreadView, text: string): { start: number; end: number } | null {
  if (place) return place
  const start = quote === "" ? -1 : text.indexOf(quote)
  const isOnly = start >= 0 && !text.includes(quote, start + 1)
  return isOnly ? { start, end: start + quote.length } : null
}

function addThread(
  { comments, resolvedAt }: ThreadView,
  place: { start: number; end: number },
  add: (one: Omit<Comment, "id">) => number,
): void {
  let parent: number | null = null
  for (const { body, writtenBy, saidBy, createdAt } of comments) {
    const paragraphs = body.split("\n").map(paragraph)
    const id = add({
      ...place,
      author: saidBy ?? writtenBy.name,
      at: createdAt,
      paragraphs,
      resolved: resolvedAt !== null,
      parent,
    })
    parent ??= id
  }
}

function saidOf({ claim }: Shown, { profile, publishNames }: Commenting): { author: string; at: string } {
  const hands = handsOf(claim, profile === "internal" || publishNames ? "named" : "nameless")
  const author = hands.checkers.join(", ") || (profile === "internal" ? claim.markedBy?.name : undefined) || DESK
  return { author, at: hands.on ?? claim.markedAt }
}

const text = (words: string): DocumentNode => ({ type: "text", text: words })
const paragraph = (words: string): DocumentNode => ({ type: "paragraph", content: words === "" ? [] : [text(words)] })

/** What a note of the article's Markdown says, without the words that the comment lies on. */
function noteOf({ claim, anchors, places }: Shown, options: Commenting): DocumentNode[] {
  const heading = { type: "paragraph", content: [text(`#${claim.number} `), ...ratingOf(claim, options.language)] }
  const quote = places.length > 0 ? "" : quoted(anchors)
  const fix = claim.fix && options.profile === "internal" ? fixLine(claim.fix, options.changed.has(claim.id)) : null
  return [
    heading,
    ...(quote === "" ? [] : [paragraph(quote)]),
    ...findingOf(claim, options).flatMap(paragraphsOf),
    ...(fix ? [paragraph(fix)] : []),
    paragraph(claimLine(claim.id)),
  ]
}

function paragraphsOf(block: DocumentNode): DocumentNode[] {
  if (block.type !== "bulletList") return [block]
  const items = (block.content ?? []).flatMap(({ content = [] }) => content)
  return items.map((item) => ({ ...item, content: [text("• "), ...(item.content ?? [])] }))
}

/** The part with the comments; empty where there are none. */
export function commentsPart(comments: readonly Comment[]): string {
  return partOf("w:comments", ...comments.map(commentElement))
}

function commentElement({ id, author, at, paragraphs }: Comment): Part {
  const attributes = {
    "w:id": `${id}`,
    "w:author": author,
    "w:date": at.replace(/\.\d+Z$/, "Z"),
    "w:initials": initials(author),
  }
  const last = paragraphs.length - 1
  return element(
    "w:comment",
    attributes,
    ...paragraphs.map(({ content = [] }, index) =>
      element(
        "w:p",
        index === last ? { "w14:paraId": paragraphId(id) } : {},
        markup`<w:pPr><w:pStyle w:val="CommentText"></w:pStyle></w:pPr>`,
        ...content.map(runOf),
      ),
    ),
  )
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? "")
    .join("")
    .slice(0, 4)

function runOf({ text: said, type, marks = [] }: DocumentNode): Part {
  if (type === "hardBreak") return markup`<w:r><w:br></w:br></w:r>`
  const isBold = marks.some((mark) => mark.type === "bold")
  const href = linkAddress(marks.find((mark) => mark.type === "link")?.attrs?.href)
  const address = href === null || href === said ? "" : ` <${href}>`
  return markup`<w:r>${isBold && markup`<w:rPr><w:b></w:b></w:rPr>`}${words(`${said ?? ""}${address}`)}</w:r>`
}

/** Comments are told from each other by their last paragraph, in eight digits below 80000000. */
const paragraphId = (id: number) => (0x10000000 + id).toString(16).toUpperCase()

/** The part that says who replied to whom, and what is resolved. */
export function threadsPart(comments: readonly Comment[]): string {
  const all = comments.map(({ id, parent, resolved }) =>
    element("w15:commentEx", {
      "w15:paraId": paragraphId(id),
      "w15:paraIdParent": parent === null ? null : paragraphId(parent),
      "w15:done": resolved ? "1" : "0",
    }),
  )
  return partOf("w15:commentsEx", ...all)
}
