/** Deciding on rounds, the queue of what waits, and approvals that fall. */
import { describe, expect } from "vitest"
import { editArticle } from "./articles"
import { editClaim, readClaim } from "./claims"
import { addEvidence, editEvidence, removeEvidence } from "./evidence"
import type { EventSubjects } from "../domain/event"
import type { QueueFilter } from "../domain/review-item"
import { approveKept, decideReview, reviewQueue, waitingByArticle, waitingRounds } from "./reviews"
import { recallRound, sendToReview } from "./rounds"
import { editSource } from "./sources"
import { newSource, refused, test, withRound, WORDS, type Desk, type SentClaim } from "./testing/desk"
import { draftVerdict } from "./verdicts"

const approve = "approve" as const
const changes = { decision: "request_changes", note: "The year is wrong." } as const
const withdraw = { decision: "withdraw", note: "On second thoughts" } as const

describe("a review", () => {
  test("approves a round", async ({ desk }) => {
    const { id: claimId, round } = await desk.sentClaim()
    const approved = await decideReview(desk.editor, { roundId: round.id, decision: approve })
    expect(approved).toMatchObject({
      state: "approved",
      round: { id: round.id },
      reviews: [{ decision: approve, reviewer: { id: desk.editor.id }, roundNumber: 1, note: null }],
    })
    expect(await desk.lastEvents(1)).toMatchObject([
      {
        act: "review.approved",
        actorId: desk.editor.id,
        subjects: { claim: claimId, round: round.id },
        payload: { number: 1, round: 1, state: "approved" },
      },
    ])
  })

  test("requests changes, and the verdict is drafted and sent anew", async ({ desk }) => {
    const { id: claimId, round } = await desk.sentClaim()
    const decided = await decideReview(desk.secondChecker, { roundId: round.id, ...changes })
    expect(decided).toMatchObject({ state: "changes_requested", reviews: [{ note: changes.note }] })
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "review.changes_requested", payload: { round: 1, state: "changes_requested" } },
    ])
    const edited = await draftVerdict(desk.checker, { claimId, verdict: { rating: "false", conclusion: "In 2024." } })
    expect(edited.state).toBe("changes_requested")
    const again = withRound(await sendToReview(desk.checker, { claimId, waivers: [] }))
    expect(again).toMatchObject({ state: "in_review", round: { number: 2 } })
    expect(await decideReview(desk.secondChecker, { roundId: again.round.id, decision: approve })).toMatchObject({
      state: "approved",
      reviews: [{ roundNumber: 1 }, { roundNumber: 2 }],
    })
  })

  test("keeps its reason out of the log", async ({ desk }) => {
    const { round } = await desk.sentClaim()
    await decideReview(desk.editor, { roundId: round.id, ...changes })
    expect(JSON.stringify(await desk.lastEvents(1))).not.toContain("year")
  })

  test("can be taken back until sign-off, with a reason", async ({ desk }) => {
    const { round } = await desk.approvedClaim()
    const again = await decideReview(desk.editor, { roundId: round.id, ...withdraw })
    expect(again).toMatchObject({ state: "in_review", round: { id: round.id } })
    expect(again.reviews.map((review) => review.decision)).toEqual(["approve", "withdraw"])
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "review.withdrawn", payload: { state: "in_review" } }])
    expect(await decideReview(desk.editor, { roundId: round.id, decision: approve })).toMatchObject({
      state: "approved",
    })
  })

  test("can still ask for changes of what somebody approved", async ({ desk }) => {
    const { round } = await desk.approvedClaim()
    expect(await decideReview(desk.owner, { roundId: round.id, ...changes })).toMatchObject({
      state: "changes_requested",
    })
  })

  test("is given once, and only on the claim's current round", async ({ desk }) => {
    const { id: claimId, round } = await desk.approvedClaim()
    const decide = (roundId: string) => () => decideReview(desk.editor, { roundId, decision: approve })
    await refused(decide(round.id), "conflict", "review.alreadyApproved")
    await editClaim(desk.checker, { claimId, fields: { statement: "Taxes fell." } })
    await refused(decide(round.id), "conflict", "review.roundOver")
    await sendToReview(desk.checker, { claimId, waivers: [] })
    await refused(decide(round.id), "conflict", "review.roundOver")
    await refused(decide(claimId), "not-found", "round.notFound")
  })

  test("takes nothing back that was not given", async ({ desk }) => {
    const { round } = await desk.sentClaim()
    await refused(
      () => decideReview(desk.editor, { roundId: round.id, ...withdraw }),
      "conflict",
      "review.nothingToWithdraw",
    )
  })

  test("of a round that was recalled, or asked to change, is over", async ({ desk }) => {
    const recalled = await desk.sentClaim()
    await recallRound(desk.checker, { roundId: recalled.round.id })
    const decide = (roundId: string) => () => decideReview(desk.editor, { roundId, decision: approve })
    await refused(decide(recalled.round.id), "conflict", "review.roundOver")
    const changed = await desk.sentClaim()
    await decideReview(desk.secondEditor, { roundId: changed.round.id, ...changes })
    await refused(decide(changed.round.id), "conflict", "review.notInReview")
  })
})

describe("an approval that a browser kept", () => {
  const kept = (reviewerId: string, { round, version }: SentClaim) => ({
    reviewerId,
    roundId: round.id,
    version,
    note: "Well sourced.",
  })

  test("is given as if it had just been pressed", async ({ desk }) => {
    const claim = await desk.sentClaim()
    expect(await approveKept(desk.editor, kept(desk.editor.id, claim))).toMatchObject({
      state: "approved",
      reviews: [{ decision: approve, note: "Well sourced.", reviewer: { id: desk.editor.id } }],
    })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "review.approved", actorId: desk.editor.id }])
  })

  test("is not given by whoever has signed in there since", async ({ desk }) => {
    const claim = await desk.sentClaim()
    await refused(
      () => approveKept(desk.secondEditor, kept(desk.editor.id, claim)),
      "signed-out",
      "review.pressedByAnother",
    )
  })

  test("sent twice is refused with the claim as it is, which shows the first", async ({ desk }) => {
    const claim = await desk.sentClaim()
    await approveKept(desk.editor, kept(desk.editor.id, claim))
    const again = await refused(
      () => approveKept(desk.editor, kept(desk.editor.id, claim)),
      "conflict",
      "claim.changed",
    )
    expect(again.details.current).toMatchObject({ reviews: [{ decision: approve, reviewer: { id: desk.editor.id } }] })
  })

  test("comes too late when a second person was first", async ({ desk }) => {
    const claim = await desk.sentClaim()
    await decideReview(desk.secondEditor, { roundId: claim.round.id, ...changes })
    const late = await refused(
      () => approveKept(desk.editor, kept(desk.editor.id, claim)),
      "conflict",
      "claim.changedBy",
    )
    expect(late.details.current).toMatchObject({ state: "changes_requested" })
  })
})

describe("with two approvals asked for", () => {
  test("the second makes it approved, and one is not enough again when the other is taken back", async ({ desk }) => {
    await desk.set({ approvals: 2 })
    const { round } = await desk.sentClaim()
    const { id: roundId } = round
    expect(await decideReview(desk.editor, { roundId, decision: approve })).toMatchObject({ state: "in_review" })
    await refused(() => decideReview(desk.editor, { roundId, decision: approve }), "conflict", "review.alreadyApproved")
    expect(await decideReview(desk.secondEditor, { roundId, decision: approve })).toMatchObject({ state: "approved" })
    expect(await decideReview(desk.editor, { roundId, ...withdraw })).toMatchObject({ state: "in_review" })
    expect(await decideReview(desk.owner, { roundId, decision: approve })).toMatchObject({ state: "approved" })
  })

  test("one request for changes outweighs an approval", async ({ desk }) => {
    await desk.set({ approvals: 2 })
    const { round } = await desk.sentClaim()
    await decideReview(desk.editor, { roundId: round.id, decision: approve })
    expect(await decideReview(desk.owner, { roundId: round.id, ...changes })).toMatchObject({
      state: "changes_requested",
    })
  })
})

/** Everything that changes what the round froze, and the name that the log gives it. */
const EDITS: [changed: string, edit: (desk: Desk, claimId: string, evidenceId: string) => Promise<unknown>][] = [
  ["statement", (desk, claimId) => editClaim(desk.checker, { claimId, fields: { statement: "Taxes fell." } })],
  ["claimant", (desk, claimId) => editClaim(desk.checker, { claimId, fields: { claimant: "The mayor" } })],
  ["claimedOn", (desk, claimId) => editClaim(desk.checker, { claimId, fields: { claimedOn: "2024-11-15" } })],
  [
    "appearance",
    (desk, claimId) => editClaim(desk.checker, { claimId, fields: { appearance: "https://example.org/" } }),
  ],
  ["timecode", (desk, claimId) => editClaim(desk.checker, { claimId, fields: { timecode: "1:20" } })],
  ["priority", (desk, claimId) => editClaim(desk.checker, { claimId, fields: { priority: 3 } })],
  ["job", (desk, claimId) => editClaim(desk.checker, { claimId, fields: { job: "ours" } })],
  ["rating", (desk, claimId) => draft(desk, claimId, { rating: "mixed" })],
  ["conclusion", (desk, claimId) => draft(desk, claimId, { conclusion: "Five." })],
  ["explanation", (desk, claimId) => draft(desk, claimId, { explanation: "At length." })],
  ["asOf", (desk, claimId) => draft(desk, claimId, { asOf: "2024-11-20" })],
  ["recheckOn", (desk, claimId) => draft(desk, claimId, { recheckOn: "2025-11-20" })],
  [
    "evidence",
    (desk, claimId) => addEvidence(desk.checker, { claimId, source: newSource(), evidence: { stance: "context" } }),
  ],
  ["evidence", (desk, _, evidenceId) => editEvidence(desk.checker, { evidenceId, evidence: { locator: "page 9" } })],
  ["evidence", (desk, _, evidenceId) => editEvidence(desk.checker, { evidenceId, evidence: { note: "Called again" } })],
  ["evidence", (desk, _, evidenceId) => removeEvidence(desk.checker, { evidenceId })],
]

const pick = ({ article, source }: EventSubjects = {}) => ({ article, ...(source && { source }) })

function draft(desk: Desk, claimId: string, words: Record<string, string>) {
  const verdict = { rating: "false", conclusion: "The statistics office counts four.", ...words }
  return draftVerdict(desk.checker, { claimId, verdict })
}

describe("an approval falls", () => {
  test.for(EDITS)("by an edit of %s, which the log names", async ([changed, edit], { desk }) => {
    const { id: claimId, round, evidence, version } = await desk.approvedClaim()
    await edit(desk, claimId, evidence[0]?.id ?? "")
    expect(await readClaim(desk.viewer, claimId)).toMatchObject({ state: "open", round: null, version: version + 1 })
    expect(await desk.claimRow(claimId)).toMatchObject({ state: "open", roundId: null })
    const events = (await desk.lastEvents(3)).filter((event) => event.subjects.claim === claimId).slice(-2)
    expect(events[1]).toEqual({
      act: "approval.withdrawn",
      actorId: desk.checker.id,
      // Of evidence its source too: whoever may not see that is not told.
      subjects: { ...pick(events[0]?.subjects), claim: claimId, round: round.id },
      payload: { number: 1, changed: [changed] },
    })
  })

  test("not by what no round freezes: working note, type, why it was selected", async ({ desk }) => {
    const { id: claimId, round } = await desk.approvedClaim()
    await editClaim(desk.checker, { claimId, fields: { type: "quantity", whySelected: "Shared widely" } })
    const kept = await draft(desk, claimId, { workingNote: "Ask again in May" })
    expect(kept).toMatchObject({
      state: "approved",
      round: { id: round.id },
      verdict: { workingNote: "Ask again in May", conclusion: "The statistics office counts four." },
    })
    expect((await desk.lastEvents(1))[0]?.act).toBe("verdict.drafted")
  })

  test("not by an edit of a source that it cites", async ({ desk }) => {
    const { id: claimId, evidence } = await desk.approvedClaim()
    await editSource(desk.checker, { sourceId: evidence[0]?.source.id ?? "", source: { title: "Another title" } })
    expect((await readClaim(desk.viewer, claimId)).state).toBe("approved")
  })
})

describe("the queue", () => {
  const waits = async (
    desk: Desk,
    name: keyof Pick<Desk, "owner" | "editor" | "checker" | "secondChecker" | "viewer" | "author">,
  ) => {
    const items = await reviewQueue(desk[name])
    expect((await waitingRounds(desk[name])).sort()).toEqual(items.map((item) => item.claim.round?.id).sort())
    return items.map((item) => item.claim.id)
  }

  test("holds what waits for a person, oldest first: not their own, not what they decided on", async ({ desk }) => {
    const first = await desk.sentClaim()
    const must = await desk.sentClaim({ fields: { priority: 1 } })
    const theirs = await desk.sentClaim({ by: desk.editor })
    await desk.claim()
    await desk.approvedClaim()
    expect(await waits(desk, "owner")).toEqual([first.id, must.id, theirs.id])
    expect(await waits(desk, "editor")).toEqual([first.id, must.id])
    expect(await waits(desk, "secondChecker")).toEqual([first.id, theirs.id])
    expect(await waits(desk, "checker")).toEqual([theirs.id])
    expect(await waits(desk, "viewer")).toEqual([])
    expect(await waits(desk, "author")).toEqual([])
    await desk.set({ approvals: 2 })
    await decideReview(desk.owner, { roundId: first.round.id, decision: approve })
    expect(await waits(desk, "owner")).toEqual([must.id, theirs.id])
  })

  test("holds nothing of an article that its reader wrote, and nothing for checkers where editors review", async ({
    desk,
  }) => {
    const sent = await desk.sentClaim()
    await editArticle(desk.checker, {
      articleId: sent.articleId,
      fields: { authors: [{ membershipId: desk.editor.id }] },
    })
    expect(await waits(desk, "editor")).toEqual([])
    await desk.set({ checkersReview: false })
    expect(await waits(desk, "secondChecker")).toEqual([])
    expect(await waits(desk, "owner")).toEqual([sent.id])
  })

  test("can be narrowed to an article and to a priority, and tells how much waits in each", async ({ desk }) => {
    const [first, second] = [await desk.article(), await desk.article()]
    const must = await desk.sentClaim({ article: first, fields: { priority: 1 } })
    const should = await desk.sentClaim({ article: first, fields: { priority: 2 } })
    const more = await desk.sentClaim({ article: first, fields: { priority: 2 } })
    const other = await desk.sentClaim({ article: second, fields: { priority: 2 } })
    const queue = async (filter: QueueFilter) => (await reviewQueue(desk.editor, filter)).map((item) => item.claim.id)
    expect(await queue({ articleId: first.id })).toEqual([must.id, should.id, more.id])
    expect(await queue({ priority: 2 })).toEqual([should.id, more.id, other.id])
    expect(await queue({ articleId: second.id, priority: 1 })).toEqual([])
    const [most, ...rest] = await waitingByArticle(desk.editor)
    expect(most).toEqual({ article: { id: first.id, title: first.title }, priority: 2, count: 2 })
    expect(rest).toHaveLength(2)
    expect(await waitingByArticle(desk.secondChecker)).not.toContainEqual(expect.objectContaining({ priority: 1 }))
    expect(await waitingByArticle(desk.author)).toEqual([])
  })

  test("shows a claim in its paragraph, and on a second round what changed", async ({ desk }) => {
    const { id: claimId, round } = await desk.sentClaim({ source: { title: "Tax statistics" } })
    const [first] = await reviewQueue(desk.editor)
    expect(first?.changedSince).toBeNull()
    expect(first?.context.paragraph).toContain(WORDS.quote)
    const [span] = first?.context.spans ?? []
    expect(first?.context.paragraph.slice(span?.start, span?.end)).toBe(WORDS.quote)
    await recallRound(desk.checker, { roundId: round.id })
    await draft(desk, claimId, { rating: "mixed", conclusion: "Five." })
    await addEvidence(desk.checker, {
      claimId,
      source: newSource({ title: "A study" }),
      evidence: { stance: "context" },
    })
    await sendToReview(desk.checker, { claimId, waivers: [] })
    const [second] = await reviewQueue(desk.editor)
    expect(second?.changedSince).toMatchObject({
      since: 1,
      rating: { from: { code: "false" }, to: { code: "mixed" } },
      words: [{ field: "conclusion", from: "The statistics office counts four.", to: "Five." }],
      sourcesAdded: ["A study"],
      sourcesRemoved: [],
      sourcesRecited: [],
      asked: [],
      calculated: [],
    })
  })
})
