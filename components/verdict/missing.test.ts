import { expect, test } from "vitest"
import { shippedScales } from "@/lib/domain/scale"
import { missingFor } from "./missing"

const [rating] = shippedScales.flatMap((scale) => scale.ratings)
if (!rating) throw new Error("there are no ratings")
const verdict = (conclusion: string | null) => ({
  rating,
  scale: "theirs/1",
  conclusion,
  explanation: null,
  workingNote: null,
  asOf: null,
  recheckOn: null,
})

test("without a verdict a rating is asked for first", () => {
  expect(missingFor({ job: "ours", verdict: null, evidence: [], contacts: [] })).toEqual(["rating", "evidence"])
})

test("a conclusion is asked for theirs only", () => {
  expect(missingFor({ job: "theirs", verdict: verdict(null), evidence: [], contacts: [] })).toEqual([
    "conclusion",
    "evidence",
  ])
  expect(missingFor({ job: "ours", verdict: verdict(null), evidence: [], contacts: [] })).toEqual(["evidence"])
})
