/** Drafting verdicts. */
import { describe, expect } from "vitest"
import { refused, test } from "./testing/desk"
import { draftVerdict } from "./verdicts"

describe("a verdict is drafted", () => {
  test("whole: what is not given is empty", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const verdict = {
      rating: "mostly_true",
      conclusion: "By eight.",
      explanation: "At length.",
      workingNote: "Ask again",
      asOf: "2024-11-15",
      recheckOn: "2025-11-15",
    }
    const drafted = await draftVerdict(desk.checker, { claimId, version: 1, verdict })
    const { rating: code, ...words } = verdict
    expect(drafted).toMatchObject({
      state: "open",
      version: 2,
      authorIds: [desk.checker.id],
      verdict: { ...words, rating: { code }, scale: "theirs/1" },
    })
    expect(await desk.lastEvents(1)).toEqual([
      {
        act: "verdict.drafted",
        actorId: desk.checker.id,
        subjects: { article: drafted.articleId, claim: claimId },
        payload: { number: 1, rating: code, changed: Object.keys(verdict) },
      },
    ])
    const again = await draftVerdict(desk.editor, { claimId, verdict: { rating: "mostly_true", conclusion: "" } })
    expect(again.verdict).toMatchObject({ conclusion: null, explanation: null, workingNote: null, asOf: null })
    expect((await desk.lastEvents(1))[0]?.payload.changed).toEqual([
      "conclusion",
      "explanation",
      "workingNote",
      "asOf",
      "recheckOn",
    ])
  })

  test("and again the same tells nothing and names no author", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "true", asOf: "2024-11-15" } })
    const before = await desk.eventCount()
    const same = await draftVerdict(desk.editor, { claimId, verdict: { rating: "true", asOf: "2024-11-15" } })
    expect(same).toMatchObject({ version: 2, authorIds: [desk.checker.id] })
    expect(await desk.eventCount()).toBe(before)
  })

  test("by a working note alone without becoming its author", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "true" } })
    const noted = await draftVerdict(desk.editor, { claimId, verdict: { rating: "true", workingNote: "Ask again" } })
    expect(noted).toMatchObject({ version: 3, authorIds: [desk.checker.id], verdict: { workingNote: "Ask again" } })
  })

  test("on the scale of the claim's job alone", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const draft = (rating: string) => () => draftVerdict(desk.checker, { claimId, verdict: { rating } })
    for (const rating of ["confirmed", "no_such_rating"]) {
      const refusal = await refused(draft(rating), "invalid", "verdict.unknownRating")
      expect(refusal.details.fields?.map((field) => field.path)).toEqual(["rating"])
    }
  })

  test("not in review, and not over another version", async ({ desk }) => {
    const { id: claimId } = await desk.sentClaim()
    const draft = (version?: number) => () =>
      draftVerdict(desk.checker, { claimId, verdict: { rating: "true" }, ...(version && { version }) })
    await refused(draft(), "conflict", "claim.inReview")
    await refused(draft(1), "conflict", "claim.changed")
  })
})
