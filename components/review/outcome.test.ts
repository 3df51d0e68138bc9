import { describe, expect, test } from "vitest"
import type { ClaimView } from "@/lib/domain/claim"
import type { Decision } from "@/lib/domain/round"
import { outcomeOf, type Reply } from "./outcome"
import type { Kept } from "./out-tray"
import { approval } from "./testing/windows"

const kept: Kept = {
  ...approval("now"),
  batch: "now",
  window: "one",
  until: 0,
  tries: 0,
  standing: { kind: "sending", since: 0 },
}

const review = (name: string, decision: Decision, roundId = "now") => ({
  roundId,
  decision,
  reviewer: { id: name, name },
})
const claim = (state: ClaimView["state"], roundId: string | null, ...reviews: ReturnType<typeof review>[]) =>
  ({ state, version: 7, round: roundId && { id: roundId }, reviews }) as unknown as ClaimView
const conflict = (current?: ClaimView): Reply => ({
  ok: false,
  refusal: { code: "conflict", message: "Changed.", fields: {}, ...(current && { current }) },
})
const refusal = (code: "signed-out" | "failed" | "forbidden"): Reply => ({
  ok: false,
  refusal: { code, message: "No.", fields: {} },
})

test("an answer is the end of it", () => {
  const approved = claim("approved", "now", review("me", "approve"))
  expect(outcomeOf(kept, { ok: true, value: approved })).toEqual({ kind: "done", claim: approved })
})

describe("it waits", () => {
  test.each([
    ["without a connection", "unreachable", "unreachable"],
    ["while its person is signed out", refusal("signed-out"), "signedOut"],
    ["when the desk has failed", refusal("failed"), "failed"],
  ] as const)("%s", (_, reply, because) => {
    expect(outcomeOf(kept, reply)).toEqual({ kind: "held", because })
  })
})

describe("a newer version of the claim", () => {
  test("with one's own approval means that it arrived before", () => {
    const current = claim("approved", "now", review("me", "approve"))
    expect(outcomeOf(kept, conflict(current))).toMatchObject({ kind: "done" })
    const edited = claim("open", null, review("me", "approve"))
    expect(outcomeOf(kept, conflict(edited))).toMatchObject({ kind: "done" })
  })

  test("on the same round that waits as it did is approved all the same", () => {
    const current = claim("in_review", "now", review("ben", "approve"), review("me", "request_changes", "before"))
    expect(outcomeOf(kept, conflict(current))).toEqual({ kind: "again", version: 7 })
  })

  test.each([
    ["first", "ben", claim("approved", "now", review("ben", "approve"))],
    ["changesAsked", "ben", claim("changes_requested", "now", review("ben", "request_changes"))],
    ["over", null, claim("open", null)],
    ["over", null, claim("in_review", "later", review("ben", "request_changes"))],
    ["withdrawn", null, claim("in_review", "now", review("me", "approve"), review("me", "withdraw"))],
  ] as const)("refuses it: %s, by %s", (because, by, current) => {
    expect(outcomeOf(kept, conflict(current))).toMatchObject({ kind: "refused", because, by, claim: current })
  })
})

test("any other refusal is told in its own words", () => {
  const told = { kind: "refused", because: "other", by: null }
  expect(outcomeOf(kept, refusal("forbidden"))).toMatchObject({ ...told, message: "No." })
  expect(outcomeOf(kept, conflict())).toMatchObject({ ...told, message: "Changed." })
})
