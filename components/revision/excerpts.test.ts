import fc from "fast-check"
import { expect, test } from "vitest"
import type { DifferencePiece } from "@/components/ui/difference"
import { excerpts } from "./excerpts"

const same = (text: string) => ({ kind: "same", text }) as const
const added = (text: string) => ({ kind: "added", text }) as const
const long = "Some words that are the same in both of the texts. ".repeat(8)

test("what differs comes with the words around it, and what is far away is left out", () => {
  const [one, other, ...rest] = excerpts([same(long), added("new"), same(long), added("more"), same(" end")])
  expect(rest).toEqual([])
  expect(one?.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^… .{60,80}$/),
    "new",
    expect.stringMatching(/^.{60,80} …$/),
  ])
  expect(other?.at(-1)).toEqual(same(" end"))
})

test("what stands close together is one place", () => {
  expect(excerpts([added("a"), same(" and "), added("b")])).toEqual([[added("a"), same(" and "), added("b")]])
})

test("nothing that differs is left out", () => {
  const piece = fc.record({
    kind: fc.constantFrom("same", "added", "removed"),
    text: fc.lorem(),
  }) as fc.Arbitrary<DifferencePiece>
  const differing = (pieces: DifferencePiece[]) => pieces.filter(({ kind }) => kind !== "same")
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(differing(excerpts(pieces).flat())).toEqual(differing(pieces))
    }),
  )
})
