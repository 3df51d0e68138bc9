/** Locators: what people write, and that what is written is understood. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { TextPart } from "./file"
import { locatorIn, locatorOf, locatorWords, partAt, spanAt, through, type Locator } from "./locator"

const page = (page: number, last: number | null = null): Locator => ({ kind: "page", page, last })
const cell = (sheet: string | null, column: number, row: number): Locator => ({
  kind: "cell",
  sheet,
  column,
  row,
  last: null,
})
const time = (at: number, last: number | null = null): Locator => ({ kind: "time", at, last })
const paragraph = (n: number, last: number | null = null): Locator => ({ kind: "paragraph", n, last })

const UNDERSTOOD: [string, Locator][] = [
  ["p. 3", page(3)],
  ["S. 3", page(3)],
  ["p3", page(3)],
  ["page 3", page(3)],
  ["Seite 12", page(12)],
  ["pp. 3–4", page(3, 4)],
  ["page 3-4", page(3, 4)],
  ["pp. 103-7", page(103, 107)],
  ["S. 3 f.", page(3)],
  ["chapter 2, p. 14, second table", page(14)],
  ["Sheet1!B4", cell("Sheet1", 1, 4)],
  ["'Budget 2023'!$AA$10", cell("Budget 2023", 26, 10)],
  ["Budget 2023!B4", cell("Budget 2023", 1, 4)],
  ["b4", cell(null, 1, 4)],
  ["B4:C9", { kind: "cell", sheet: null, column: 1, row: 4, last: { column: 2, row: 9 } }],
  ["row 12", { kind: "cell", sheet: null, column: null, row: 12, last: null }],
  ["Haushalt!Zeile 12", { kind: "cell", sheet: "Haushalt", column: null, row: 12, last: null }],
  ["12:31", time(751)],
  ["1:02:03", time(3723)],
  ["at 0:45–1:10", time(45, 70)],
  ["¶ 4", paragraph(4)],
  ["para. 4", paragraph(4)],
  ["Abs. 4", paragraph(4)],
  ["Absatz 4-5", paragraph(4, 5)],
]

test.for(UNDERSTOOD)("%s names a place", ([words, locator]) => {
  expect(locatorIn(words)).toEqual(locator)
})

test.for([
  "",
  "second table",
  "s. 4",
  "chapter 3",
  "Anhang",
  "4",
  "see the appendix",
  "1931",
  "COVID19X",
  "p. 0",
  "step 4",
])("%s stays free words", (words) => {
  expect(locatorIn(words)).toBeNull()
})

const number = fc.integer({ min: 1, max: 90_000 })
const range = fc.tuple(number, fc.option(fc.integer({ min: 1, max: 90 }))).map(([first, more]) => ({
  first,
  last: more === null ? null : first + more,
}))
const column = fc.integer({ min: 0, max: 16_383 })
const sheet = fc.option(
  fc
    .stringMatching(/^[\p{L}\d ']{1,20}$/u)
    .map((name) => name.normalize("NFC").replace(/\s+/gu, " ").trim())
    .filter(Boolean),
)
const locator = fc.oneof(
  range.map(({ first, last }) => page(first, last)),
  range.map(({ first, last }) => paragraph(first, last)),
  range.map(({ first, last }) => time(first, last)),
  fc.record({
    kind: fc.constant("cell" as const),
    sheet,
    column,
    row: number,
    last: fc.option(fc.record({ column, row: number })),
  }),
  fc.record({
    kind: fc.constant("cell" as const),
    sheet,
    column: fc.constant(null),
    row: number,
    last: fc.constant(null),
  }),
)

describe("a place", () => {
  test("is understood as it is written, in either language", () => {
    // A cell of column P or S needs its sheet to be no page.
    const isClear = (one: Locator) =>
      one.kind !== "cell" || one.sheet !== null || one.last !== null || ![15, 18].includes(one.column ?? 0)
    fc.assert(
      fc.property(locator.filter(isClear), fc.constantFrom("en", "de"), (one, language) => {
        expect(locatorIn(locatorWords(one, language))).toEqual(one)
      }),
    )
  })

  test("is found among any words without throwing", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (words) => void locatorIn(words)))
  })
})

test("a place names a stretch of the text, and a place of the text has its name", () => {
  const text = "one\ntwo\nthree"
  const parts: TextPart[] = [1, 2, 3].map((n) => ({ kind: "page", page: n, start: [0, 4, 8][n - 1] ?? 0 }))
  expect(spanAt({ text, parts }, page(2))).toEqual({ start: 4, end: 8 })
  expect(spanAt({ text, parts }, page(2, 3))).toEqual({ start: 4, end: 13 })
  expect(spanAt({ text, parts }, page(9))).toBeNull()
  expect(spanAt({ text, parts }, paragraph(1))).toBeNull()
  expect(partAt(parts, 7)).toMatchObject({ page: 2 })
  expect(partAt([], 7)).toBeNull()
  expect(locatorOf(partAt(parts, 8) ?? { kind: "page", page: 1 })).toEqual(page(3))
})

test("two places are one from the first to the last, where they can be said as one", () => {
  const said = (first: Locator, last: Locator) => locatorWords(through(first, last), "en")
  expect(said(page(3), page(3))).toBe("p. 3")
  expect(said(page(3), page(5))).toBe("pp. 3–5")
  expect(said(paragraph(2), paragraph(4))).toBe("¶ 2–4")
  expect(said(cell("Loans", 1, 4), cell("Loans", 1, 4))).toBe("Loans!B4")
  expect(said(cell("Loans", 1, 4), cell("Loans", 2, 9))).toBe("Loans!B4:C9")
  expect(said(cell("Loans", 1, 4), cell("Notes", 2, 9))).toBe("Loans!B4")
  expect(said(page(3), paragraph(1))).toBe("p. 3")
})

test("a cell that would be read as a page is told by its row", () => {
  expect(locatorWords(cell(null, 15, 3), "en")).toBe("row 3")
  expect(locatorWords(cell(null, 18, 3), "de")).toBe("Zeile 3")
  expect(locatorWords(cell("Loans", 15, 3), "en")).toBe("Loans!P3")
})
