/** What Stet exports it imports again: the same text, claims in the same places, with their words and sources. */
import * as fc from "fast-check"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { describe as describeSpan } from "../../anchor"
import type { AnnotatedArticle } from "../../domain/annotated-article"
import type { ClaimView } from "../../domain/claim"
import type { FoundClaim } from "../../domain/found-claim"
import { webAnnotation } from "../annotation/page"
import { packed } from "../bundle"
import { canonicalText } from "../canonical"
import { readBundleHere } from "../read-bundle-here"
import { readMarkdown, readMarkdownWithClaims } from "../read-markdown"
import { wordsOf } from "../read-result"
import { readerMarkdown } from "../reader-markdown"
import { shownClaims } from "../shown-claims"
import { articleOf, claimOn } from "../testing/annotated"
import { annotatedArticle, furnished, withFixes } from "../testing/annotated-arbitraries"
import { packed as packedAsNobodyShould } from "../word/testing/archive"

/** An article with a title, as every stored one has, which says of itself what its document says. */
const hostile = furnished(withFixes(annotatedArticle()))
  .map((article): AnnotatedArticle => {
    const [title, dek] = article.revision.document.content ?? []
    const dekWords = dek?.type === "dek" ? wordsOf(dek.content ?? []) : ""
    return { ...article, title: wordsOf(title?.content ?? []), dek: dekWords || null }
  })
  .filter(({ title }) => title !== "")

const PROFILES = ["public", "internal"] as const
type Profile = (typeof PROFILES)[number]

const how = (profile: Profile) => ({ profile, publishNames: true, threads: [], legal: "kept" }) as const

const bundleOf = (article: AnnotatedArticle, profile: Profile) =>
  packed([
    ["article.md", readerMarkdown(article, how(profile))],
    ["article.jsonld", webAnnotation(article, how(profile))],
  ])

/** Where each claim is, in code units, by its number: those that have a place. */
function placesOf(claims: FoundClaim[]): [number, [number, number][]][] {
  const spans = ({ anchors }: FoundClaim) =>
    anchors.flatMap(({ start, end, placement }): [number, number][] =>
      start === null || end === null || placement === "stale" ? [] : [[start, end]],
    )
  return claims
    .map((claim): [number, [number, number][]] => [claim.number, spans(claim)])
    .filter(([, all]) => all.length > 0)
    .sort(([one], [other]) => one - other)
}

function shownPlaces(article: AnnotatedArticle, profile: Profile): [number, [number, number][]][] {
  return shownClaims(article, { profile })
    .map(({ claim, places }): [number, [number, number][]] => [
      claim.number,
      places.map(({ start, end }): [number, number] => [start, end]),
    ])
    .filter(([, all]) => all.length > 0)
    .sort(([one], [other]) => one - other)
}

/** What comes back of a claim is what was told of it. */
function sameWords(claim: ClaimView, claims: FoundClaim[], profile: Profile): void {
  const back = claims.find(({ number }) => number === claim.number)
  const told = claim.evidence.filter(({ source }) => profile === "internal" || !source.confidential)
  expect(back?.verdict?.code).toBe(claim.verdict?.rating.code)
  expect(back?.verdict?.conclusion ?? "").toBe((claim.verdict?.conclusion ?? "").trim())
  expect(back?.evidence.map(({ evidence }) => evidence.stance)).toEqual(told.map(({ stance }) => stance))
  expect(back?.job).toBe(claim.job)
}

describe.each(PROFILES)("a %s bundle", (profile) => {
  test("gives text, places, words, sources and ratings back", () => {
    fc.assert(
      fc.property(hostile, (article) => {
        const { document, claims } = readBundleHere({ bytes: bundleOf(article, profile), given: {} })
        expect(canonicalText(document).text).toBe(article.revision.text)
        expect(placesOf(claims)).toEqual(shownPlaces(article, profile))
        for (const { claim } of shownClaims(article, { profile })) sameWords(claim, claims, profile)
      }),
      { numRuns: 25 },
    )
  })
})

test("nothing of an import stands: what was decided is history, by name", () => {
  fc.assert(
    fc.property(hostile, (article) => {
      const { claims } = readBundleHere({ bytes: bundleOf(article, "internal"), given: {} })
      for (const claim of article.claims) {
        const deeds = claims.find(({ number }) => number === claim.number)?.history ?? []
        expect(deeds.filter(({ what }) => what === "approve").length).toBe(
          claim.reviews.filter(({ decision }) => decision === "approve").length,
        )
      }
      expect(JSON.stringify(claims)).not.toContain('"state"')
    }),
    { numRuns: 20 },
  )
})

describe("Reader Markdown alone", () => {
  test.each(PROFILES)("gives text, places and what its notes say back, in the %s profile", (profile) => {
    fc.assert(
      fc.property(hostile, (article) => {
        const exported = readerMarkdown(article, how(profile))
        const { document, claims } = readMarkdownWithClaims(exported, {})
        expect(canonicalText(document).text).toBe(article.revision.text)
        const numbers = claims.map(({ number }) => number).sort((one, other) => one - other)
        const shown = shownClaims(article, { profile }).map(({ claim }) => claim.number)
        expect(numbers).toEqual(shown.sort((one, other) => one - other))
        for (const { claim } of shownClaims(article, { profile })) {
          const back = claims.find(({ number }) => number === claim.number)
          const all = claim.evidence.filter(({ source }) => profile === "internal" || !source.confidential)
          expect(back?.evidence.length).toBe(all.length)
          expect(back?.verdict === null).toBe(claim.verdict === null)
        }
      }),
      { numRuns: 25 },
    )
  })

  test("tells the same words in several places apart by where the reference stands", () => {
    const { document } = readMarkdown("# T\n\nThe mayor fell. The mayor fell. The mayor fell.", {})
    const { text } = canonicalText(document)
    const claim = claimOn(document, "mayor", 1)
    const [first, second = 0, third = 0] = [...text.matchAll(/mayor/g)].map(({ index }) => index)
    for (const start of [first ?? 0, second, third]) {
      const anchors = claim.anchors.map((anchor) => ({ ...anchor, start, end: start + 5 }))
      const exported = readerMarkdown(articleOf(document, [{ ...claim, anchors }]), how("internal"))
      expect(placesOf(readMarkdownWithClaims(exported, {}).claims)).toEqual([[1, [[start, start + 5]]]])
    }
  })

  test("a file that is not Stet's brings no claims", () => {
    expect(readMarkdownWithClaims('# T\n\nWords[^claim-1].\n\n[^claim-1]: **True**: "Words"\n', {}).claims).toEqual([])
  })
})

test("a text that was edited outside keeps the claims whose words are in it once, and loses no other", () => {
  const { document } = readMarkdown("# T\n\nThe mayor fell. Taxes rose by nine percent.", {})
  const { text } = canonicalText(document)
  const marked = (passage: string, number: number) => {
    const claim = claimOn(document, passage, number)
    const start = text.indexOf(passage)
    const around = describeSpan(text, { start, end: start + passage.length })
    return { ...claim, anchors: claim.anchors.map((anchor) => ({ ...anchor, ...around })) }
  }
  const article = articleOf(document, [marked("mayor fell", 1), marked("Taxes rose", 2)])
  const edited = readerMarkdown(article, how("internal")).replace("Taxes rose", "Rents sank")
  const bytes = packed([
    ["article.md", `${edited}`.replace("The mayor", "On Monday the mayor")],
    ["article.jsonld", webAnnotation(article, how("internal"))],
  ])
  const { claims, notices } = readBundleHere({ bytes, given: {} })
  expect(claims.map(({ anchors }) => anchors[0]?.placement)).toEqual(["exact", "lost"])
  expect(claims[0]?.anchors[0]?.contextChanged).toBe(true)
  expect(notices).toEqual(["claimsCame", "textEdited", "claimsWithoutPlace"])
})

test("a bundle that was unpacked and packed again as a folder is one still", () => {
  const { document } = readMarkdown("# T\n\nThe mayor fell.", {})
  const files = unzipSync(bundleOf(articleOf(document, [claimOn(document, "mayor", 1)]), "internal"))
  const again = Object.entries(files).map(([name, bytes]) => [`The mayor/${name}`, bytes] as const)
  const besides = ["__MACOSX/The mayor/._article.md", "__MACOSX/The mayor/._article.jsonld", "The mayor/.DS_Store"]
  const bytes = packed([...again, ...besides.map((name) => [name, "of a Mac"] as const)])
  expect(readBundleHere({ bytes, given: {} }).claims).toHaveLength(1)
})

describe("an archive that is none of ours", () => {
  const refusal = (bytes: Uint8Array) => {
    try {
      readBundleHere({ bytes, given: {} })
      return null
    } catch (error) {
      return (error as { key?: string }).key
    }
  }
  const text = new TextEncoder().encode("# T\n\nWords.\n")

  test("is refused in words of its own", () => {
    expect(refusal(zipSync({ "a.txt": text }))).toBe("import.bundle.notStets")
    expect(refusal(zipSync({ "article.md": text, "article.jsonld": text }))).toBe("import.bundle.notStets")
    expect(refusal(text)).toBe("import.bundle.broken")
    expect(refusal(zipSync({ "article.md": new Uint8Array(30_000_000), "article.jsonld": text }))).toBe(
      "import.bundle.bomb",
    )
    for (const name of ["../article.md", "/article.md", "C:\\article.md"])
      expect(refusal(packedAsNobodyShould([{ name, bytes: Buffer.from(text), method: 0 }]))).toBe(
        "import.bundle.unsafe",
      )
  })

  test("never breaks the reader, whatever is said in it instead", () => {
    const odd = fc.constantFrom<unknown>(
      null,
      "",
      "__proto__",
      "constructor",
      "\0",
      "\ud800",
      -1,
      1e300,
      0.5,
      [],
      {},
      true,
    )
    fc.assert(
      fc.property(hostile, fc.nat(), odd, (article, at, value) => {
        const files = unzipSync(bundleOf(article, "internal"))
        const jsonld = strFromU8(files["article.jsonld"] ?? new Uint8Array())
        let count = 0
        const leaves = jsonld.length % 997
        const changed = JSON.stringify(JSON.parse(jsonld), (_, one: unknown) =>
          typeof one !== "object" && count++ === at % (leaves + 1) ? value : one,
        )
        const bytes = zipSync({ ...files, "article.jsonld": strToU8(changed) })
        expect(["import.bundle.notStets", null]).toContain(refusal(bytes))
      }),
      { numRuns: 20 },
    )
  })

  test("never breaks the reader, whatever is in it", () => {
    const json = fc.json().map((said) => new TextEncoder().encode(said))
    fc.assert(
      fc.property(json, (jsonld) => {
        expect(refusal(zipSync({ "article.md": text, "article.jsonld": jsonld }))).toBe("import.bundle.notStets")
      }),
      { numRuns: 50 },
    )
  })
})
