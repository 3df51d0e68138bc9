import { expect, test } from "vitest"
import fc from "fast-check"
import { lanesOf, stretchOf } from "./lanes"

const stretch = (id: string, start: number, end: number) => ({ id, start, end })

test("claims that do not touch share the first lane", () => {
  expect([...lanesOf([stretch("a", 0, 5), stretch("b", 5, 9)]).values()]).toEqual([0, 0])
})

test("a claim inside another lies under it", () => {
  const lanes = lanesOf([stretch("inner", 3, 5), stretch("outer", 0, 10)])
  expect(lanes.get("outer")).toBe(0)
  expect(lanes.get("inner")).toBe(1)
})

test("identical spans get a lane each, in the order given", () => {
  const lanes = lanesOf([stretch("first", 2, 8), stretch("second", 2, 8)])
  expect(lanes.get("first")).toBe(0)
  expect(lanes.get("second")).toBe(1)
})

test("a lane is used again as soon as it is free", () => {
  const lanes = lanesOf([stretch("a", 0, 4), stretch("b", 2, 9), stretch("c", 4, 6)])
  expect(lanes.get("c")).toBe(0)
})

test("a claim of several spans stretches over all of them", () => {
  expect(
    stretchOf("a", [
      { start: 7, end: 9 },
      { start: 1, end: 3 },
    ]),
  ).toEqual(stretch("a", 1, 9))
  expect(stretchOf("lost", [])).toBeNull()
})

test("no two claims on one lane overlap", () => {
  const spans = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 40 })), { maxLength: 60 })
  fc.assert(
    fc.property(spans, (drawn) => {
      const stretches = drawn.map(([start, length], index) => stretch(String(index), start, start + length))
      const lanes = lanesOf(stretches)
      for (const one of stretches)
        for (const other of stretches)
          if (one !== other && lanes.get(one.id) === lanes.get(other.id))
            expect(one.end <= other.start || other.end <= one.start).toBe(true)
    }),
  )
})
