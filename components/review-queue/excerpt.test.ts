import fc from "fast-check"
import { expect, test } from "vitest"
import { excerptOf } from "./excerpt"

const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(" ")

test("a short passage is shown whole", () => {
  const place = { paragraph: "Taxes fell, he said.", spans: [{ start: 0, end: 10 }] }
  expect(excerptOf(place)).toEqual(place)
  expect(excerptOf({ paragraph: "Lost", spans: [] })).toEqual({ paragraph: "Lost", spans: [] })
})

test("a long one is cut between words on both sides", () => {
  const paragraph = `${words(100)} THIS ${words(100)}`
  const start = paragraph.indexOf("THIS")
  const cut = excerptOf({ paragraph, spans: [{ start, end: start + 4 }] })
  expect(cut.paragraph).toMatch(/^… word\d+ .* THIS .* word\d+ …$/)
  expect(cut.paragraph.length).toBeLessThan(310)
})

test("the claim's words are found again in every excerpt, and no character is halved", () => {
  const piece = fc.constantFrom("tax", " ", "😀", "京", "\n", "é", "longer-words")
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 300 }), fc.nat(), fc.nat(), (pieces, one, other) => {
      const [a, b] = [one % pieces.length, other % pieces.length].sort((x, y) => x - y)
      const start = pieces.slice(0, a).join("").length
      const claimed = pieces.slice(a, (b ?? 0) + 1).join("")
      const cut = excerptOf({ paragraph: pieces.join(""), spans: [{ start, end: start + claimed.length }] })
      const [span] = cut.spans
      expect(cut.paragraph.slice(span?.start, span?.end)).toBe(claimed)
      expect(cut.paragraph.isWellFormed()).toBe(true)
    }),
  )
})
