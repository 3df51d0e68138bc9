/** Any annotated article, for laws of the exports: claims in every state on hostile text, with hostile notes. */
import * as fc from "fast-check"
import type { Span } from "../../anchor"
import type { AnnotatedArticle } from "../../domain/annotated-article"
import { ClaimState, type ClaimView } from "../../domain/claim"
import type { OpinionView } from "../../domain/opinion"
import { Stance, type EvidenceView } from "../../domain/source"
import type { VerdictView } from "../../domain/verdict"
import { anchorOf, articleOf, claimOf, fixOf, person, RATINGS, sourced, type ClaimWords } from "./annotated"
import { annotatedText, word } from "./arbitraries"

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

const verdict = fc.record({
  of: fc.constantFrom(...RATINGS),
  conclusion: maybe(noteText()),
  explanation: maybe(noteText()),
  workingNote: maybe(noteText()),
})

const claimWords: fc.Arbitrary<ClaimWords> = fc.record({
  state: fc.constantFrom(...ClaimState.options),
  statement: maybe(noteText()),
  claimant: maybe(noteText()),
  claimedOn: maybe(fc.constant<string>("2024-11-15")),
  verdict: maybe(verdict),
  evidence: fc.array(evidence, { maxLength: 2 }),
  placement: fc.constantFrom("exact", "exact", "moved", "stale", "lost"),
})

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
