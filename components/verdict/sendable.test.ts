import { expect, test } from "vitest"
import type { ClaimView } from "@/lib/domain/claim"
import { DEFAULT_CHECKLIST } from "@/lib/domain/checklist"
import { isSendable as sendable } from "./sendable"

const claim = (fields: object) =>
  ({
    state: "open",
    job: "ours",
    verdict: { conclusion: null },
    evidence: [{ source: { id: "a", primary: false, independenceGroup: null }, kept: true }],
    ...{ type: null, priority: 2, contacts: [], calculations: [] },
    ...fields,
  }) as unknown as ClaimView

const isSendable = (one: ClaimView) => sendable(one, DEFAULT_CHECKLIST)

test("what is drafted and lacks nothing can go, what waits for a decision or lacks something can't", () => {
  expect(isSendable(claim({}))).toBe(true)
  expect(isSendable(claim({ state: "changes_requested" }))).toBe(true)
  expect(isSendable(claim({ state: "in_review" }))).toBe(false)
  expect(isSendable(claim({ state: "approved" }))).toBe(false)
  expect(isSendable(claim({ verdict: null }))).toBe(false)
  expect(isSendable(claim({ evidence: [], contacts: [] }))).toBe(false)
  expect(isSendable(claim({ job: "theirs" }))).toBe(false)
})
