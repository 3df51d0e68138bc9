/** The public pages as text: what is on them, how it is escaped, and what machines are told. */
import { describe, expect, test } from "vitest"
import type { PublicClaim, PublicNote, PublicReport } from "../../domain/report"
import { shippedScales } from "../../domain/scale"
import { reportWords } from "../../messages/translator"
import { canonicalText } from "../canonical"
import { readMarkdown } from "../read-markdown"
import { claimReview } from "./claim-review"
import { feed, sitemap } from "./feed"
import { absentPage, claimPage, listPage, reportPage } from "./report"

const desk = { slug: "daily", name: "The Daily", url: null, language: "en", hasMethod: true }

const ratingFor = (code: string) => {
  const rating = shippedScales.flatMap(({ ratings }) => ratings).find((one) => one.code === code)
  if (!rating) throw new Error(code)
  return rating
}

const note = (given: Partial<PublicNote> = {}): PublicNote => ({
  claimId: "0190e000-0000-7000-8000-000000000001",
  number: 3,
  words: "taxes fell",
  spans: [],
  statement: "Taxes fell in 2024.",
  claimant: "the ministry",
  claimedOn: "2024-11-15",
  appearance: "https://example.org/said",
  rating: ratingFor("mostly_false"),
  conclusion: "They rose.",
  explanation: null,
  sources: [],
  standing: "approved",
  checkedOn: "2024-11-16",
  checkers: [],
  reviewers: [],
  underReviewSince: null,
  hasPage: true,
  ...given,
})

const claim = (given: Partial<PublicNote> = {}, version = 1): PublicClaim => ({
  desk,
  articleId: "0190e000-0000-7000-8000-000000000002",
  title: "Taxes",
  language: "en",
  version,
  latest: 1,
  signedAt: "2024-11-16T09:12:44.000Z",
  note: note(given),
  corrections: [],
})

function report(markdown: string, words: string, given: Partial<PublicReport> = {}): PublicReport {
  const { document } = readMarkdown(markdown, {})
  const { text } = canonicalText(document)
  const start = text.indexOf(words)
  const spans = [{ start, end: start + words.length }]
  return {
    ...claim(),
    ...{ dek: null, byline: "Ann & Bo", publisher: null, publishedOn: null, sourceUrl: null, underReviewSince: null },
    ...{ document, publishedAt: "2024-11-16T10:00:00.000Z", notes: [note({ words, spans })] },
    ...given,
  }
}

const english = { ...(await reportWords("en-GB")), origin: "https://stet.example.org" }
const german = { ...(await reportWords("de")), origin: "https://stet.example.org" }

describe("an article", () => {
  test("has a number behind each claim that leads to its note, and back", () => {
    const page = reportPage(report("# Taxes\n\nHe said that **taxes fell** in May.", "taxes fell"), english)
    expect(page).toContain(
      '<strong><span class="claim tone-false">taxes fell</span><sup class="number"><a href="#note-3" id="at-3">1</a></sup></strong>',
    )
    expect(page).toContain('<li id="note-3" value="1">')
    expect(page).toContain('<span aria-hidden="true">◔</span> Mostly false')
    expect(page).toContain("Checked by the desk, reviewed by a second person, 16 November 2024.")
    expect(page).toContain("Ann &amp; Bo")
    expect(page).toContain('<link rel="canonical" href="https://stet.example.org/r/daily/')
    expect(page).not.toContain("<script")
  })

  test("counts its notes as they come in the text, whatever the desk's numbers of their claims", () => {
    const one = note({ claimId: "one", number: 7, spans: [{ start: 2, end: 7 }] })
    const other = note({ claimId: "other", number: 2, spans: [{ start: 8, end: 12 }] })
    const page = reportPage(report("# A\n\nTaxes fell.", "Taxes", { notes: [one, other] }), english)
    expect(page).toMatch(
      /Taxes<\/span><sup[^>]*><a href="#note-7" id="at-7">1<\/a>.*<a href="#note-2" id="at-2">2<\/a>/s,
    )
    expect(page).toMatch(/<li id="note-7" value="1">.*<li id="note-2" value="2">/s)
    // A page of a claim leads to its note, also once others stand before it.
    expect(claimPage(claim({ number: 7 }), english)).toContain("#note-7")
  })

  test("keeps the words of others for words", () => {
    const words = 'a < b & "c"'
    const page = reportPage(report(`# Taxes\n\n\`${words}</main>\` \`<script>alert(1)</script>\``, words), english)
    expect(page).toContain("a &lt; b &amp; &quot;c&quot;")
    expect(page).not.toMatch(/<script|<\/main>[^]*<\/main>/)
  })

  test("fetches no picture and follows no address that is none", () => {
    const page = reportPage(report("# A\n\n![A bird](https://example.org/a.png) x", "x"), english)
    expect(page).not.toContain("<img")
    expect(page).toContain('href="https://example.org/a.png"')
    const source = { stance: "context" as const, primary: true, title: "A", author: null, publisher: null }
    const rest = { publishedOn: null, url: "javascript:alert(1)", locator: null }
    const given = { notes: [note({ appearance: "javascript:alert(2)", sources: [{ ...source, ...rest }] })] }
    expect(reportPage(report("# A\n\nx", "x", given), english)).not.toMatch(/href="javascript/)
  })

  test("speaks its language", () => {
    const page = reportPage(report("# Steuern\n\nSteuern sanken.", "sanken"), german)
    expect(page).toContain('<html lang="de">')
    expect(page).toContain("Größtenteils falsch")
    expect(page).toContain("Geprüft von der Redaktion, von einer zweiten Person bestätigt, 16. November 2024.")
  })

  test("says what is under review, what was corrected, and when it is a former version", () => {
    const since = "2024-12-01T00:00:00.000Z"
    const correction = { kind: "factual" as const, notice: "Correction: <b>", at: since, claim: null, from: 1, to: 2 }
    const now = report("# A\n\nx", "x", {
      ...{ underReviewSince: since, version: 2, latest: 2, corrections: [correction] },
    })
    expect(reportPage(now, english)).toContain("Under review since 1 December 2024.")
    expect(reportPage(now, english)).toMatch(/Correction: &lt;b&gt;<\/span>\s*<a href="[^"]+\?version=1">/)
    const former = reportPage({ ...now, version: 1 }, english)
    expect(former).toContain("This is a former version")
    expect(former).toContain('<meta name="robots" content="noindex">')
    expect(former).not.toContain("canonical")
  })

  test("that nobody reviewed says so", () => {
    const page = reportPage(
      report("# A\n\nx", "x", { notes: [note({ standing: "checked", checkers: ["Ann"] })] }),
      english,
    )
    expect(page).toContain("Checked by Ann, not reviewed by a second person, 16 November 2024.")
  })
})

describe("what machines are told of a claim", () => {
  const told = (given: Partial<PublicNote> = {}) => claimReview(claim(given), english)

  test("is a ClaimReview", () => {
    expect(told()).toEqual({
      "@context": "https://schema.org",
      "@type": "ClaimReview",
      url: "https://stet.example.org/r/daily/claims/0190e000-0000-7000-8000-000000000001",
      claimReviewed: "Taxes fell in 2024.",
      itemReviewed: {
        "@type": "Claim",
        author: { "@type": "Organization", name: "the ministry" },
        datePublished: "2024-11-15",
        appearance: { "@type": "CreativeWork", url: "https://example.org/said" },
        firstAppearance: { "@type": "CreativeWork", url: "https://example.org/said" },
      },
      reviewRating: {
        ...{ "@type": "Rating", ratingValue: 2, bestRating: 5, worstRating: 1 },
        ...{ alternateName: "Mostly false", ratingExplanation: "They rose." },
      },
      author: { "@type": "Organization", name: "The Daily", url: "https://stet.example.org/r/daily" },
      datePublished: "2024-11-16",
      inLanguage: "en-GB",
    })
  })

  test("has no number where the rating has none", () => {
    const { reviewRating } = told({ rating: ratingFor("missing_context"), conclusion: null }) ?? {}
    expect(reviewRating).toEqual({ "@type": "Rating", alternateName: "Missing context" })
  })

  test("is nothing where there is no approved verdict on a claim of others", () => {
    expect(told({ rating: ratingFor("not_checkable") })).toBeNull()
    expect(told({ rating: ratingFor("confirmed"), hasPage: false })).toBeNull()
    expect(told({ standing: "checked" })).toBeNull()
    expect(told({ underReviewSince: "2024-12-01T00:00:00.000Z" })).toBeNull()
  })

  test("can't end the element that it stands in, and is left out of former versions", () => {
    const page = claimPage(claim({ conclusion: "</script><b>" }), english)
    expect(page).toContain('"ratingExplanation":"\\u003c/script\\u003e\\u003cb\\u003e"')
    expect(page.match(/<\/script>/g)).toHaveLength(1)
    expect(claimPage({ ...claim(), latest: 2 }, english)).not.toContain("ClaimReview")
  })
})

test("the feed and the sitemap name what is public, as XML", () => {
  const { articleId, title, language, signedAt } = claim()
  const item = { articleId, title: `${title} & <more>\u0001`, dek: null, language, signedAt, underReview: false }
  const list = { desk, items: [{ ...item, publishedAt: "2024-11-16T10:00:00.000Z" }], page: 1, hasMore: false }
  expect(feed(list, english)).toContain("<title>Taxes &amp; &lt;more&gt;</title>")
  expect(feed(list, english)).toContain(`<link href="https://stet.example.org/r/daily/${articleId}"/>`)
  const index = { desk, articles: [{ articleId, changedAt: signedAt }], claims: [] }
  expect(sitemap(index, english)).toContain(
    `<url><loc>https://stet.example.org/r/daily/${articleId}</loc><lastmod>${signedAt}</lastmod></url>`,
  )
  expect(listPage({ ...list, hasMore: true }, english)).toContain('<a rel="next" href="/r/daily?page=2">')
})

test("what is gone names its desk, what never was names none", () => {
  expect(absentPage("gone", desk, english)).toContain("The Daily")
  expect(absentPage("none", null, english)).not.toContain("/r/")
})
