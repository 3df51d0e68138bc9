/** An article's standing, its words, and the files that it may come in. */
import { describe, expect, test } from "vitest"
import { ArticleFields, AuthorInput, formatOfFile, standingOf, wordsIn, type ArticleKind } from "./article"
import type { Refusal } from "./refusal"

const done = { approved: true, settled: true, placed: true }

describe("the standing of an article", () => {
  test.each([
    ["factcheck", [done], "ready"],
    ["factcheck", [done, done], "ready"],
    ["factcheck", [], "in_progress"],
    ["factcheck", [done, { ...done, approved: false }], "in_progress"],
    ["factcheck", [done, { ...done, settled: false }], "in_progress"],
    ["factcheck", [done, { ...done, placed: false }], "in_progress"],
    // Copy needs every sentence looked at, which nobody keeps yet.
    ["copy", [done], "in_progress"],
    ["copy", [], "in_progress"],
  ] as [ArticleKind, (typeof done)[], string][])("of a %s with %j is %s", (kind, claims, standing) => {
    expect(standingOf(kind, claims)).toBe(standing)
  })
})

test.each([
  ["", 0],
  ["Taxes fell.", 2],
  ["It's the mayor's well-known 1931 bridge", 6],
  ["Größtenteils — richtig", 2],
  ["\uFFFC \n ", 0],
])("%j has %i words", (text, count) => {
  expect(wordsIn(text)).toBe(count)
})

test("a file's ending says how it is written, in whatever case", () => {
  expect(["a.txt", "b.TEXT", "c.d.md", "e.markdown"].map(formatOfFile)).toEqual([
    "text",
    "text",
    "markdown",
    "markdown",
  ])
  for (const name of ["a.docx", "a", ".", ""]) {
    expect(() => formatOfFile(name)).toThrowError(
      expect.objectContaining({ code: "invalid", key: "import.unknownEnding" }) as Refusal,
    )
  }
})

test("fields of an article are refused where they name nothing", () => {
  const accepted = (fields: object) => ArticleFields.partial().safeParse(fields).success
  expect(accepted({ language: "de-CH", publishedOn: "2024-11-15", sourceUrl: "https://example.org/a" })).toBe(true)
  expect(accepted({ language: "deutsch, bitte" })).toBe(false)
  expect(accepted({ publishedOn: "2024-11-31" })).toBe(false)
  expect(accepted({ sourceUrl: "javascript:alert(1)" })).toBe(false)
  expect(accepted({ dueAt: "tomorrow" })).toBe(false)
  expect(AuthorInput.safeParse({ name: " " }).success).toBe(false)
})
