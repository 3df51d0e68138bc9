import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { canonicalText } from "./canonical"
import { readMarkdown } from "./read-markdown"
import { wordsOf } from "./read-result"
import { articleDocument } from "./testing/arbitraries"
import { asFile, sayable } from "./testing/sayable"
import { writeMarkdown } from "./write-markdown"

describe("laws", () => {
  test("what is written is read again", () => {
    fc.assert(
      fc.property(articleDocument(), (document) => {
        fc.pre(wordsOf(document.content?.[0]?.content ?? []) !== "")
        const { markdown } = writeMarkdown(document)
        const again = readMarkdown(asFile(document, markdown), {}).document
        expect({ ...sayable(again), markdown }).toEqual({ ...sayable(document), markdown })
      }),
      { numRuns: 120 },
    )
  })

  test("every code unit of the text has its place, in order", () => {
    fc.assert(
      fc.property(articleDocument(), (document) => {
        const written = writeMarkdown(document)
        const { text } = canonicalText(document)
        let last = 0
        for (let offset = 0; offset < text.length; offset += 1) {
          const [start, end] = [written.at(offset), written.behind(offset + 1)]
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThanOrEqual(start)
          const char = text[offset] ?? ""
          if (/[\p{L}\p{N}]/u.test(char))
            expect(written.markdown.slice(start, end)).toMatch(new RegExp(`^(?:${char}|&#x.*;)$`))
          last = start
        }
        expect(written.at(text.length)).toBeGreaterThanOrEqual(written.behind(text.length))
      }),
      { numRuns: 120 },
    )
  })
})
