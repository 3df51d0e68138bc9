import fc from "fast-check"
import { expect, test } from "vitest"
import { anchorOf, articleOf, claimOf } from "@/lib/document/testing/annotated"
import { annotatedArticle } from "@/lib/document/testing/annotated-arbitraries"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import { packed, unpacked } from "./packed-article"

/** As it comes out of the page's answer. */
const sent = (article: AnnotatedArticle) => unpacked(JSON.parse(JSON.stringify(packed(article))))

test("an article arrives as it was sent", () => {
  fc.assert(
    fc.property(annotatedArticle(), (article) => {
      expect(sent(article)).toEqual(article)
    }),
  )
})

test("claims that are alike are sent as little more than their names and places", () => {
  const text = "The ferry was forty minutes late on Monday. ".repeat(60).trim()
  const document = {
    type: "doc",
    content: [
      { type: "title", content: [{ type: "text", text: "The ferry is late again" }] },
      { type: "paragraph", content: [{ type: "text", text }] },
    ],
  }
  const whole = `The ferry is late again\n${text}`
  const claims = Array.from({ length: 60 }, (_, n) =>
    claimOf(n, [anchorOf(whole, { start: 24 + n * 40, end: 64 + n * 40 })], {}),
  )
  const article = articleOf(document, claims)
  expect(sent(article)).toEqual(article)
  expect(packed(article).claims.length).toBeLessThan(JSON.stringify(claims).length / 8)
})

test("a text that is not its document's is sent with it", () => {
  const [article] = fc.sample(annotatedArticle(), { numRuns: 1, seed: 1 })
  if (!article) throw new Error("no article")
  const other = { ...article, revision: { ...article.revision, text: `${article.revision.text} more` } }
  expect(sent(other)).toEqual(other)
})
