import fc from "fast-check"
import { expect, test } from "vitest"
import { marginRows, rowsBetween } from "./margin-rows"

const item = (id: string, top: number) => ({ id, top })

test("a mark stands level with its line", () => {
  expect(marginRows([item("a", 100), item("b", 200)], 2, 24)).toEqual([
    { top: 100, ids: ["a"] },
    { top: 200, ids: ["b"] },
  ])
})

test("claims that begin on one line share a row, then spill over", () => {
  expect(marginRows([item("a", 100), item("b", 102), item("c", 103)], 2, 24)).toEqual([
    { top: 100, ids: ["a", "b"] },
    { top: 124, ids: ["c"] },
  ])
})

test("a crowded line pushes the next one down, and only as far as needed", () => {
  const rows = marginRows([item("a", 100), item("b", 100), item("c", 100), item("d", 131), item("e", 300)], 1, 24)
  expect(rows.map((row) => row.top)).toEqual([100, 124, 148, 172, 300])
})

test("rows between two heights", () => {
  const rows = marginRows([item("a", 0), item("b", 100), item("c", 200)], 1, 24)
  expect(rowsBetween(rows, 50, 150).map((row) => row.ids)).toEqual([["b"]])
})

test("rows never lie on each other, hold every mark once, and never stand above their line", () => {
  const drawn = fc.array(fc.nat(2000), { maxLength: 80 })
  fc.assert(
    fc.property(drawn, fc.integer({ min: 1, max: 3 }), (tops, perRow) => {
      const items = tops.map((top, index) => item(String(index), top))
      const rows = marginRows(items, perRow, 24)
      rows.forEach((row, index) => {
        const next = rows[index + 1]
        if (next) expect(next.top - row.top).toBeGreaterThanOrEqual(24)
        for (const id of row.ids) expect(row.top).toBeGreaterThan((tops[Number(id)] ?? 0) - 6)
      })
      expect(rows.flatMap((row) => row.ids).sort()).toEqual(items.map((one) => one.id).sort())
    }),
  )
})
