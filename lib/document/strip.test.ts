import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { sha256 } from "./digest"
import { readerMarkdown } from "./reader-markdown"
import { strip } from "./strip"
import { annotatedArticle } from "./testing/annotated"
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
        { numRuns: Number(process.env.RUNS ?? 150) },
      )
    },
    120_000,
  )
})
