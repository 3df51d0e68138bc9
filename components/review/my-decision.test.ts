import { expect, test } from "vitest"
import type { ClaimView } from "@/lib/domain/claim"
import { myDecision } from "./my-decision"

const review = (roundId: string, reviewer: string, decision: "approve" | "withdraw") => ({
  roundId,
  decision,
  reviewer: { id: reviewer, name: reviewer },
})
const claim = (...reviews: ReturnType<typeof review>[]) =>
  ({ round: { id: "now" }, reviews }) as unknown as Pick<ClaimView, "round" | "reviews">

test("the latest review of the current round counts, and only mine", () => {
  expect(myDecision(claim(), { id: "me" })).toBeNull()
  expect(myDecision(claim(review("before", "me", "approve")), { id: "me" })).toBeNull()
  expect(myDecision(claim(review("now", "other", "approve")), { id: "me" })).toBeNull()
  expect(myDecision(claim(review("now", "me", "approve"), review("now", "me", "withdraw")), { id: "me" })).toBe(
    "withdraw",
  )
})
