import { expect, test } from "vitest"
import { shippedScales } from "@/lib/domain/scale"
import { lookOf, shapeOf } from "./looks"

const rating = shippedScales.flatMap((scale) => scale.ratings).find((one) => one.code === "missing_context")
if (!rating) throw new Error("the shipped scales lost a rating")
const verdict = {
  rating,
  scale: "theirs/1",
  conclusion: null,
  explanation: null,
  workingNote: null,
  asOf: null,
  recheckOn: null,
}

test("an approved claim looks like its rating", () => {
  expect(lookOf({ state: "approved", verdict, waiting: null })).toBe("mixed")
  expect(shapeOf({ state: "approved", verdict, waiting: null })).toBe("≈")
})

test("a drafted verdict does not colour the text yet", () => {
  expect(lookOf({ state: "open", verdict, waiting: null })).toBe("open")
  expect(lookOf({ state: "in_review", verdict, waiting: null })).toBe("review")
  expect(lookOf({ state: "changes_requested", verdict, waiting: null })).toBe("changes")
})

test("every state has a shape of its own", () => {
  const shapes = (["open", "in_review", "changes_requested", "approved"] as const).map((state) =>
    shapeOf({ state, verdict: null, waiting: null }),
  )
  expect(new Set(shapes).size).toBe(4)
})

test("what waits for an answer looks neither open nor decided, until it is sent", () => {
  const waiting = { on: "author", whom: null, since: "2026-11-20T09:00:00.000Z", chaseAt: null } as const
  expect(lookOf({ state: "open", verdict, waiting })).toBe("waiting")
  expect(shapeOf({ state: "changes_requested", verdict, waiting })).toBe("⋯")
  expect(lookOf({ state: "in_review", verdict, waiting })).toBe("review")
})
