import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { sha256 } from "./digest"
import { readMarkdown } from "./read-markdown"
import { readerMarkdown } from "./reader-markdown"
import { strip } from "./strip"
import { articleOf, claimOn } from "./testing/annotated"
import { annotatedArticle } from "./testing/annotated-arbitraries"
import { writeMarkdown } from "./write-markdown"

describe("laws", () => {
  test.each(["public", "internal"] as const)(
    "strip gives the body of a %s export back byte for byte",
    (profile) => {
      fc.assert(
        fc.property(annotatedArticle(), (article) => {
          const exported = readerMarkdown(article, { profile, publishNames: false })
          const body = strip(exported)
          expect(body).toBe(writeMarkdown(article.revision.document).markdown)
          expect(exported).toContain(`\nbody_sha256: "${sha256(body)}"\n`)
        }),
        { numRuns: 60 },
      )
    },
    60_000,
  )
})

function exportOf(markdown: string, ...passages: string[]): { exported: string; body: string } {
  const { document } = readMarkdown(markdown, {})
  const claims = passages.map((passage, index) => claimOn(document, passage, index + 1))
  const exported = readerMarkdown(articleOf(document, claims), { profile: "internal", publishNames: false })
  return { exported, body: writeMarkdown(document).markdown }
}

test("a file that is not Stet's comes back as it is", () => {
  for (const text of [
    "",
    "# T\n\nWord[^claim-1]\n\n[^claim-1]: Note.\n",
    "---\ntitle: x\n---\n\nWord\n",
    "---\n: [\n---\n\na\n",
  ])
    expect(strip(text)).toBe(text)
})

test("what only looks like ours stays: in code, escaped, or the article's own note", () => {
  const { exported, body } = exportOf(
    "# T\n\nA `[^claim-1]` and `[^stet-1]` and own[^claim-1].\n\n[^claim-1]: Own.",
    "own",
    "T",
  )
  expect(exported).toContain('note_prefix: "stet-2-"')
  expect(exported).toContain("own[^stet-2-1][^claim-1].")
  expect(strip(exported)).toBe(body)
})

test("an article that ends like the section of claims without a place keeps its end", () => {
  const { exported, body } = exportOf(
    "# T\n\nText\n\n---\n\n## Claims without a place in this revision\n\n- One\n- Two",
    "One",
    "Two",
  )
  expect(exported).toContain("- One[^claim-1]\n- Two[^claim-2]\n")
  expect(strip(exported)).toBe(body)
})

test("text that somebody wrote behind the notes stays", () => {
  const { exported, body } = exportOf("# T\n\nText here.", "Text")
  expect(strip(`${exported}\nMore text.\n`)).toBe(`${body}\nMore text.\n`)
})
