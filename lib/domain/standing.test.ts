import { expect, test } from "vitest"
import { ClaimState } from "./claim"
import { afterSending, hasPassed, isSent, isStanding, passedStates } from "./standing"

const states = (holds: (claim: { state: ClaimState }) => boolean) =>
  ClaimState.options.filter((state) => holds({ state }))

test("what was checked has passed only while its desk asks for no approval, and is approved at none", () => {
  expect([0, 1, 2, 3].map((approvals) => states((claim) => hasPassed(claim, { approvals })))).toEqual([
    ["checked", "approved"],
    ["approved"],
    ["approved"],
    ["approved"],
  ])
  expect(passedStates({ approvals: 0 })).toEqual(["approved", "checked"])
})

test("what was sent shows its round; what stands is reopened by an edit", () => {
  expect(states(isSent)).toEqual(["in_review", "checked", "approved"])
  expect(states(isStanding)).toEqual(["checked", "approved"])
})

test("a verdict that is sent waits for review where anybody is asked for one", () => {
  expect([0, 1, 2, 3].map((approvals) => afterSending({ approvals }))).toEqual([
    "checked",
    "in_review",
    "in_review",
    "in_review",
  ])
})
