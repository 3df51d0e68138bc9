/** An article's standing, its words, and the files that it may come in. */
import { describe, expect, test } from "vitest"
import { ArticleFields, AuthorInput, formatOfFile, standingOf, wordsIn, type ArticleKind } from "./article"
import type { CoverageCounts } from "./coverage"
import type { Refusal } from "./refusal"

const done = { passed: true, settled: true, placed: true }

const covered = { sentences: 2, untouched: 0, in_work: 0, checked: 1, nothing_to_check: 1 }
const uncovered = { ...covered, untouched: 1, checked: 0 }

describe("the standing of an article", () => {
  test.each([
    ["factcheck", [done], uncovered, "ready"],
    ["factcheck", [done, done], uncovered, "ready"],
    ["factcheck", [], covered, "in_progress"],
    ["factcheck", [done, { ...done, passed: false }], covered, "in_progress"],
    ["factcheck", [done, { ...done, settled: false }], covered, "in_progress"],
    ["factcheck", [done, { ...done, placed: false }], covered, "in_progress"],
    ["copy", [done], covered, "ready"],
    ["copy", [done], uncovered, "in_progress"],
    ["copy", [done, { ...done, passed: false }], covered, "in_progress"],
    ["copy", [], covered, "in_progress"],
  ] as [ArticleKind, (typeof done)[], CoverageCounts, string][])(
    "of a %s with %j and %j is %s",
    (kind, claims, coverage, standing) => {
      expect(standingOf(kind, claims, coverage)).toBe(standing)
    },
  )
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
  for (const name of ["a.pdf", "a", ".", ""]) {
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
