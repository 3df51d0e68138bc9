import fc from "fast-check"
import { expect, test } from "vitest"
import { pieces } from "./pieces"

const over = (name: string, from: number, to: number) => ({ from, to, over: name })

test("a stretch with nothing over it stays whole", () => {
  expect(pieces([over("elsewhere", 20, 30)], 0, 10)).toEqual([{ from: 0, to: 10, over: [] }])
})

test("crossing, nested and identical ones lie over each other, what ends first innermost", () => {
  expect(pieces([over("a", 2, 6), over("b", 4, 9), over("c", 4, 6)], 0, 8)).toEqual([
    { from: 0, to: 2, over: [] },
    { from: 2, to: 4, over: ["a"] },
    { from: 4, to: 6, over: ["c", "a", "b"] },
    { from: 6, to: 8, over: ["b"] },
  ])
})

test("every place keeps what lies over it, and nothing is lost or doubled", () => {
  const drawn = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 20 })
  fc.assert(
    fc.property(drawn, fc.nat(30), fc.integer({ min: 1, max: 40 }), (spans, from, length) => {
      const coverings = spans.map(([start, size], n) => over(`${n}`, start, start + size))
      const cut = pieces(coverings, from, from + length)
      expect(cut.map((piece) => piece.to)).toEqual([...cut.slice(1).map((piece) => piece.from), from + length])
      for (const piece of cut)
        for (let at = piece.from; at < piece.to; at += 1) {
          const here = coverings.filter((one) => one.from <= at && at < one.to).map((one) => one.over)
          expect(piece.over.toSorted()).toEqual(here.toSorted())
        }
    }),
  )
})
