/** Articles with a word of its own in all that no reader may see, for tests that grep what goes out. */
import type { AnnotatedArticle } from "../../domain/annotated-article"
import type { ClaimView } from "../../domain/claim"
import type { ThreadView } from "../../domain/comment"
import { fixOf } from "./annotated"

/** Stands in every word that no reader may see, followed by what it was. */
export const CANARY = "Kanarienvogel"

const member = (name: string) => ({ id: `${CANARY}-id-${name}`, name: `${CANARY}-${name}` })

/** The article with a canary in all that is internal, and in all the words of claims that are not approved. */
export function withCanaries(article: AnnotatedArticle): AnnotatedArticle {
  const lead = member("lead")
  return {
    ...article,
    lead,
    people: [lead],
    importedBy: lead,
    authors: [{ membershipId: lead.id, name: lead.name }],
    dueAt: "2031-01-02T03:04:05.000Z",
    claims: article.claims.map((claim) => internals(claim.state === "approved" ? claim : unapproved(claim))),
  }
}

function internals(claim: ClaimView): ClaimView {
  return {
    ...claim,
    statement: `${CANARY}-statement`,
    whySelected: `${CANARY}-why`,
    timecode: `${CANARY}-timecode`,
    markedBy: member("marked"),
    assignee: member("assignee"),
    dueAt: "2031-01-02T03:04:05.000Z",
    markedAt: "2031-01-02T03:04:05.000Z",
    waiting: { on: "author", whom: `${CANARY}-whom`, since: "2031-01-02T03:04:05.000Z", chaseAt: null },
    legal: { decision: "hold", at: "2031-01-02T03:04:05.000Z" },
    letStand: { reason: `${CANARY}-stand`, by: member("by"), at: "2031-01-02T03:04:05.000Z" },
    tidy: { id: "tidy", changes: [{ field: "conclusion", from: CANARY, to: CANARY }], by: member("tidy"), at: "" },
    opinion: claim.opinion && {
      ...claim.opinion,
      ...{ askedBy: member("asker"), takenBy: member("taker") },
      verdict: claim.verdict && {
        ...claim.verdict,
        ...{ conclusion: CANARY, explanation: CANARY, workingNote: CANARY, scale: `${CANARY}/1` },
        rating: { ...claim.verdict.rating, code: `${CANARY}-second` },
      },
      first: claim.opinion.first && { ...claim.opinion.first, sender: member("first") },
      adjudication: claim.opinion.adjudication && {
        ...claim.opinion.adjudication,
        ...{ reason: CANARY, proposedBy: member("proposer"), agreedBy: member("agreed") },
      },
    },
    fix: fixOf(claim.number, `${CANARY}-wording`, `${CANARY}-reason`),
    contacts: claim.contacts.map((contact) => ({
      ...contact,
      ...{ whom: CANARY, address: `${CANARY}@example.org`, question: CANARY, reply: CANARY, notes: CANARY },
      recordedBy: member("recorded"),
    })),
    calculations: claim.calculations.map((sum) => ({ ...sum, title: CANARY, formula: CANARY, note: CANARY })),
    verdict: claim.verdict && { ...claim.verdict, workingNote: `${CANARY}-working\n\n${CANARY}-note` },
    evidence: claim.evidence.map((one) => ({
      ...one,
      note: `${CANARY}-evidence-note`,
      locator: one.source.confidential ? `${CANARY}-locator` : one.locator,
      excerpt: `${CANARY}-excerpt`,
      source: one.source.confidential
        ? { ...one.source, title: `${CANARY}-title`, url: `https://${CANARY}.example.org/` }
        : { ...one.source, independenceGroup: `${CANARY}-group` },
    })),
    round: claim.round && {
      ...claim.round,
      sender: member("sender"),
      authors: [member("author")],
      waivers: [{ item: "evidence", reason: `${CANARY}-waiver` }],
    },
    reviews: claim.reviews.map((review) => ({ ...review, reviewer: member("reviewer"), note: `${CANARY}-review` })),
  }
}

function unapproved(claim: ClaimView): ClaimView {
  return {
    ...claim,
    claimant: `${CANARY}-claimant`,
    verdict: claim.verdict && {
      ...claim.verdict,
      rating: { ...claim.verdict.rating, label: { en: `${CANARY}-rating` } },
      scale: `${CANARY}-scale/1`,
      conclusion: `${CANARY}-conclusion`,
      explanation: `${CANARY}-explanation`,
    },
    evidence: claim.evidence.map((one) => ({ ...one, source: { ...one.source, title: `${CANARY}-cited` } })),
    // The words themselves stand in the body; which of them somebody looked at does not.
    anchors: claim.anchors.map((anchor) => ({ ...anchor, quote: `${CANARY}-quote` })),
  }
}

/** What is discussed: on a claim, on a passage, about legal risk. */
export const canaryThreads = (claims: readonly ClaimView[]): ThreadView[] =>
  (["query", "note", "legal"] as const).map((kind, at) => {
    const claim = claims[at] ?? null
    return {
      ...{ id: `thread-${kind}`, articleId: "article", kind, quote: `${CANARY}-quote`, sentence: 1, place: null },
      claim: claim && { id: claim.id, number: claim.number, job: claim.job, words: CANARY, isWithdrawn: false },
      ...{ waitingSince: null, resolvedAt: null, resolvedBy: member("resolver") },
      comments: [
        {
          ...{ id: `${CANARY}-id`, body: `${CANARY}-body`, blocks: [], writtenBy: member("writer"), saidBy: CANARY },
          ...{ answer: false, createdAt: "2024-11-14T12:00:00.000Z", editedAt: null, version: 1 },
          before: [{ body: CANARY, writtenAt: "2024-11-14T12:00:00.000Z" }],
        },
      ],
    }
  })
