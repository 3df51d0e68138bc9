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
  expect(lookOf({ state: "approved", verdict })).toBe("mixed")
  expect(shapeOf({ state: "approved", verdict })).toBe("≈")
})

test("a drafted verdict does not colour the text yet", () => {
  expect(lookOf({ state: "open", verdict })).toBe("open")
  expect(lookOf({ state: "in_review", verdict })).toBe("review")
  expect(lookOf({ state: "changes_requested", verdict })).toBe("changes")
})

test("every state has a shape of its own", () => {
  const shapes = (["open", "in_review", "changes_requested", "approved"] as const).map((state) =>
    shapeOf({ state, verdict: null }),
  )
  expect(new Set(shapes).size).toBe(4)
})
