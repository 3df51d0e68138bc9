import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readerMarkdown } from "./reader-markdown"
import { annotatedArticle } from "./testing/annotated-arbitraries"
import { CANARY, withCanaries } from "./testing/canaries"

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
