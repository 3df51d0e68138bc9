import * as fc from "fast-check"
import { expect, test } from "vitest"
import { snap } from "../../anchor"
import { Refusal } from "../../domain/refusal"
import { canonicalText } from "../canonical"
import { parseDocument } from "../schema"
import { docx, p, r } from "./testing/docx"
import { manuscript } from "./testing/manuscript"
import { mutatedWord } from "./testing/mutations"
import { read } from "./testing/reading"

test("whatever becomes of a file, it is an article whose remarks are where they say, or a refusal", async () => {
  const files = [await manuscript(), docx({ body: p("The mayor resigned.") })]
  await fc.assert(
    fc.asyncProperty(mutatedWord(files), fc.constantFrom("all" as const, "none" as const), async (bytes, accepted) => {
      try {
        const { document, remarks } = await read(bytes, accepted, {})
        expect(parseDocument(document)).toEqual(document)
        const { text } = canonicalText(document)
        for (const { span, quote } of remarks) if (span) expect(text.slice(span.start, span.end)).toBe(quote)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    }),
    { numRuns: 150, interruptAfterTimeLimit: 15_000 },
  )
})

const word = fc.constantFrom("mayor", "a", "é", "e\u0301", "👍🏽", "שלום", "3,5 %", "—")
const piece = fc.record({ words: word, isBold: fc.boolean(), comment: fc.boolean(), space: fc.boolean() })

test("a comment lies on its own words, however the text is cut into runs", async () => {
  const pieces = fc.array(piece, { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(pieces, pieces, async (before, commented) => {
      const runs = (all: typeof before) =>
        all.map(({ words, isBold, space }) => r(words + (space ? " " : ""), isBold ? "<w:b/>" : "")).join("")
      const plain = (all: typeof before) => all.map(({ words, space }) => words + (space ? " " : "")).join("")
      const body = p(
        `${runs(before)}${r("| ")}<w:commentRangeStart w:id="0"/>${runs(commented)}<w:commentRangeEnd w:id="0"/>${r(" |")}`,
      )
      const { document, remarks } = await read({ body, comments: `<w:comment w:id="0">${p("Sure?")}</w:comment>` })
      const { text } = canonicalText(document)
      const [remark] = remarks
      expect(remark?.quote).toBe(plain(commented).normalize("NFC").trim())
      expect(remark?.span && snap(text, remark.span)).toEqual(remark?.span)
    }),
    { numRuns: 60 },
  )
})
