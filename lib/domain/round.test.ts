/** When a claim may be sent, recalled and reviewed, and where it stands then. */
import { describe, expect, test } from "vitest"
import { Refusal } from "./refusal"
import { DEFAULT_CHECKLIST, type Checkable } from "./checklist"
import { afterRecall, afterReview, DecideReview, readyToSend as ready, type Decision, type WaiverInput } from "./round"
import type { ClaimState } from "./claim"
import { afterSending } from "./standing"

const refusal = (code: string, key: string) => expect.objectContaining({ code, key }) as Refusal

const complete: Checkable & { state: ClaimState } = {
  state: "open",
  job: "theirs",
  type: null,
  priority: 2,
  verdict: { conclusion: "The office counts four." },
  evidence: [{ source: { id: "a", primary: false, independenceGroup: null }, kept: true }],
  contacts: [],
  calculations: [],
}

const readyToSend = (claim: typeof complete, waivers: WaiverInput[]) => ready(claim, waivers, DEFAULT_CHECKLIST)

describe("sending", () => {
  test.each(["open", "changes_requested"] as const)("goes from %s", (state) => {
    expect(readyToSend({ ...complete, state }, [])).toEqual([])
  })

  test("is refused in review, once approved, and without a rating", () => {
    expect(() => readyToSend({ ...complete, state: "in_review" }, [])).toThrowError(
      refusal("conflict", "round.alreadyInReview"),
    )
    expect(() => readyToSend({ ...complete, state: "approved" }, [])).toThrowError(
      refusal("conflict", "round.alreadyApproved"),
    )
    expect(() => readyToSend({ ...complete, verdict: null }, [])).toThrowError(refusal("invalid", "round.noVerdict"))
  })

  test("names every unmet item that is not waived", () => {
    const bare = { ...complete, verdict: { conclusion: null }, evidence: [], contacts: [] }
    const fields = (waivers: Parameters<typeof readyToSend>[1]) => {
      try {
        readyToSend(bare, waivers)
      } catch (error) {
        return error instanceof Refusal ? error.details.fields?.map((field) => field.path) : error
      }
      return "sent"
    }
    expect(fields([])).toEqual(["waivers.conclusion", "waivers.evidence"])
    expect(fields([{ item: "evidence", reason: "Common knowledge" }])).toEqual(["waivers.conclusion"])
  })

  test("takes a reason of the list, but for a must words of one's own", () => {
    const bare = { ...complete, evidence: [] }
    const listed: WaiverInput = { item: "evidence", reason: "does_not_exist" }
    expect(readyToSend(bare, [listed])).toEqual([listed])
    expect(() => readyToSend({ ...bare, priority: 1 }, [listed])).toThrowError(refusal("invalid", "round.checklist"))
    const own: WaiverInput = { item: "evidence", reason: "The archive burned down in 1945." }
    expect(readyToSend({ ...bare, priority: 1 }, [own])).toEqual([own])
  })

  test("keeps the waivers of unmet items alone", () => {
    const waivers = [
      { item: "conclusion", reason: "None needed" },
      { item: "evidence", reason: "Common knowledge" },
    ] as const
    expect(readyToSend({ ...complete, evidence: [], contacts: [] }, [...waivers])).toEqual([waivers[1]])
    expect(readyToSend(complete, [...waivers])).toEqual([])
  })
})

describe("a recall", () => {
  const round = { id: "round", senderId: "sender" }

  test("is its sender's, while the round is in review", () => {
    expect(() => afterRecall({ state: "in_review", roundId: "round" }, round, "sender")).not.toThrow()
    expect(() => afterRecall({ state: "in_review", roundId: "round" }, round, "other")).toThrowError(
      refusal("forbidden", "policy.round_recall"),
    )
  })

  test.each([
    ["approved", "round"],
    ["changes_requested", "round"],
    ["open", null],
    ["in_review", "a later round"],
  ] as const)("comes too late when the claim is %s with %s", (state, roundId) => {
    expect(() => afterRecall({ state, roundId }, round, "sender")).toThrowError(
      refusal("conflict", "round.notInReview"),
    )
  })
})

/** Where the claim stands after these reviews of its round, in order, each as `person decision`. */
function standsAfter(approvals: number, ...reviews: string[]): ClaimState {
  const past: { reviewerId: string; decision: Decision }[] = []
  let state: ClaimState = afterSending({ approvals })
  for (const review of reviews) {
    const [reviewerId = "", decision] = review.split(" ") as [string, Decision]
    state = afterReview({ state, roundId: "round" }, { id: "round", past }, { reviewerId, decision }, approvals)
    past.push({ reviewerId, decision })
  }
  return state
}

describe("reviews", () => {
  test.each([
    [1, ["ann approve"], "approved"],
    [2, ["ann approve"], "in_review"],
    [2, ["ann approve", "bea approve"], "approved"],
    [3, ["ann approve", "bea approve"], "in_review"],
    [3, ["ann approve", "bea approve", "cem approve"], "approved"],
    [1, ["ann request_changes"], "changes_requested"],
    [2, ["ann approve", "bea request_changes"], "changes_requested"],
    [1, ["ann approve", "bea request_changes"], "changes_requested"],
    // A person's latest counts: an approval taken back by its own giver.
    [1, ["ann approve", "ann request_changes"], "changes_requested"],
    [1, ["ann approve", "ann withdraw"], "in_review"],
    [1, ["ann approve", "ann withdraw", "ann approve"], "approved"],
    [1, ["ann approve", "bea approve", "ann withdraw"], "approved"],
    [2, ["ann approve", "bea approve", "ann withdraw"], "in_review"],
    [2, ["ann approve", "ann withdraw", "bea approve"], "in_review"],
    [2, ["ann approve", "ann withdraw", "bea approve", "cem approve"], "approved"],
    // Where none is asked for, one who reads it a second time approves it all the same.
    [0, ["ann approve"], "approved"],
    [0, ["ann approve", "ann withdraw"], "checked"],
    [0, ["ann request_changes"], "changes_requested"],
  ] as const)("with %i needed, %j leave it %s", (approvals, reviews, state) => {
    expect(standsAfter(approvals, ...reviews)).toBe(state)
  })

  test("one person approves once", () => {
    expect(() => standsAfter(2, "ann approve", "ann approve")).toThrowError(
      refusal("conflict", "review.alreadyApproved"),
    )
  })

  test.each([[["ann withdraw"]], [["ann approve", "bea withdraw"]], [["ann approve", "ann withdraw", "ann withdraw"]]])(
    "%j withdraws nothing that is there",
    (reviews) => {
      expect(() => standsAfter(2, ...reviews)).toThrowError(refusal("conflict", "review.nothingToWithdraw"))
    },
  )

  test("after changes were requested the round is over for all", () => {
    expect(() => standsAfter(1, "ann request_changes", "bea approve")).toThrowError(
      refusal("conflict", "review.notInReview"),
    )
  })

  test("decide on the claim's current round alone", () => {
    const decide = (state: ClaimState, roundId: string | null) =>
      afterReview({ state, roundId }, { id: "round", past: [] }, { reviewerId: "ann", decision: "approve" }, 1)
    expect(() => decide("in_review", "a later round")).toThrowError(refusal("conflict", "review.roundOver"))
    expect(() => decide("open", null)).toThrowError(refusal("conflict", "review.roundOver"))
  })

  test("say why, but for an approval", () => {
    const roundId = "01890a5d-ac96-774b-bcce-b302099a8057"
    const accepted = (decision: Decision, note?: string | null) =>
      DecideReview.safeParse({ roundId, decision, note }).success
    expect(accepted("approve")).toBe(true)
    expect(accepted("request_changes", "The year is wrong.")).toBe(true)
    for (const decision of ["request_changes", "withdraw"] as const) {
      for (const note of [undefined, null, "", "  "]) expect(accepted(decision, note)).toBe(false)
    }
  })
})
