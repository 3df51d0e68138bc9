/**
 * A claim as a footnote: the rating, the words it is about, the verdict's words, its sources, who checked it. Built as
 * a node of the document schema and written by the same writer as the article, so that no word of it can be read as
 * Markdown. The public profile is decided here, line by line: what is not named here is not said.
 */
import type { DocumentNode } from "../domain/article"
import { quoteOf, type AnchorView, type ClaimView } from "../domain/claim"
import type { Profile } from "../domain/profile"
import { isQuotation } from "../domain/quotation"
import { ratingLabel } from "../domain/shown"
import { isStanding } from "../domain/standing"
import type { EvidenceView } from "../domain/source"
import { handsOf } from "./hands"
import { cleanLine, cleanLines } from "./normalise"
import { checkedLine, claimantLine, evidenceLead, OPEN, UNAPPROVED } from "./note-words"
import { linkAddress } from "./addresses"
import { writeMarkdown } from "./write-markdown"

export interface NoteOptions {
  profile: Profile
  /** Of the ratings' names, BCP 47. */
  language: string
  /** Whether checkers and reviewers are named in the public profile; the internal one always names them. */
  publishNames: boolean
}

/** The claim's note as a footnote with that label. `anchors` are its spans in the order of the text. */
export function noteOf(claim: ClaimView, anchors: AnchorView[], label: string, options: NoteOptions): DocumentNode {
  const quote = quoted(anchors)
  const heading = paragraph([...ratingOf(claim, options.language), ...text(quote === "" ? "" : `: ${quote}`)])
  return { type: "footnote", attrs: { label }, content: [heading, ...findingOf(claim, options)] }
}

/** What was found, on what it rests and who checked: the blocks of a note below its heading. */
export function findingOf(claim: ClaimView, options: NoteOptions): DocumentNode[] {
  const isInternal = options.profile === "internal"
  return [
    ...(isInternal ? labelled("Statement", claim.statement) : []),
    ...paragraphs(claimantLine(claim.claimant, claim.claimedOn)),
    ...paragraphs(claim.verdict?.conclusion),
    ...paragraphs(claim.verdict?.explanation),
    ...evidenceList(claim, options.profile),
    ...(isInternal ? labelled("Working note", claim.verdict?.workingNote) : []),
    ...(isInternal ? labelled("Let stand", claim.letStand?.reason) : []),
    ...(isStanding(claim) ? paragraphs(checked(claim, options)) : []),
  ]
}

/** The words of a claim in quotation marks, once; nothing where it is of a picture or rule alone. */
export function quoted(anchors: AnchorView[]): string {
  const quote = oneLine(quoteOf(anchors))
  return quote === "" || isQuotation(quote) ? quote : `"${quote}"`
}

/** Blocks of Stet's own behind the article as Markdown, in one line feed's distance of it; empty for none. */
export function writeNotes(blocks: readonly DocumentNode[]): string {
  // Each by itself: a writer keeps the place of every character, which for ten thousand notes is much to keep.
  return blocks
    .map((block) => `\n${withoutCriticMarkup(writeMarkdown({ type: "doc", content: [block] }).markdown)}`)
    .join("")
}

/** `{++` and its kin are read without regard to backslashes before them, so that one goes in between. */
export function withoutCriticMarkup(markdown: string): string {
  if (!/[{}]/.test(markdown)) return markdown
  return markdown.replace(/\{(?=\+\+|--|==|>>|~~)/g, "{\\").replace(/([+\-=<~])(?=\1\})/g, "$1\\")
}

/** `**Missing context** (in review)` */
export function ratingOf({ verdict, state }: ClaimView, language: string): DocumentNode[] {
  const rating = verdict ? ratingLabel(verdict.rating, language) : OPEN
  return [bold(cleanLine(rating)), ...text(verdict && state !== "approved" ? ` (${UNAPPROVED[state]})` : "")]
}

const bold = (words: string): DocumentNode => ({ type: "text", text: words, marks: [{ type: "bold" }] })

const text = (words: string): DocumentNode[] => (words === "" ? [] : [{ type: "text", text: words }])

const paragraph = (content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content })

/** Words as paragraphs: an empty line parts two, a line's end is a break. */
function paragraphs(words: string | null | undefined): DocumentNode[] {
  return cleanLines(words ?? "")
    .split(/\n[^\S\n]*\n\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => paragraph(lines(part)))
}

function lines(part: string): DocumentNode[] {
  return part.split("\n").flatMap((line, index) => {
    const words = text(cleanLine(line).trim())
    return index > 0 ? [{ type: "hardBreak" }, ...words] : words
  })
}

function labelled(name: string, words: string | null | undefined): DocumentNode[] {
  return words?.trim() ? paragraphs(`${name}: ${words.trim()}`) : []
}

function evidenceList({ evidence, opinion }: ClaimView, profile: Profile): DocumentNode[] {
  const shown = evidence.filter(({ source }) => profile === "internal" || !source.confidential)
  if (shown.length === 0) return []
  const lead = (one: EvidenceView) => evidenceLead(one, opinion?.blind ? "hidden" : "seen")
  const content = shown.map((one) => ({ type: "listItem", content: [paragraph(evidenceLine(one, lead(one)))] }))
  return [{ type: "bulletList", attrs: { tight: true }, content }]
}

function evidenceLine({ source, locator }: EvidenceView, lead: string): DocumentNode[] {
  const href = linkAddress(source.url)
  const title = oneLine(source.title)
  const link = href === null ? {} : { marks: [{ type: "link", attrs: { href, title: null } }] }
  const place = oneLine(locator ?? "")
  return [...text(lead), { type: "text", text: title, ...link }, ...text(place && `, ${place}`)]
}

const oneLine = (words: string) => cleanLine(words).replace(/\s+/g, " ").trim()

function checked(claim: ClaimView, { profile, publishNames }: NoteOptions): string {
  const hands = handsOf(claim, profile === "internal" || publishNames ? "named" : "nameless")
  return checkedLine(hands.checkers, hands.reviewers, hands.isReviewed ? "reviewed" : "not reviewed", hands.on)
}
