import { expect, test } from "vitest"
import { joined } from "./geometry"

const box = (left: number, top: number, width: number, height = 20) => ({ left, top, width, height })

test("pieces that touch on one line are one box", () => {
  expect(joined([box(10, 0, 30), box(40, 1, 20)])).toEqual([{ left: 10, top: 0, width: 50, height: 21 }])
})

test("a wider nested piece takes the smaller in", () => {
  expect(joined([box(10, 0, 60), box(20, 2, 10, 16)])).toEqual([box(10, 0, 60)])
})

test("lines stay apart, and so do pieces with words between them", () => {
  expect(joined([box(10, 0, 30), box(0, 30, 40)])).toHaveLength(2)
  expect(joined([box(10, 0, 30), box(90, 0, 40)])).toHaveLength(2)
})
