import { expect, test } from "vitest"
import { closestFirst, hasWords, numberIn, wordsIn } from "./words"

test("a query is its words, and no more of them than narrow anything down", () => {
  expect(wordsIn("  a call\tto Moscow ")).toEqual(["a", "call", "to", "Moscow"])
  expect(wordsIn("")).toEqual([])
  expect(wordsIn("one two three four five six seven eight nine ten")).toHaveLength(8)
})

test("a number is one with or without its sign, and nothing else is", () => {
  expect([numberIn("12"), numberIn("#12")]).toEqual([12, 12])
  expect([numberIn("12 per cent"), numberIn("#"), numberIn("1.2"), numberIn("12345678")]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test("a text has the words of a query in whatever order and case", () => {
  expect(hasWords("A call to Moscow", "moscow CALL")).toBe(true)
  expect(hasWords("A call to Moscow", "moscow kyiv")).toBe(false)
  expect(hasWords("anything", "")).toBe(true)
})

test("what begins with the query comes before what has a word that does, others stay as they came", () => {
  const titles = ["Unrest", "The rest of it", "Forest", "Rest in peace", "Arrest"]
  expect(closestFirst(titles, "rest", (title) => title)).toEqual([
    "Rest in peace",
    "The rest of it",
    "Unrest",
    "Forest",
    "Arrest",
  ])
})
