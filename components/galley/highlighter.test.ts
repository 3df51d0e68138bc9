import { expect, test } from "vitest"
import { anchorOf, claimOf } from "@/lib/document/testing/annotated"
import type { ClaimEntry } from "./claims-store"
import { highlighter } from "./highlighter"

const TEXT = "The ferry was forty minutes late on Monday, and nobody said why."
const positions = { rangesOf: ({ start, end }: { start: number; end: number }) => [{ from: start + 1, to: end + 1 }] }
const entry = (number: number, start: number, end: number): ClaimEntry => {
  const claim = claimOf(number, [anchorOf(TEXT, { start, end })], {})
  return { key: claim.id, claim, standing: "kept" }
}

test("a claim lies where its words are, in a lane of its own where claims overlap", () => {
  const [long, short] = highlighter(positions)([entry(1, 0, 40), entry(2, 4, 9)], "claim-id-2")
  expect(long).toMatchObject({ id: "claim-id-1", lane: 0, selected: "no", ranges: [{ from: 1, to: 41 }] })
  expect(short).toMatchObject({ id: "claim-id-2", lane: 1, selected: "yes", ranges: [{ from: 5, to: 10 }] })
})

test("what looks as before is the same object", () => {
  const highlight = highlighter(positions)
  const claims = [entry(1, 0, 9), entry(2, 20, 30)]
  const before = highlight(claims, null)
  const after = highlight([...claims, entry(3, 22, 26)], "claim-id-1")
  expect(after[1]).toBe(before[1])
  expect(after[0]).toMatchObject({ selected: "yes" })
})

test("a claim under a new one moves to another lane", () => {
  const highlight = highlighter(positions)
  const claims = [entry(1, 10, 20)]
  expect(highlight(claims, null)[0]).toMatchObject({ lane: 0 })
  expect(highlight([...claims, entry(2, 5, 30)], null)[0]).toMatchObject({ lane: 1 })
})
