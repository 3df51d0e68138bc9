import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { AnnotatedArticle } from "../domain/annotated-article"
import type { ClaimView } from "../domain/claim"
import { readerMarkdown } from "./reader-markdown"
import { annotatedArticle } from "./testing/annotated"

/** Stands in every word that no reader may see, followed by what it was. */
const CANARY = "Kanarienvogel"

const member = (name: string) => ({ id: `${CANARY}-id-${name}`, name: `${CANARY}-${name}` })

/** The article with a canary in all that is internal, and in all the words of claims that are not approved. */
function withCanaries(article: AnnotatedArticle): AnnotatedArticle {
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
    markedBy: member("marked"),
    assignee: member("assignee"),
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

const publicly = { profile: "public", publishNames: false } as const

describe("nothing internal reaches a public export", () => {
  test("not a word of it", () => {
    fc.assert(
      fc.property(annotatedArticle(), (article) => {
        const exported = readerMarkdown(withCanaries(article), publicly)
        expect(exported.toLowerCase()).not.toContain(CANARY.toLowerCase())
      }),
      { numRuns: 80 },
    )
  })

  test("nor does it make a difference whether claims that are not approved exist", () => {
    fc.assert(
      fc.property(annotatedArticle(), (article) => {
        const others = article.claims.filter(({ state }) => state === "approved")
        const without = { ...article, claims: others, counts: { ...article.counts, total: 0 } }
        expect(readerMarkdown(article, publicly)).toBe(readerMarkdown(without, publicly))
      }),
      { numRuns: 80 },
    )
  })

  test("names are there where the workspace publishes them, and only those who checked and reviewed", () => {
    fc.assert(
      fc.property(annotatedArticle(), (article) => {
        const exported = readerMarkdown(withCanaries(article), { profile: "public", publishNames: true })
        const named = `Checked by ${CANARY}-author, reviewed by ${CANARY}-reviewer, 15 November 2024.`
        expect(exported.replaceAll(named, "")).not.toContain(CANARY)
      }),
      { numRuns: 60 },
    )
  })
})

test("the canaries sing in an internal export, so that this test tests something", () => {
  fc.assert(
    fc.property(
      annotatedArticle().filter(({ claims }) => claims.length > 0),
      (article) => {
        const exported = readerMarkdown(withCanaries(article), { profile: "internal", publishNames: false })
        expect(exported).toContain(`Statement: ${CANARY}-statement`)
      },
    ),
    { numRuns: 20 },
  )
})
