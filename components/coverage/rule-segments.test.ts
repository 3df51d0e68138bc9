import { expect, test } from "vitest"
import { ruleSegments } from "./rule-segments"

const line = (top: number) => ({ top, bottom: top + 24 })

test("a rule runs from its sentence's first line to its last", () => {
  expect(ruleSegments([{ ordinal: 0, first: line(0), last: line(60) }])).toEqual([{ ordinal: 0, top: 0, height: 82 }])
})

test("sentences that meet on a line share it, each has its own part, none lies on another", () => {
  const rules = ruleSegments([
    { ordinal: 0, first: line(0), last: line(30) },
    { ordinal: 1, first: line(30), last: line(30) },
    { ordinal: 2, first: line(30), last: line(60) },
  ])
  expect(rules).toEqual([
    { ordinal: 0, top: 0, height: 36 },
    { ordinal: 1, top: 38, height: 6 },
    { ordinal: 2, top: 46, height: 36 },
  ])
})

test("letters of another typeface on a line make no other line of it", () => {
  const rules = ruleSegments([
    { ordinal: 0, first: line(0), last: { top: 3, bottom: 20 } },
    { ordinal: 1, first: line(0), last: line(0) },
  ])
  expect(rules).toEqual([
    { ordinal: 0, top: 0, height: 10 },
    { ordinal: 1, top: 12, height: 10 },
  ])
})

test("cells beside each other share a line too", () => {
  const rules = ruleSegments([
    { ordinal: 4, first: line(0), last: line(0) },
    { ordinal: 5, first: line(0), last: line(0) },
  ])
  expect(rules.map(({ top, height }) => [top, height])).toEqual([
    [0, 10],
    [12, 10],
  ])
})

test("a rule is seen however many share its line", () => {
  const many = Array.from({ length: 20 }, (_, ordinal) => ({ ordinal, first: line(0), last: line(0) }))
  expect(Math.min(...ruleSegments(many).map(({ height }) => height))).toBe(3)
})
