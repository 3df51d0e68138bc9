/** Annotated articles for property tests of the exports: claims in every state on hostile text, with hostile notes. */
import * as fc from "fast-check"
import type { Span } from "../../anchor"
import type { AnnotatedArticle } from "../../domain/annotated-article"
import { wordsIn, type DocumentNode } from "../../domain/article"
import { ClaimState, type AnchorView, type ClaimView } from "../../domain/claim"
import type { FixView } from "../../domain/fix"
import type { OpinionView } from "../../domain/opinion"
import { shippedScales } from "../../domain/scale"
import { Stance, type EvidenceView } from "../../domain/source"
import type { VerdictView } from "../../domain/verdict"
import { canonicalText } from "../canonical"
import { sha256 } from "../digest"
import { wordsOf } from "../read-result"
import { annotatedText, word } from "./arbitraries"

export const REVISION = "0190a000-0000-7000-8000-000000000001"
const RATINGS = shippedScales.flatMap(({ code, version, ratings }) =>
  ratings.map((rating) => ({ rating, scale: `${code}/${version}` })),
)

/** A rating that ships with the product, with its scale. */
export function ratingOf(code: string): (typeof RATINGS)[number] {
  const found = RATINGS.find(({ rating }) => rating.code === code)
  if (!found) throw new Error(`no rating "${code}"`)
  return found
}

const person = (name: string) => ({ id: `member-${name}`, name })

const TRAPS = [
  "---\ntitle: x\n---",
  "[^claim-1]: another note",
  "\n\n# heading\n\n- item\n1. item\n> quote\n```\ncode",
  "    indented\n\n\tcode",
  "<script>alert(1)</script><!-- open",
  "{++added++}{--cut--}{~~old~>new~~}{==mark==}{>>note<<}",
  "see https://example.org/a_b*c, www.example.org. or desk@example.org!",
  "a | b\n--- | ---\nc | d",
  "line\n===\nline\n---",
  "^[inline] [link](https://example.org) ![x](y) *a _b* c_ ~~d~~ `e",
  "ends with \\",
]

/** Words of a note: some lines and paragraphs, often such as would break out of it. */
export function noteText(): fc.Arbitrary<string> {
  const line = fc.array(word(), { minLength: 1, maxLength: 5 }).map((words) => words.join(" "))
  const part = fc.oneof(line, fc.constantFrom(...TRAPS))
  return fc
    .array(fc.tuple(part, fc.constantFrom(" ", "\n", "\n\n")), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.flat().join("").trim())
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

const evidence: fc.Arbitrary<EvidenceView> = fc
  .record({
    stance: fc.constantFrom(...Stance.options),
    locator: maybe(noteText()),
    title: noteText(),
    url: maybe(fc.constantFrom("https://example.org/readout", "https://example.org/{++a++}?b=<c>&amp;d=(e|f)")),
    primary: fc.boolean(),
    confidential: fc.boolean(),
    note: maybe(noteText()),
  })
  .map(({ stance, locator, note, title, url, ...source }) => {
    const one = sourced(stance, title, url, locator)
    return { ...one, note, source: { ...one.source, ...source } }
  })

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

const verdict = fc.record({
  of: fc.constantFrom(...RATINGS),
  conclusion: maybe(noteText()),
  explanation: maybe(noteText()),
  workingNote: maybe(noteText()),
})

const claimWords = fc.record({
  state: fc.constantFrom(...ClaimState.options),
  statement: maybe(noteText()),
  claimant: maybe(noteText()),
  claimedOn: maybe(fc.constant<string>("2024-11-15")),
  verdict: maybe(verdict),
  evidence: fc.array(evidence, { maxLength: 2 }),
  placement: fc.constantFrom("exact", "exact", "moved", "stale", "lost"),
})

type ClaimWords = typeof claimWords extends fc.Arbitrary<infer T> ? T : never

/** An article with claims on its spans: some with several, some without a place any more. */
export function annotatedArticle(): fc.Arbitrary<AnnotatedArticle> {
  return annotatedText().chain(({ document, text, spans }) =>
    fc
      .tuple(...spans.map((span) => fc.tuple(fc.constant(span), claimWords, fc.boolean())))
      .map((rows) => articleOf(document, claimsOf(text, rows))),
  )
}

function claimsOf(text: string, rows: [Span, ClaimWords, boolean][]): ClaimView[] {
  const claims: ClaimView[] = []
  for (const [span, words, joins] of rows) {
    const last = claims.at(-1)
    if (joins && last) last.anchors.push(anchorOf(text, span, last.anchors.length, words.placement))
    else claims.push(claimOf(claims.length * 2 + 1, [anchorOf(text, span, 0, words.placement)], words))
  }
  return claims
}

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

/** The same with other wording proposed for some of the claims, and now and then to take their words out. */
export function withFixes(articles: fc.Arbitrary<AnnotatedArticle>): fc.Arbitrary<AnnotatedArticle> {
  const words = fc.array(word(), { minLength: 1, maxLength: 4 }).map((list) => list.join(" "))
  const wording = fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: fc.constant("") })
  const fixes = fc.array(fc.tuple(maybe(wording), maybe(noteText())), { minLength: 12, maxLength: 12 })
  return fc.tuple(articles, fixes).map(([article, given]) => ({
    ...article,
    claims: article.claims.map((claim, at) => {
      const [wording, reason] = given[at % given.length] ?? [null, null]
      return { ...claim, fix: wording === null ? null : fixOf(claim.number, wording, reason) }
    }),
  }))
}

/** A fix that nobody has answered. */
export function fixOf(number: number, wording: string, reason: string | null = null): FixView {
  const proposedAt = "2024-11-14T09:00:00.000Z"
  return { id: `fix-${number}`, wording, reason, proposedBy: person("Checker"), proposedAt, answer: null, version: 1 }
}

/** The same with all that a desk knows of its claims: contacts, sums, decisions, a typo that is mended, whom it waits for. */
export function furnished(articles: fc.Arbitrary<AnnotatedArticle>): fc.Arbitrary<AnnotatedArticle> {
  return fc.tuple(articles, noteText(), noteText()).map(([article, one, other]) => ({
    ...article,
    lead: person("Lead"),
    dueAt: "2024-12-01T12:00:00.000Z",
    authors: [{ membershipId: null, name: "Author" }],
    sentences: [{ ordinal: 0, start: 0, end: 1, marked: true }],
    claims: article.claims.map((claim) => ({ ...claim, ...furniture(claim, one, other) })),
  }))
}

function furniture({ id, articleId, number, verdict }: ClaimView, one: string, other: string): Partial<ClaimView> {
  const at = "2024-11-14T12:00:00.000Z"
  const contact = {
    ...{ id: "contact", whom: one, isClaimant: true, channel: "mail" as const, address: other, question: one },
    ...{ askedAt: at, deadline: null, outcome: "confirmed" as const, reply: other, repliedAt: at, onRecord: false },
    ...{ notes: one, file: null, claims: [{ id, articleId, number }], recordedBy: person("Checker") },
    ...{ details: "told" as const, sent: null, version: 1 },
  }
  const sum = {
    ...{ id: "sum", claimId: id, title: one, formula: "a + 1", unit: null, decimals: 0, claimed: "2", note: other },
    ...{ inputs: [{ name: "a", value: "1", unit: null, evidenceId: null }], language: "en", version: 1 },
    result: { kind: "failed" as const },
  }
  return {
    ...{
      type: "quantity",
      appearance: "https://example.org/speech",
      timecode: "12:30",
      whySelected: other,
      priority: 1,
    },
    ...{ markedBy: person("Marker"), assignee: person("Assignee"), dueAt: at, legal: { decision: "hold", at } },
    waiting: { on: "author", whom: one, since: at, chaseAt: null },
    contacts: [contact],
    calculations: [sum],
    letStand: { reason: one, by: person("Editor"), at },
    opinion: verdict && secondOpinion(verdict, one, at),
    tidy: { id: "tidy", changes: [{ field: "conclusion", from: one, to: other }], by: person("Checker"), at },
  }
}

/** A second opinion that was given, revealed and decided on. */
function secondOpinion(verdict: VerdictView, reason: string, at: string): OpinionView {
  const [sender, taker] = [person("Checker"), person("Second")]
  return {
    ...{
      id: "opinion",
      phase: "adjudicated",
      blind: false,
      isMine: false,
      askedBy: sender,
      askedAt: at,
      takenBy: taker,
    },
    ...{ givenAt: at, verdict, first: { rating: verdict.rating, sender, round: 1 }, revealedAt: at, proposal: null },
    adjudication: {
      ...{ id: "adjudication", rating: verdict.rating, reason, proposedBy: taker, proposedAt: at },
      ...{ agreedBy: sender, decidedAt: at },
    },
  }
}
