import { expect, test } from "vitest"
import { DEFAULT_CHECKLIST, type Checkable } from "@/lib/domain/checklist"
import { missingFor, waivedBy, waiversFrom } from "./missing"

const bare: Checkable = {
  ...{ job: "ours", type: null, priority: 2, verdict: null },
  ...{ evidence: [], contacts: [], calculations: [] },
}

test("without a verdict a rating is asked for first", () => {
  expect(missingFor(bare, DEFAULT_CHECKLIST)).toEqual(["rating", "evidence"])
})

test("a conclusion is asked for theirs only", () => {
  const verdict = { conclusion: null }
  expect(missingFor({ ...bare, job: "theirs", verdict }, DEFAULT_CHECKLIST)).toEqual(["conclusion", "evidence"])
  expect(missingFor({ ...bare, verdict }, DEFAULT_CHECKLIST)).toEqual(["evidence"])
})

test("a reason of the list waives, but of a must only words do", () => {
  expect(waivedBy({ listed: "no_time", words: "" }, "no")).toBe("no_time")
  expect(waivedBy({ listed: "no_time", words: " " }, "yes")).toBeNull()
  expect(waivedBy({ listed: "other", words: " It burned. " }, "no")).toBe("It burned.")
  expect(waivedBy({ listed: "other", words: "" }, "no")).toBeNull()
  expect(waivedBy({ listed: "", words: "left from before" }, "no")).toBeNull()
})

test("what is not missing any more, and a rating, is not waived", () => {
  const waiving = { evidence: { listed: "no_time", words: "" }, conclusion: { listed: "no_time", words: "" } }
  expect(waiversFrom(waiving, ["rating", "evidence"], "no")).toEqual([{ item: "evidence", reason: "no_time" }])
})
