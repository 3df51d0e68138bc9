import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { z } from "zod"
import type { PublicReport } from "../../domain/report"
import { reportWords } from "../../messages/translator"
import { publicNotes } from "../public-notes"
import { readMarkdown } from "../read-markdown"
import { articleOf, claimOn, fixOf, ratingOf, sourced } from "../testing/annotated"
import { annotatedArticle, furnished, withFixes } from "../testing/annotated-arbitraries"
import { claimReviews } from "./claim-review"
import { ownFile, publishedFile, reportFile } from "./file"

const setting = { ...(await reportWords("en-GB")), origin: "https://stet.example.org" }
const german = { ...(await reportWords("de")), origin: "https://stet.example.org" }
const desk = { slug: "daily", name: "The Daily", url: null, language: "en", hasMethod: true }
const nameless = { publishNames: false }

const { document } = readMarkdown("# T\n\nThe mayor fell in May.\n\nHe denies it.", {})
const fell = claimOn(document, "fell in May", 3, {
  state: "approved",
  statement: "The mayor fell in May 2024.",
  claimant: "Jane Doe",
  claimedOn: "2024-05-14",
  verdict: { of: ratingOf("mostly_false"), conclusion: "It was June.", explanation: null, workingNote: "Ask him." },
  evidence: [sourced("refutes", "Minutes", "https://example.org/minutes", "p. 2")],
})
const denied = { ...claimOn(document, "denies", 4), fix: fixOf(4, "denied", "Past.") }
const article = articleOf(document, [fell, denied])

const published: PublicReport = {
  ...{ desk, articleId: article.id, title: "T", dek: null, byline: null, publisher: null, publishedOn: null },
  ...{ sourceUrl: null, language: "en", document, version: 1, latest: 1, underReviewSince: null, corrections: [] },
  ...{ signedAt: "2024-11-16T09:12:44.123Z", publishedAt: "2024-11-16T10:00:00.000Z" },
  notes: publicNotes(article, nameless),
}

describe("the public report as a file", () => {
  test("is the page on the web, with addresses that lead there", () => {
    const page = publishedFile(published, setting)
    expect(page).toContain(
      '<span class="claim tone-false">fell in May</span><sup class="number"><a href="#note-3" id="at-3">1</a></sup>',
    )
    expect(page).toContain('<a href="https://stet.example.org/r/daily">The Daily</a>')
    expect(page).toContain("Checked by the desk, reviewed by a second person, 15 November 2024.")
    expect(page).not.toMatch(/href="\/|<script|<img|<link rel="stylesheet"|Ask him|denied/)
  })

  test("of what is not on the web leads to no page of the desk's", () => {
    const page = reportFile(article, nameless, setting)
    expect(page).toContain("It was June.")
    expect(page).not.toContain("stet.example.org")
  })
})

test("the desk's own file has every claim with what is internal of it, and says so", () => {
  const page = ownFile(article, setting)
  for (const words of [
    "Internal: not for publication.",
    "Ask him.",
    '<q dir="auto">denied</q> – Past.',
    "○</span> Open",
    "Jane Doe",
  ])
    expect(page).toContain(words)
  expect(ownFile(article, german)).toContain("Arbeitsnotiz:")
})

test("what stands in an article or a note is never markup", () => {
  const ours =
    /<\/?(?:a|article|b|blockquote|body|br|code|del|div|em|figcaption|figure|h[1-6]|head|hr|html|li|link|main|meta|ol|p|pre|q|section|span|strong|style|sub|sup|table|tbody|td|th|time|title|tr|ul|footer|header)\b[^<>]*>|<!doctype html>/g
  fc.assert(
    fc.property(furnished(withFixes(annotatedArticle())), (hostile) => {
      for (const page of [reportFile(hostile, nameless, setting), ownFile(hostile, setting)])
        expect(page.replace(/<style>[^]*?<\/style>/, "").replace(ours, "")).not.toMatch(/[<>]/)
    }),
    { numRuns: 40 },
  )
})

/** The properties of schema.org's ClaimReview with their types, and what Google requires and recommends of it. */
const Work = z.strictObject({
  "@type": z.literal("CreativeWork"),
  url: z.url().optional(),
  name: z.string().optional(),
})
const ClaimReview = z.array(
  z.strictObject({
    "@context": z.literal("https://schema.org"),
    "@type": z.literal("ClaimReview"),
    url: z.url(),
    claimReviewed: z.string().min(1),
    reviewRating: z
      .strictObject({
        "@type": z.literal("Rating"),
        alternateName: z.string().min(1),
        ratingExplanation: z.string().optional(),
        ratingValue: z.number().optional(),
        bestRating: z.number().optional(),
        worstRating: z.number().optional(),
      })
      .refine(
        ({ ratingValue: value, bestRating: best, worstRating: worst }) =>
          (value === undefined && best === undefined && worst === undefined) ||
          (value !== undefined && best !== undefined && worst !== undefined && worst <= value && value <= best),
      ),
    author: z.strictObject({ "@type": z.literal("Organization"), name: z.string().min(1), url: z.url() }),
    datePublished: z.iso.date(),
    inLanguage: z.string(),
    itemReviewed: z.strictObject({
      "@type": z.literal("Claim"),
      author: z.strictObject({ "@type": z.enum(["Person", "Organization"]), name: z.string().min(1) }).optional(),
      datePublished: z.iso.date().optional(),
      appearance: Work.optional(),
      firstAppearance: Work.optional(),
    }),
  }),
)

describe("ClaimReview", () => {
  const told = (notes: ReturnType<typeof publicNotes>) =>
    JSON.parse(claimReviews(notes, { desk, signedAt: "2024-11-16T09:12:44.123Z" }, setting)) as unknown

  test("has what schema.org and Google ask for, of every verdict on others that was approved", () => {
    fc.assert(
      fc.property(furnished(annotatedArticle()), (hostile) => {
        const notes = publicNotes(hostile, nameless)
        const reviews = ClaimReview.parse(told(notes))
        const expected = notes.filter(
          ({ rating, statement, words }) => rating.claimReview && (statement ?? words) !== "",
        )
        expect(reviews.map(({ url }) => url)).toEqual(
          expected.map(({ claimId }) => `https://stet.example.org/r/daily/claims/${claimId}`),
        )
      }),
      { numRuns: 80 },
    )
  })

  test("names who said it where and when", () => {
    const notes = publicNotes(articleOf(document, [{ ...fell, appearance: "https://example.org/speech" }]), nameless)
    const work = { "@type": "CreativeWork", url: "https://example.org/speech" }
    expect(told(notes)).toMatchObject([
      {
        claimReviewed: "The mayor fell in May 2024.",
        itemReviewed: {
          author: { "@type": "Person", name: "Jane Doe" },
          datePublished: "2024-05-14",
          appearance: work,
          firstAppearance: work,
        },
        reviewRating: { ratingValue: 2, bestRating: 5, worstRating: 1, alternateName: "Mostly false" },
      },
    ])
  })
})
