import * as fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import { describe, expect, test } from "vitest"
import type { AnnotatedArticle } from "../domain/annotated-article"
import { ExportFormat } from "../domain/export-format"
import { reportWords } from "../messages/translator"
import { FORMATS, type Exporting } from "./formats"
import { publicNotes } from "./public-notes"
import { readMarkdown } from "./read-markdown"
import { articleOf, claimOn } from "./testing/annotated"
import { annotatedArticle, furnished, withFixes } from "./testing/annotated-arbitraries"
import { CANARY, canaryThreads, withCanaries } from "./testing/canaries"

const setting = { ...(await reportWords("en-GB")), origin: "https://stet.example.org" }
const hostile = furnished(withFixes(annotatedArticle()))

const how = (article: AnnotatedArticle, profile: Exporting["profile"], more: Partial<Exporting> = {}): Exporting => ({
  ...{ profile, publishNames: false, approvals: 1, legal: "told", setting },
  threads: canaryThreads(article.claims),
  report: {
    ...{
      desk: { slug: "daily", name: "The Daily", url: null, language: "en", hasMethod: false },
      articleId: article.id,
    },
    ...{ title: article.title, dek: article.dek, byline: null, publisher: null, publishedOn: null, sourceUrl: null },
    ...{ language: "en", document: article.revision.document, version: 1, latest: 1, underReviewSince: null },
    ...{ signedAt: "2024-11-16T09:12:44.123Z", publishedAt: "2024-11-16T10:00:00.000Z", corrections: [] },
    notes: publicNotes(article, { publishNames: false }),
  },
  ...more,
})

/** All that a file says, whatever it is packed in. */
function wordsOf(file: string | Uint8Array): string {
  if (typeof file === "string") return file
  return Object.entries(unzipSync(file))
    .map(([name, bytes]) => `${name}\n${name.endsWith(".zip") ? wordsOf(bytes) : strFromU8(bytes)}`)
    .join("\n")
}

/** Canaries, and the days in 2031 on which nothing happens but at the desk. */
const secretsIn = (words: string) => words.match(new RegExp(`.{0,20}(?:${CANARY}|2031-).{0,20}`, "gi")) ?? []

/** Readers are told the statement on pages and by machines; a note in the text has the words themselves. */
const withoutStatement = (article: AnnotatedArticle): AnnotatedArticle => ({
  ...article,
  claims: article.claims.map((claim) => ({ ...claim, statement: claim.state === "approved" ? null : claim.statement })),
})

describe.each(ExportFormat.options)("%s", (format) => {
  const { write } = FORMATS[format]

  test("tells nothing internal in public", () => {
    fc.assert(
      fc.property(hostile, (article) => {
        const planted = withoutStatement(withCanaries(article))
        for (const more of [{}, { report: null }])
          expect(secretsIn(wordsOf(write(planted, how(planted, "public", more))))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test("is the same in public whether claims that are not approved are there or not", () => {
    fc.assert(
      fc.property(hostile, (article) => {
        const claims = article.claims.filter(({ state }) => state === "approved")
        const without = { ...article, claims, counts: { ...article.counts, total: 0 } }
        expect(wordsOf(write(article, how(article, "public")))).toBe(wordsOf(write(without, how(without, "public"))))
      }),
      { numRuns: 15 },
    )
  })

  test("gives the same bytes for the same article", () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom("public", "internal"), (article, profile) => {
        const again = { ...structuredClone(article), claims: article.claims.toReversed() }
        const [one, other] = [write(article, how(article, profile)), write(again, how(article, profile))]
        expect(Buffer.compare(Buffer.from(one as Uint8Array), Buffer.from(other as Uint8Array))).toBe(0)
      }),
      { numRuns: 10 },
    )
  })
})

test.each(ExportFormat.exclude(["claimreview"]).options)("the canaries sing in an internal export as %s", (format) => {
  const { document } = readMarkdown("# T\n\nThe mayor fell.", {})
  const article = withCanaries(articleOf(document, [claimOn(document, "mayor", 1)]))
  expect(wordsOf(FORMATS[format].write(article, how(article, "internal")))).toContain(CANARY)
})

test("a bundle holds Reader Markdown and Web Annotation, as they are by themselves", () => {
  const { document } = readMarkdown("# T\n\nThe mayor fell.", {})
  const article = articleOf(document, [claimOn(document, "mayor", 1)])
  const files = unzipSync(FORMATS.bundle.write(article, how(article, "internal")) as Uint8Array)
  expect(Object.keys(files)).toEqual(["article.md", "article.jsonld"])
  for (const format of ["markdown", "annotations"] as const)
    expect(strFromU8(files[`article.${FORMATS[format].ending}`] ?? new Uint8Array())).toBe(
      FORMATS[format].write(article, how(article, "internal")),
    )
})

test("nobody is told of reviews of claims that have no page", () => {
  const { document } = readMarkdown("# T\n\nThe mayor fell.", {})
  const article = articleOf(document, [])
  expect(FORMATS.claimreview.write(article, how(article, "public", { report: null }))).toBe("[]\n")
})
