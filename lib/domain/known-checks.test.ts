/** Known checks as archives write them, and what the desk reads there. */
import { describe, expect, test } from "vitest"
import { KnownCheckInput } from "./earlier-check"
import { checksInJsonLd, checksInTable, uniqueChecks } from "./known-checks"

const review = {
  "@type": "ClaimReview",
  claimReviewed: "The ferry sank.",
  url: "https://example.org/ferry",
  datePublished: "2024-11-15T08:00:00Z",
  author: { "@type": "Organization", name: "Harbour Post" },
  reviewRating: { "@type": "Rating", ratingValue: 1, bestRating: 5, alternateName: "False" },
  inLanguage: "en",
}
const check = {
  externalId: "https://example.org/ferry",
  statement: "The ferry sank.",
  rating: "False",
  url: "https://example.org/ferry",
  publisher: "Harbour Post",
  checkedOn: "2024-11-15",
  language: "en",
}

describe("ClaimReview", () => {
  test("is read alone, in a list, in a graph and in a feed, in whatever it says its type is", () => {
    for (const json of [
      review,
      [review],
      { "@context": "https://schema.org", "@graph": [{ "@type": "Organization" }, review] },
      { "@type": "DataFeed", dataFeedElement: [{ "@type": "DataFeedItem", item: [review] }] },
      { ...review, "@type": ["Review", "http://schema.org/ClaimReview"] },
    ])
      expect(checksInJsonLd(json)).toEqual([check])
  })

  test("has the number for its rating where it has no words, and no field for what it lacks", () => {
    const { alternateName: _, ...numbers } = review.reviewRating
    expect(checksInJsonLd({ ...review, reviewRating: numbers, author: null, inLanguage: undefined })).toEqual([
      { ...check, rating: "1/5", publisher: undefined, language: undefined },
    ])
  })

  test("takes the claim's own words where the review has none, and tells apart what stands on one page", () => {
    const { claimReviewed: _, ...unnamed } = review
    const second = { ...unnamed, itemReviewed: { "@type": "Claim", name: "The ferry burnt." } }
    expect(checksInJsonLd([review, second])?.map(({ externalId, statement }) => [externalId, statement])).toEqual([
      ["https://example.org/ferry", "The ferry sank."],
      ["https://example.org/ferry #2", "The ferry burnt."],
    ])
  })

  test("is not found in what holds none, however it is nested", () => {
    let deep: unknown = review
    for (let depth = 0; depth < 50; depth += 1) deep = [deep]
    for (const json of [null, 1, "x", [], {}, { "@type": "Article" }, deep]) expect(checksInJsonLd(json)).toBeNull()
  })
})

describe("a table", () => {
  test("is read by what its columns are called, in English and German", () => {
    const english = ["ID", "Claim reviewed", "Verdict", "Link", "Publisher", "Date published", "Lang", "Other"]
    const german = ["Kennung", "Behauptung", "Bewertung", "Adresse", "Herausgeber", "Datum", "Sprache", "Anderes"]
    const cells = [
      "a",
      " The ferry sank. ",
      "False",
      "https://example.org/ferry",
      "Harbour Post",
      "15.11.2024",
      "en",
      "x",
    ]
    for (const header of [english, german])
      expect(checksInTable([header, cells])).toEqual([{ ...check, externalId: "a" }])
  })

  test("leaves empty cells out, and what is no day to be refused", () => {
    const [found] =
      checksInTable([
        ["statement", "date", "rating"],
        ["The ferry sank.", "soon", ""],
      ]) ?? []
    expect(found).toEqual({ statement: "The ferry sank.", checkedOn: "soon" })
    expect(KnownCheckInput.safeParse(found).error?.issues.map(({ path }) => path[0])).toEqual([
      "externalId",
      "checkedOn",
    ])
  })

  test("without statements is none", () => {
    expect(
      checksInTable([
        ["name", "date"],
        ["a", "b"],
      ]),
    ).toBeNull()
    expect(checksInTable([])).toBeNull()
  })
})

test("the same check twice is one, as it is said last", () => {
  expect(
    uniqueChecks([
      { externalId: "a", n: 1 },
      { externalId: "b", n: 2 },
      { externalId: "a", n: 3 },
    ]),
  ).toEqual([
    { externalId: "a", n: 3 },
    { externalId: "b", n: 2 },
  ])
})
