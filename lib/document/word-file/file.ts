/**
 * The article as a Word file (OOXML), for its author: claims as comments, fixes as tracked changes. Written part by part,
 * since no library writes all of it: replies, changes within links, lists that begin where they begin. A pure function of
 * the read model: same article, same bytes.
 */
import type { AnnotatedArticle } from "../../domain/annotated-article"
import type { ThreadView } from "../../domain/comment"
import { packed } from "../bundle"
import { canonicalText, type CanonicalBlock } from "../canonical"
import { workableFixes } from "../fixes"
import type { ReaderMarkdownOptions } from "../reader-markdown"
import { element, markup, Markup } from "../report/html"
import { shownClaims } from "../shown-claims"
import { Body, type Setting } from "./body"
import { commentsOf, commentsPart, threadsPart, type Comment } from "./comments"
import { changesOf, marksOn } from "./marks"
import { CONTENT_TYPES, coreOf, Links, Lists, partOf, START, stylesOf } from "./parts"

export interface WordOptions extends ReaderMarkdownOptions {
  /** What is discussed about the article; told in the internal profile alone. */
  threads?: readonly ThreadView[]
  legal?: "told" | "kept"
}

/** The bytes of a .docx. Claims without a place are comments on the title; the public profile has no changes. */
export function wordFile(article: AnnotatedArticle, options: WordOptions): Uint8Array<ArrayBuffer> {
  const { document } = article.revision
  const { blocks } = canonicalText(document)
  const claims = shownClaims(article, options)
  const isInternal = options.profile === "internal"
  const fixes = isInternal ? workableFixes(document, blocks, claims) : []
  const legal = options.legal ?? "kept"
  const threads = isInternal ? (options.threads ?? []).filter(({ kind }) => kind !== "legal" || legal === "told") : []
  const changed = new Set(fixes.map(({ claimId }) => claimId))
  const comments = commentsOf(article, claims, { ...options, language: options.language ?? "en", changed, threads })
  const marks = marksOn(document, blocks, comments, changesOf(document, fixes, claims))
  return packed(filesOf(article, blocks, comments, marks))
}

type MarksOf = Setting["marksOf"]

function filesOf(
  article: AnnotatedArticle,
  blocks: readonly CanonicalBlock[],
  comments: readonly Comment[],
  marksOf: MarksOf,
): [string, string][] {
  const content = article.revision.document.content ?? []
  const notes = content.filter(({ type }) => type === "footnote")
  const ids = new Map(notes.map(({ attrs }, at) => [String(attrs?.label), at + 1]))
  const lists = new Lists()
  const [links, noteLinks] = [new Links(), new Links()]
  let changes = 0
  const nextChange = () => (changes += 1)
  const body = new Body({ lists, blocks, marksOf, writing: { links, notes: ids, nextChange } })
  const main = body.blocks(content.filter(({ type }) => type !== "footnote"))
  const inNotes = new Body(
    { lists, blocks, marksOf, writing: { links: noteLinks, notes: new Map(), nextChange } },
    body.next,
  )
  const footnotes = notes.map(({ content: inner = [] }, at) =>
    element("w:footnote", { "w:id": `${at + 1}` }, ...inNotes.blocks(inner)),
  )
  const parts = {
    ...{ styles: "styles.xml", numbering: "numbering.xml", footnotes: "footnotes.xml", comments: "comments.xml" },
    commentsExtended: "commentsExtended.xml",
  }
  const { title, byline, language, revision } = article
  return [
    ["[Content_Types].xml", CONTENT_TYPES],
    ["_rels/.rels", START],
    ["word/document.xml", partOf("w:document", element("w:body", {}, ...main, PAGE))],
    ["word/_rels/document.xml.rels", links.file(parts)],
    ["word/styles.xml", stylesOf(language)],
    ["word/numbering.xml", lists.file()],
    ["word/footnotes.xml", partOf("w:footnotes", SEPARATORS, ...footnotes)],
    ["word/_rels/footnotes.xml.rels", noteLinks.file()],
    ["word/comments.xml", commentsPart(comments)],
    ["word/commentsExtended.xml", threadsPart(comments)],
    ["docProps/core.xml", coreOf({ title, byline, language, created: revision.createdAt })],
  ]
}

/** A4 with an inch around. */
const PAGE = new Markup(
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>',
)

/** What Word draws above notes; it wants them said. */
const SEPARATORS = markup`${new Markup(
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>',
)}`
