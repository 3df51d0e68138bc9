import * as fc from "fast-check"
import { expect, test } from "vitest"
import { describe as describeSpan } from "./describe"
import { find, type Selector } from "./find"
import { isBoundary } from "./graphemes"
import { marked, textWithSpan } from "./testing/texts"

const spanOf = (selector: Selector, text: string) => {
  const found = find(text, selector)
  return found.kind === "found" ? found.span : found.kind
}

/** Finds `selector` in the text of the template, which marks the place that must be found. */
function expectMarked(template: string, selector: Selector): void {
  const { text, spans } = marked(template)
  expect(find(text, selector)).toEqual({ kind: "found", span: spans[0] })
}

test("an anchor finds its own span again", () => {
  fc.assert(
    fc.property(textWithSpan(), ({ text, span }) => {
      const { quote, ...place } = describeSpan(text, span)
      expect(find(text, { exact: quote, ...place })).toEqual({ kind: "found", span })
      expect(find(text, span)).toEqual({ kind: "found", span })
    }),
    { numRuns: 1000 },
  )
})

test("without its position an anchor finds its span or says that it could be another, never a wrong one", () => {
  fc.assert(
    fc.property(textWithSpan(), ({ text, span }) => {
      const { quote, prefix, suffix } = describeSpan(text, span)
      const found = find(text, { exact: quote, prefix, suffix })
      if (found.kind === "found") expect(found.span).toEqual(span)
      if (found.kind === "ambiguous") expect(found.candidates.length).toBeGreaterThan(1)
      if (found.kind === "missing") expect(quote.trim()).toBe("")
    }),
    { numRuns: 1000 },
  )
})

test("what is found never cuts a grapheme, and is the quote or differs only in form", () => {
  const form = (words: string) =>
    words
      .normalize("NFC")
      .replace(/[\s\ufffc]+/gu, "")
      .replace(/[“”"]/gu, '"')
      .replace(/[‘’']/gu, "'")
  fc.assert(
    fc.property(
      textWithSpan(),
      fc.string({ maxLength: 4, unit: "grapheme" }),
      fc.boolean(),
      ({ text, span }, noise, isNoisy) => {
        const exact = isNoisy ? noise : text.slice(span.start, span.end)
        const found = find(text, { exact, start: span.start + 1, end: span.end })
        const places = found.kind === "found" ? [found.span] : found.kind === "ambiguous" ? found.candidates : []
        for (const { start, end } of places) {
          expect(isBoundary(text, start) && isBoundary(text, end)).toBe(true)
          expect(form(text.slice(start, end))).toBe(form(exact))
        }
      },
    ),
  )
})

test("a prefix and a suffix hold whole graphemes next to the span, and are empty only at the text's ends", () => {
  fc.assert(
    fc.property(textWithSpan(), ({ text, span }) => {
      const { prefix, suffix } = describeSpan(text, span)
      expect(text.slice(0, span.start).endsWith(prefix) && text.slice(span.end).startsWith(suffix)).toBe(true)
      expect(isBoundary(text, span.start - prefix.length) && isBoundary(text, span.end + suffix.length)).toBe(true)
      expect(prefix === "").toBe(span.start === 0)
      expect(suffix === "").toBe(span.end === text.length)
    }),
  )
})

test("context has about 32 code units, however long the graphemes around are", () => {
  const zalgo = `a${"\u0301".repeat(500)}`
  const text = `${zalgo}${"b".repeat(10)}claim${"c".repeat(100)}`
  const start = zalgo.length + 10
  const { prefix, suffix } = describeSpan(text.normalize("NFC"), { start: start - 1, end: start + 4 })
  expect(prefix).toBe("b".repeat(10))
  expect(suffix).toBe("c".repeat(32))
})

test("a position that holds the quote wins over other places of the quote", () => {
  const { text, spans } = marked("taxes fell, and ‹taxes fell› again, taxes fell")
  expectMarked("taxes fell, and ‹taxes fell› again, taxes fell", {
    exact: "taxes fell",
    start: spans[0]?.start,
    end: spans[0]?.end,
  })
  expect(spanOf({ exact: "taxes fell", start: 34 }, text)).toEqual({ start: 34, end: 44 })
})

test("context decides between places of a quote", () => {
  const template = "He said taxes fell. She denied that ‹taxes fell›."
  expectMarked(template, { exact: "taxes fell", prefix: "denied that " })
  expectMarked(template, { exact: "taxes fell", prefix: "denied  that" })
  expectMarked("taxes fell now. ‹taxes fell› then.", { exact: "taxes fell", suffix: " then" })
  expectMarked(template, { exact: "taxes fell", prefix: "denied that ", start: 8, end: 17 })
})

test("where position and quote disagree, the only place of the quote is meant", () => {
  expectMarked("The ‹mayor resigned› on Monday.", { exact: "mayor resigned", start: 0, end: 3 })
})

test("of several places none is chosen by its nearness", () => {
  const text = "taxes fell and taxes fell"
  const candidates = [
    { start: 0, end: 10 },
    { start: 15, end: 25 },
  ]
  for (const more of [{}, { start: 1, end: 11 }, { prefix: "nothing like it" }]) {
    expect(find(text, { exact: "taxes fell", ...more })).toEqual({ kind: "ambiguous", candidates })
  }
  expect(find("x ".repeat(500), { exact: "x" })).toMatchObject({ candidates: { length: 20 } })
  expect(find("“x” ".repeat(500), { exact: '"x"', prefix: "y" })).toMatchObject({ candidates: { length: 20 } })
})

test("overlapping places of a quote are all places", () => {
  expect(find("ababa", { exact: "aba" })).toMatchObject({ kind: "ambiguous", candidates: { length: 2 } })
})

test.each([
  ["a line break for a space", "the ‹mayor\nresigned› today", "mayor resigned"],
  ["several spaces for one", "the ‹mayor resigned› today", "  mayor \t resigned "],
  ["straight for curly quotes", "He said ‹“it’s over”›.", '"it\'s over"'],
  ["curly for straight quotes", 'He said ‹"it\'s over"›.', "“it’s over”"],
  ["decomposed letters", "the ‹café› is shut", "cafe\u0301"],
  ["a footnote's mark that the copy left out", "the ‹mayor\ufffc resigned›\ufffc today", "mayor resigned"],
])("the same words in another form are found: %s", (_, template, exact) => expectMarked(template, { exact }))

test.each([
  ["another number", "It rose by 12 percent.", "rose by 13 percent"],
  ["another case", "The Mayor resigned.", "the mayor resigned"],
  ["another punctuation", "It rose, by 12 percent.", "It rose by 12 percent"],
  ["part of a grapheme", "👩‍👩‍👧‍👦", "👩"],
  ["a letter without its mark", "cafe\u0323", "cafe"],
  ["nothing", "text", ""],
  ["white space", "a b", " "],
])("a look-alike is not found: %s", (_, text, exact) => {
  expect(find(text, { exact })).toEqual({ kind: "missing" })
})

test("a variant that occurs more than once is ambiguous until its context or position says which", () => {
  const { text, spans } = marked("first “so” and ‹“so”› last")
  expect(find(text, { exact: '"so"' })).toMatchObject({ kind: "ambiguous" })
  expect(spanOf({ exact: '"so"', suffix: "last" }, text)).toEqual(spans[0])
  expect(spanOf({ exact: '"so"', start: 15, end: 19 }, text)).toEqual(spans[0])
})

test.each([
  [
    { start: 0, end: 4 },
    { start: 0, end: 4 },
  ],
  [{ start: 0, end: 5 }, "missing"],
  [{ start: 2, end: 2 }, "missing"],
  [{ start: 3, end: 1 }, "missing"],
  [{ start: -1, end: 2 }, "missing"],
  [{ start: 2, end: 3 }, "missing"],
  [{ start: 0 }, "missing"],
  [{ prefix: "a" }, "missing"],
])("a position alone %j is taken if it is in range and whole", (selector, answer) => {
  expect(spanOf(selector, "ab👍")).toEqual(answer)
})
