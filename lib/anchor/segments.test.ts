import * as fc from "fast-check"
import { expect, test } from "vitest"
import { segments } from "./segments"

const spans = fc
  .array(fc.tuple(fc.nat(30), fc.nat(12), fc.nat(6)), { maxLength: 12 })
  .map((list) => list.map(([start, length, id]) => ({ start, end: start + length, id })))

test("pieces rise, do not overlap, and say of every place exactly which spans lie on it", () => {
  fc.assert(
    fc.property(spans, (given) => {
      const pieces = segments(given)
      pieces.forEach((piece, index) => {
        expect(piece.start).toBeLessThan(piece.end)
        expect(piece.start).toBeGreaterThanOrEqual(pieces[index - 1]?.end ?? 0)
      })
      for (let at = 0; at < 45; at += 1) {
        const lying = given.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id)
        const piece = pieces.find(({ start, end }) => start <= at && at < end)
        expect([...(piece?.ids ?? [])].sort()).toEqual([...new Set(lying)].sort())
      }
    }),
  )
})

test("no piece crosses an end of a span", () => {
  fc.assert(
    fc.property(spans, (given) => {
      const cuts = given.filter(({ start, end }) => start < end).flatMap(({ start, end }) => [start, end])
      for (const { start, end } of segments(given)) expect(cuts.filter((cut) => start < cut && cut < end)).toEqual([])
    }),
  )
})

test("ids are in the order start, longer first, as given", () => {
  const given = [
    { start: 2, end: 6, id: "c" },
    { start: 0, end: 4, id: "short" },
    { start: 0, end: 9, id: "long" },
    { start: 2, end: 6, id: "d" },
  ]
  expect(segments(given)).toEqual([
    { start: 0, end: 2, ids: ["long", "short"] },
    { start: 2, end: 4, ids: ["long", "short", "c", "d"] },
    { start: 4, end: 6, ids: ["long", "c", "d"] },
    { start: 6, end: 9, ids: ["long"] },
  ])
})

test("empty spans cover nothing, and what they were given is left as it was", () => {
  const given = [
    { start: 5, end: 6, id: 2 },
    { start: 1, end: 1, id: 1 },
  ]
  expect(segments(given)).toEqual([{ start: 5, end: 6, ids: [2] }])
  expect(given[0]?.id).toBe(2)
})
