import * as fc from "fast-check"
import { expect, test } from "vitest"
import { codePoints, trim } from "../anchor"
import { marked, textWithSpan } from "../anchor/testing/texts"
import { Refusal } from "../domain/refusal"
import { Selectors, spansOf } from "./selectors"
import type { IndexedText } from "./texts"

const indexed = (text: string): IndexedText => ({ text, points: codePoints(text) })
const pointsBefore = (text: string, unit: number) => [...text.slice(0, unit)].length

const quote = (exact: string, context: { prefix?: string; suffix?: string } = {}) =>
  ({ type: "TextQuoteSelector", exact, ...context }) as const
const position = (start: number, end: number) => ({ type: "TextPositionSelector", start, end }) as const

const placed = (text: string, selectors: Selectors) => spansOf(indexed(text), [{ path: "selectors", selectors }])[0]

function refusalOf(run: () => unknown): Refusal {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error("nothing was refused")
}

type Selectors = Parameters<typeof spansOf>[1][number]["selectors"]

test("a position in code points finds the words that it means, whatever stands before them", () => {
  fc.assert(
    fc.property(textWithSpan(), ({ text, span }) => {
      const words = trim(text, span)
      fc.pre(words !== null)
      const at = position(pointsBefore(text, span.start), pointsBefore(text, span.end))
      expect(placed(text, [at])).toEqual(words)
    }),
  )
})

test("quote and position together find the very span, however often its words occur", () => {
  fc.assert(
    fc.property(textWithSpan(), ({ text, span }) => {
      const words = trim(text, span)
      fc.pre(words !== null)
      const at = position(pointsBefore(text, words?.start ?? 0), pointsBefore(text, words?.end ?? 0))
      expect(placed(text, [quote(text.slice(words?.start, words?.end)), at])).toEqual(words)
    }),
  )
})

test("a quote alone leads to itself, or to candidates that each hold its words", () => {
  fc.assert(
    fc.property(textWithSpan(), ({ text, span }) => {
      const words = trim(text, span)
      fc.pre(words !== null)
      const exact = text.slice(words?.start, words?.end)
      try {
        expect(placed(text, [quote(exact)])).toEqual(words)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const candidates = error.details.candidates as { start: number; end: number; exact: string }[]
        expect(candidates.length).toBeGreaterThan(1)
        const points = [...text]
        for (const one of candidates) expect(points.slice(one.start, one.end).join("")).toBe(one.exact)
      }
    }),
  )
})

test("context tells two places apart", () => {
  const { text, spans } = marked("He said 🌉 taxes fell. She denied that ‹taxes fell›.")
  expect(placed(text, [quote("taxes fell", { prefix: "denied that " })])).toEqual(spans[0])
  expect(placed(text, [quote("taxes fell", { suffix: "." }), position(38, 48)])).toEqual(spans[0])
})

test("an ambiguous quote is refused with its places in code points", () => {
  const { code, key, details } = refusalOf(() => placed("🌉 taxes fell, taxes fell", [quote("taxes fell")]))
  expect([code, key]).toEqual(["invalid", "claim.quoteAmbiguous"])
  expect(details.fields).toEqual([{ path: "selectors", key: "claim.quoteAmbiguous" }])
  expect(details.candidates).toEqual([
    { path: "selectors", start: 2, end: 12, exact: "taxes fell", prefix: "🌉 ", suffix: ", taxes fell" },
    { path: "selectors", start: 14, end: 24, exact: "taxes fell", prefix: "🌉 taxes fell, ", suffix: "" },
  ])
})

test.each([
  ["words that are not there", [quote("taxes rose")], "claim.quoteMissing"],
  ["a position past the end", [position(0, 14)], "claim.spanOutside"],
  ["a position past the end beside a quote", [quote("taxes"), position(90, 95)], "claim.spanOutside"],
  ["an empty position", [position(3, 3)], "claim.emptySpan"],
  ["a position backwards", [position(5, 3)], "claim.emptySpan"],
  ["white space", [position(5, 6)], "claim.emptySpan"],
  ["half of a character", [position(11, 12)], "claim.spanSplits"],
])("%s lead nowhere", (_, selectors, key) => {
  expect(refusalOf(() => placed("taxes fell 👍🏽", selectors)).key).toBe(key)
})

test("every claim that can't be placed is named, up to twenty", () => {
  const asked = Array.from({ length: 50 }, (_, index) => ({
    path: `claims.${index}.selectors`,
    selectors: [quote(index === 0 ? "taxes" : "nowhere")],
  }))
  const { details } = refusalOf(() => spansOf(indexed("taxes fell"), asked))
  expect(details.fields?.map((field) => field.path)).toEqual(
    Array.from({ length: 20 }, (_, index) => `claims.${index + 1}.selectors`),
  )
})

test.each([
  ["none", [], "claim.noSelector"],
  ["nothing at all", undefined, "claim.noSelector"],
  ["two quotes", [quote("a"), quote("b")], "claim.oneOfEach"],
  ["three", [quote("a"), position(0, 1), position(0, 1)], "claim.oneOfEach"],
])("%s are no selectors", (_, selectors, message) => {
  expect(Selectors.safeParse(selectors).error?.issues[0]?.message).toBe(message)
})
