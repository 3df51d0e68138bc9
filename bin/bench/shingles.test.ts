import { expect, test } from "vitest"
import { pageScore, scoreOf } from "./shingles"

test("a text is scored by its runs of four words, however often each comes", () => {
  expect(pageScore("a b c d e", "a b c d e")).toEqual({ both: 1, extra: 0, missing: 0 })
  expect(pageScore("a b c d e", "b c d e f")).toEqual({ both: 1 / 3, extra: 1 / 3, missing: 1 / 3 })
  expect(pageScore("a b c d a b c d", "a b c d")).toEqual({ both: 1 / 5, extra: 0, missing: 4 / 5 })
  expect(pageScore("a b", "a b")).toEqual({ both: 1, extra: 0, missing: 0 })
  expect(pageScore("a b c d", "")).toEqual({ both: 0, extra: 0, missing: 1 })
})

test("every page weighs the same, and F1 is of the means", () => {
  const pages = [pageScore("a b c d e", "b c d e f"), pageScore("a b c d", "a b c d")]
  expect(scoreOf(pages)).toEqual({ precision: 0.75, recall: 0.75, f1: 0.75 })
  expect(scoreOf([pageScore("a b c d", ""), pageScore("a b c d", "a b c d")])).toEqual({
    precision: 1,
    recall: 0.5,
    f1: 2 / 3,
  })
})
