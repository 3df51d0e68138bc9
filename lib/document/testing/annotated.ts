/** Annotated articles for the tests of the exports, claim by claim; `annotated-arbitraries` makes any number of them. */
import type { Span } from "../../anchor"
import type { AnnotatedArticle } from "../../domain/annotated-article"
import { wordsIn, type DocumentNode } from "../../domain/article"
import type { AnchorView, ClaimState, ClaimView } from "../../domain/claim"
import type { FixView } from "../../domain/fix"
import { shippedScales } from "../../domain/scale"
import type { EvidenceView } from "../../domain/source"
import { canonicalText } from "../canonical"
import { sha256 } from "../digest"
import { wordsOf } from "../read-result"

export const REVISION = "0190a000-0000-7000-8000-000000000001"
/** The ratings that ship with the product, each with its scale. */
export const RATINGS = shippedScales.flatMap(({ code, version, ratings }) =>
  ratings.map((rating) => ({ rating, scale: `${code}/${version}` })),
)

/** A rating that ships with the product, with its scale. */
export function ratingOf(code: string): (typeof RATINGS)[number] {
  const found = RATINGS.find(({ rating }) => rating.code === code)
  if (!found) throw new Error(`no rating "${code}"`)
  return found
}

/** Somebody of the desk, by name. */
export const person = (name: string) => ({ id: `member-${name}`, name })

/** Evidence from a primary source that anybody may know. */
export function sourced(
  stance: EvidenceView["stance"],
  title: string,
  url: string | null,
  locator: string | null,
): EvidenceView {
  return {
    id: `evidence-${title}`,
    claimId: "claim",
    source: { ...BARE_SOURCE, title, url, primary: true, confidential: false },
    stance,
    locator,
    excerpt: null,
    lookedUp: null,
    kept: true,
    note: null,
    accessedAt: "2024-11-15T08:00:00.000Z",
    flag: null,
    flaggedAt: null,
    version: 1,
  }
}

const BARE_SOURCE = {
  id: "source",
  kind: "document" as const,
  author: null,
  publisher: null,
  publishedOn: null,
  file: null,
  independenceGroup: null,
  neverRefetch: false,
  version: 1,
}

/** What a claim says, in a test that says all of it. */
export interface ClaimWords {
  state: ClaimState
  statement: string | null
  claimant: string | null
  claimedOn: string | null
  verdict: {
    of: (typeof RATINGS)[number]
    conclusion: string | null
    explanation: string | null
    workingNote: string | null
  } | null
  evidence: EvidenceView[]
  placement: AnchorView["placement"]
}

/** An anchor on a span of the text. */
export function anchorOf(
  text: string,
  { start, end }: Span,
  ordinal = 0,
  placement: AnchorView["placement"] = "exact",
): AnchorView {
  const at = placement === "lost" ? { start: null, end: null } : { start, end }
  const quote = text.slice(start, end)
  return { revisionId: REVISION, ordinal, quote, prefix: "", suffix: "", ...at, placement, contextChanged: false }
}

/** A claim with these words; approved ones were sent by a checker and approved by an editor. */
export function claimOf(number: number, anchors: AnchorView[], words: Partial<ClaimWords>): ClaimView {
  const verdict = words.verdict ?? null
  const state = verdict ? (words.state ?? "open") : "open"
  const roundId = `round-${number}`
  const sentAt = "2024-11-14T10:00:00.000Z"
  const waiting = {
    id: roundId,
    number: 1,
    sender: person("Sender"),
    sentAt,
    authors: [person("Checker")],
    approvalsNeeded: 1,
    waivers: [],
  }
  const approval = { id: `review-${number}`, roundId, roundNumber: 1, reviewer: person("Editor"), note: null }
  return {
    ...BARE_CLAIM,
    id: `claim-id-${number}`,
    number,
    state,
    statement: words.statement ?? null,
    claimant: words.claimant ?? null,
    claimedOn: words.claimedOn ?? null,
    anchors,
    evidence: words.evidence ?? [],
    contacts: [],
    calculations: [],
    fix: null,
    tidy: null,
    opinion: null,
    verdict: verdict && { ...verdict, ...verdict.of, asOf: null, recheckOn: null },
    round: state === "open" ? null : waiting,
    reviews: state === "approved" ? [{ ...approval, decision: "approve", createdAt: "2024-11-15T17:30:00.000Z" }] : [],
  }
}

/** An open claim on the first occurrence of a passage. */
export function claimOn(document: DocumentNode, passage: string, number: number, words: Partial<ClaimWords> = {}) {
  const { text } = canonicalText(document)
  const start = text.indexOf(passage)
  if (start < 0) throw new Error(`no "${passage}" in the text`)
  return claimOf(number, [anchorOf(text, { start, end: start + passage.length })], words)
}

const BARE_CLAIM = {
  articleId: "article",
  job: "theirs" as const,
  type: null,
  appearance: null,
  timecode: null,
  priority: 2 as const,
  whySelected: null,
  markedBy: null,
  assignee: null,
  dueAt: null,
  waiting: null,
  legal: null,
  authorIds: [],
  markedAt: "2024-11-13T09:00:00.000Z",
  signOffId: null,
  underReviewSince: null,
  letStand: null,
  version: 1,
}

/** An article of that document with these claims. */
export function articleOf(document: DocumentNode, claims: ClaimView[]): AnnotatedArticle {
  const { text, bodyStart } = canonicalText(document)
  const [title, dek] = document.content ?? []
  return {
    id: "article",
    title: wordsOf(title?.content ?? []),
    dek: dek?.type === "dek" ? wordsOf(dek.content ?? []) : null,
    byline: null,
    publisher: "Sample desk",
    section: null,
    sourceUrl: "https://example.org/call",
    publishedOn: "2024-11-15",
    language: "en",
    kind: "factcheck",
    standing: "signed_off",
    words: wordsIn(text),
    counts: { total: claims.length, open: 0, in_review: 0, changes_requested: 0, checked: 0, approved: 0 },
    people: [],
    lead: null,
    coverage: { sentences: 0, untouched: 0, in_work: 0, checked: 0, nothing_to_check: 0 },
    dueAt: null,
    archivedAt: null,
    createdAt: "2024-11-13T08:00:00.000Z",
    version: 1,
    authors: [],
    importedBy: null,
    revision: {
      id: REVISION,
      number: 2,
      sha256: sha256(text),
      bodyStart,
      text,
      document,
      createdAt: "2024-11-13T08:00:00.000Z",
      createdBy: null,
    },
    claims,
    sentences: [],
    signedOffAt: "2024-11-16T09:12:44.123Z",
  }
}

/** A fix that nobody has answered. */
export function fixOf(number: number, wording: string, reason: string | null = null): FixView {
  const proposedAt = "2024-11-14T09:00:00.000Z"
  return { id: `fix-${number}`, wording, reason, proposedBy: person("Checker"), proposedAt, answer: null, version: 1 }
}
