import { expect, test } from "vitest"
import type { ClaimView } from "@/lib/domain/claim"
import { isSendable } from "./sendable"

const claim = (fields: object) =>
  ({
    state: "open",
    job: "ours",
    verdict: { conclusion: null },
    evidence: [{}],
    contacts: [],
    ...fields,
  }) as unknown as ClaimView

test("what is drafted and lacks nothing can go, what waits for a decision or lacks something can't", () => {
  expect(isSendable(claim({}))).toBe(true)
  expect(isSendable(claim({ state: "changes_requested" }))).toBe(true)
  expect(isSendable(claim({ state: "in_review" }))).toBe(false)
  expect(isSendable(claim({ state: "approved" }))).toBe(false)
  expect(isSendable(claim({ verdict: null }))).toBe(false)
  expect(isSendable(claim({ evidence: [], contacts: [] }))).toBe(false)
  expect(isSendable(claim({ job: "theirs" }))).toBe(false)
})
