import { describe, expect, test } from "vitest"
import { neighbour, nextUntouched, sentenceAt, sentencesIn, wholePieces } from "./sentence-places"

/** "First one. Second. Third, after a gap" */
const sentences = [
  { start: 0, end: 10 },
  { start: 11, end: 18 },
  { start: 25, end: 40 },
]

describe("the sentence at a caret", () => {
  test.each([
    ["is the one that it is in", 4, 0],
    ["is the one that it is at the end of", 10, 0],
    ["is the one that it is at the beginning of", 11, 1],
    ["is the next where it is between two", 20, 2],
    ["is the last where it is behind all", 99, 2],
  ])("%s", (_, offset, at) => expect(sentenceAt(sentences, offset)).toBe(at))

  test("is the one behind it where two meet", () => {
    expect(
      sentenceAt(
        [
          { start: 0, end: 5 },
          { start: 5, end: 9 },
        ],
        5,
      ),
    ).toBe(1)
  })

  test("is none in a text without sentences", () => expect(sentenceAt([], 0)).toBe(-1))
})

test("a selection means every sentence that it touches, a caret the one it is at", () => {
  expect(sentencesIn(sentences, { start: 4, end: 30 })).toEqual([0, 1, 2])
  expect(sentencesIn(sentences, { start: 10, end: 12 })).toEqual([1])
  expect(sentencesIn(sentences, { start: 11, end: 18 })).toEqual([1])
  expect(sentencesIn(sentences, { start: 10, end: 10 })).toEqual([0])
  expect(sentencesIn([], { start: 0, end: 9 })).toEqual([])
})

test("one goes from sentence to sentence, back to the beginning of one first, and stays at the ends", () => {
  expect(neighbour(sentences, 4, 1)).toBe(1)
  expect(neighbour(sentences, 20, 1)).toBe(2)
  expect(neighbour(sentences, 30, 1)).toBe(2)
  expect(neighbour(sentences, 14, -1)).toBe(1)
  expect(neighbour(sentences, 11, -1)).toBe(0)
  expect(neighbour(sentences, 0, -1)).toBe(0)
})

test("the next untouched sentence is looked for from the end on from the beginning", () => {
  expect(nextUntouched(["untouched", "checked", "untouched"], 0)).toBe(2)
  expect(nextUntouched(["untouched", "checked", "in_work"], 1)).toBe(0)
  expect(nextUntouched(["untouched"], 0)).toBe(0)
  expect(nextUntouched(["checked", "nothing_to_check"], 0)).toBeNull()
  expect(nextUntouched([], -1)).toBeNull()
})

test("selecting takes what is touched, whole, and then one more each time", () => {
  expect(wholePieces(sentences, { start: 14, end: 14 })).toEqual({ start: 11, end: 18 })
  expect(wholePieces(sentences, { start: 4, end: 14 })).toEqual({ start: 0, end: 18 })
  expect(wholePieces(sentences, { start: 0, end: 18 })).toEqual({ start: 0, end: 40 })
  expect(wholePieces(sentences, { start: 0, end: 40 })).toEqual({ start: 0, end: 40 })
  expect(wholePieces([], { start: 0, end: 0 })).toBeNull()
})
