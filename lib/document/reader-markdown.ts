/**
 * Reader Markdown: the article with a footnote behind every claim's words, for readers and for whatever they read with.
 * A pure function of the read model: same article, same bytes. It knows nothing of who may have which profile.
 */
import type { AnnotatedArticle } from "../domain/annotated-article"
import type { DocumentNode } from "../domain/article"
import { sha256 } from "./digest"
import { frontMatter } from "./front-matter"
import { noteOf, quoted, writeNotes, type NoteOptions } from "./note"
import { UNPLACED } from "./note-words"
import { byPlace, shownClaims, type Shown } from "./shown-claims"
import { writeMarkdown } from "./write-markdown"
import { withReferences, type Reference } from "./write-references"

export interface ReaderMarkdownOptions extends Omit<NoteOptions, "language"> {
  /** Of the ratings' names, BCP 47; English by default, as the rest of a note's words are. */
  language?: string
  /** How many approvals the desk asks for; one by default. With none, what is checked and not reviewed is public too, and says so. */
  approvals?: number
}

/**
 * The article as Reader Markdown, front matter to last note, ending in one line feed. The public profile shows claims that
 * have passed and have a place, and of them what readers may know; the internal one everything in `article`.
 */
export function readerMarkdown(article: AnnotatedArticle, options: ReaderMarkdownOptions): string {
  const written = writeMarkdown(article.revision.document)
  const claims = shownClaims(article, options)
  const notePrefix = unusedPrefix(written.markdown)
  const label = ({ claim }: Shown) => `${notePrefix}${claim.number}`
  const front = frontMatter(article, {
    claims: claims.map(({ claim }) => claim),
    profile: options.profile,
    bodySha256: sha256(written.markdown),
    prefix: { kind: "note", is: notePrefix },
  })
  const body = withReferences(written, article.revision.text, referencesTo(claims, label), notePrefix)
  const note = (one: Shown) =>
    noteOf(one.claim, one.anchors, label(one), { ...options, language: options.language ?? "en" })
  const placed = claims.filter(({ places }) => places.length > 0)
  const unplaced = claims.filter(({ places }) => places.length === 0)
  return `${front}\n${body}${writeNotes([...placed.map(note), ...unplacedSection(unplaced, label), ...unplaced.map(note)])}`
}

/** One reference behind each span. */
function referencesTo(claims: Shown[], label: (one: Shown) => string): Reference[] {
  return claims
    .flatMap((one) => one.places.map((place) => ({ one, place })))
    .sort((a, b) => byPlace(a.place, b.place) || a.one.claim.number - b.one.claim.number)
    .map(({ one, place }) => ({ label: label(one), end: place.end }))
}

/** What tells our notes from the article's own: `claim-`, or the first other name that the body does not hold. */
function unusedPrefix(body: string): string {
  const lower = body.toLowerCase()
  let prefix = "claim-"
  for (let count = 1; lower.includes(`[^${prefix}`); count += 1) prefix = count === 1 ? "stet-" : `stet-${count}-`
  return prefix
}

/**
 * References for the notes of claims that have no words to stand behind. Here the reference comes first: no line of an
 * article can begin with one, so that strip knows the section for ours.
 */
function unplacedSection(unplaced: Shown[], label: (one: Shown) => string): DocumentNode[] {
  if (unplaced.length === 0) return []
  const items = unplaced.map((one): DocumentNode => {
    const quote = quoted(one.anchors)
    const reference = { type: "footnoteReference", attrs: { label: label(one) } }
    const content = quote === "" ? [reference] : [reference, { type: "text", text: ` ${quote}` }]
    return { type: "listItem", content: [{ type: "paragraph", content }] }
  })
  return [
    { type: "horizontalRule" },
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: UNPLACED }] },
    { type: "bulletList", attrs: { tight: true }, content: items },
  ]
}
