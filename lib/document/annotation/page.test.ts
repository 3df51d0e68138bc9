import * as fc from "fast-check"
import jsonld, { type JsonLdDocument } from "jsonld"
import { describe, expect, test } from "vitest"
import type { AnnotatedArticle } from "../../domain/annotated-article"
import type { ThreadView } from "../../domain/comment"
import { readMarkdown } from "../read-markdown"
import { shownClaims } from "../shown-claims"
import { articleOf, claimOn, fixOf, ratingOf, sourced } from "../testing/annotated"
import { annotatedArticle, furnished, withFixes } from "../testing/annotated-arbitraries"
import { AnnotationPage, offline } from "../testing/web-annotation"
import { webAnnotation } from "./page"
import { ArticleRecord, ClaimRecord } from "./record"

const PROFILES = ["public", "internal"] as const
const hostile = furnished(withFixes(annotatedArticle()))

interface Page {
  "stet:article": unknown
  items: { id: string; target: Target | Target[]; "stet:claim"?: unknown }[]
}
interface Target {
  selector?: { type: string; start: number; end: number; exact: string }[]
}

const pageOf = (article: AnnotatedArticle, profile: "public" | "internal", threads: ThreadView[] = []) =>
  JSON.parse(webAnnotation(article, { profile, publishNames: true, threads })) as Page

const asList = <T>(value: T | T[]) => (Array.isArray(value) ? value : [value])

describe.each(PROFILES)("a %s page", (profile) => {
  test("is what the W3C asks for", () => {
    fc.assert(
      fc.property(hostile, (article) => {
        expect(AnnotationPage.safeParse(pageOf(article, profile)).error).toBeUndefined()
      }),
      { numRuns: 60 },
    )
  })

  test("loses nothing when JSON-LD is expanded and compacted again", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (article) => {
        const page = pageOf(article, profile) as unknown as JsonLdDocument
        const options = { documentLoader: offline, safe: true }
        const expanded: unknown = await jsonld.expand(page, options as never)
        const context = (page as { "@context": unknown })["@context"]
        const again = await jsonld.compact(expanded as JsonLdDocument, context as never, options as never)
        expect(sorted(again)).toEqual(sorted(page))
      }),
      { numRuns: 15 },
    )
  })

  test("picks the same characters for a reader that counts code points", () => {
    fc.assert(
      fc.property(hostile, (article) => {
        const characters = [...article.revision.text]
        const claims = shownClaims(article, { profile })
        const { items } = pageOf(article, profile)
        expect(items.map(({ id }) => id)).toEqual(claims.map(({ claim }) => `urn:uuid:${claim.id}`))
        items.forEach(({ target }, at) => {
          const places = claims[at]?.places ?? []
          if (places.length === 0) return
          const selected = asList(target).map(({ selector = [] }) => {
            const [quote, position] = selector
            const picked = characters.slice(position?.start, position?.end).join("")
            expect(picked).toBe(quote?.exact)
            return picked
          })
          expect(selected).toEqual(places.map(({ start, end }) => article.revision.text.slice(start, end)))
        })
      }),
      { numRuns: 60 },
    )
  })
})

/** With the keys of every object in one order, and lists of one as that one, as JSON-LD has them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? sorted(value[0]) : value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

test("what a bundle brings back is read as it was written, field by field", () => {
  fc.assert(
    fc.property(hostile, (article) => {
      for (const profile of PROFILES) {
        const page = pageOf(article, profile)
        expect(ArticleRecord.strict().parse(page["stet:article"])).toEqual(page["stet:article"])
        for (const item of page.items) {
          expect(ClaimRecord.strict().parse(item["stet:claim"])).toEqual(item["stet:claim"])
        }
      }
    }),
    { numRuns: 40 },
  )
})

const { document } = readMarkdown("# T\n\nThe 👍🏽 mayor fell in May.", {})

const fallen = claimOn(document, "fell", 3, {
  state: "approved",
  statement: "The mayor fell.",
  verdict: { of: ratingOf("missing_context"), conclusion: "He stumbled.", explanation: null, workingNote: "Ask." },
  evidence: [
    sourced("supports", "Minutes", "https://example.org/ü", "p. 2"),
    sourced("context", "A letter", null, null),
  ],
})

const thread = (kind: ThreadView["kind"], claim: ThreadView["claim"], body: string): ThreadView => ({
  ...{
    id: `thread-${kind}`,
    articleId: "article",
    kind,
    claim,
    quote: "in May",
    sentence: 1,
    place: null,
    waitingSince: null,
  },
  ...{ resolvedAt: null, resolvedBy: null },
  comments: [
    {
      ...{ id: "comment", body, blocks: [], writtenBy: { id: "m", name: "Editor" }, saidBy: null, answer: false },
      ...{ createdAt: "2024-11-14T12:00:00.000Z", editedAt: null, version: 1, before: [] },
    },
  ],
})

describe("an annotation", () => {
  test("points at its words in code points and by quote, in the text of that digest", () => {
    const article = articleOf(document, [fallen])
    const [item] = pageOf(article, "public").items
    // The thumb is two code points, and four code units.
    expect(item).toMatchObject({
      id: "urn:uuid:claim-id-3",
      motivation: ["assessing", "linking"],
      target: {
        source: "https://example.org/call",
        selector: [
          { type: "TextQuoteSelector", exact: "fell" },
          { type: "TextPositionSelector", start: 15, end: 19 },
        ],
        state: { id: `urn:sha256:${article.revision.sha256}` },
      },
    })
  })

  test("has its verdict, evidence, note and fix as bodies with their purposes", () => {
    const article = articleOf(document, [{ ...fallen, fix: fixOf(3, "stumbled") }])
    const purposes = [
      { purpose: "assessing", value: "Missing context: He stumbled.", language: "en" },
      { purpose: "linking", source: "https://example.org/%C3%BC", label: "Minutes" },
      { purpose: "linking", value: "A letter" },
      { purpose: "commenting", value: "Ask." },
      { purpose: "editing", value: "stumbled" },
    ]
    expect(pageOf(article, "internal").items[0]).toMatchObject({ body: purposes })
    expect(pageOf(article, "public").items[0]).toMatchObject({ body: purposes.slice(0, 3) })
  })

  test("asks what is asked of the author; what is said of legal risk only on request", () => {
    const about = { id: fallen.id, number: 3, job: "theirs" as const, words: "fell", isWithdrawn: false }
    const threads = [
      thread("query", about, "When?"),
      thread("note", null, "See _May_."),
      thread("legal", about, "Risky."),
    ]
    const article = articleOf(document, [fallen])
    const page = webAnnotation(article, { profile: "internal", publishNames: false, threads })
    const { items } = JSON.parse(page) as Page
    expect(items[0]).toMatchObject({ motivation: ["assessing", "linking", "commenting", "questioning"] })
    expect(items[1]).toMatchObject({ motivation: "commenting", target: { selector: [{ exact: "in May" }] } })
    expect(page).not.toContain("Risky.")
    expect(webAnnotation(article, { profile: "internal", publishNames: false, threads, legal: "told" })).toContain(
      "Risky.",
    )
    expect(webAnnotation(article, { profile: "public", publishNames: false, threads, legal: "told" })).not.toMatch(
      /When\?|May_|Risky/,
    )
    expect(AnnotationPage.safeParse(JSON.parse(page)).error).toBeUndefined()
  })
})

/** What a desk elsewhere makes itself: ids, who may review, what is worked out or looked up again. */
const MADE_ANEW =
  /^(?:id|articleId|revisionId|claimId|roundId|evidenceId|signOffId|authorIds|result|lookedUp|phase|file)$/

function leavesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf)
  if (typeof value !== "object" || value === null) return [value]
  return Object.entries(value).flatMap(([key, inner]) => (MADE_ANEW.test(key) ? [] : leavesOf(inner)))
}

test("no word of a claim is lost on the way into a bundle", () => {
  fc.assert(
    fc.property(hostile, (article) => {
      const page = webAnnotation(article, { profile: "internal", publishNames: false, legal: "told" })
      const told = new Set(leavesOf(JSON.parse(page)))
      for (const claim of article.claims) {
        const words = leavesOf(claim).filter((leaf) => typeof leaf === "string")
        expect(words.filter((word) => !told.has(word))).toEqual([])
      }
    }),
    { numRuns: 60 },
  )
})
