import { expect, test } from "vitest"
import type { ClaimView } from "@/lib/domain/claim"
import { fieldsFrom, typedFields } from "./field-values"

test("what is emptied is cleared, what was not touched is not sent", () => {
  expect(fieldsFrom({ statement: "  ", claimant: " A minister " })).toEqual({ statement: null, claimant: "A minister" })
})

test("choices come back as they are stored", () => {
  expect(fieldsFrom({ priority: "1", type: "", job: "ours" })).toEqual({ priority: 1, type: null, job: "ours" })
})

test("fields go there and back unchanged", () => {
  const fields = {
    job: "theirs",
    statement: "It rained.",
    type: "event",
    claimant: null,
    claimedOn: "2024-11-15",
    appearance: null,
    timecode: null,
    priority: 2,
    whySelected: null,
  } as const
  expect(fieldsFrom(typedFields(fields as unknown as ClaimView))).toEqual(fields)
})
