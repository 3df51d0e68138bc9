/** Fewer approvals than were asked for before: what has enough of them waits for nobody. */
import { expect } from "vitest"
import { FigureFilters } from "../domain/figures"
import { archiveArticle, restoreArticle } from "./archive"
import { readClaim } from "./claims"
import { approvalTimes } from "./figures"
import { decideReview } from "./reviews"
import { settleRounds } from "./settling"
import { test, type Desk } from "./testing/desk"

/** In review at a desk that asks for two, with one approval. */
async function halfApproved(desk: Desk) {
  await desk.set({ approvals: 2 })
  const claim = await desk.sentClaim()
  await decideReview(desk.editor, { roundId: claim.round.id, decision: "approve" })
  return claim
}

const stateOf = async (desk: Desk, { id }: { id: string }) => (await readClaim(desk.viewer, id)).state

test("a round with as many approvals as are asked for now is approved, once, and the log says that nobody did it", async ({
  desk,
}) => {
  const claim = await halfApproved(desk)
  await settleRounds()
  expect(await stateOf(desk, claim)).toBe("in_review")
  await desk.set({ approvals: 1 })
  for (let turn = 0; turn < 2; turn += 1) await settleRounds()
  expect(await readClaim(desk.viewer, claim.id)).toMatchObject({ state: "approved", version: claim.version + 2 })
  expect(await desk.lastEvents(2)).toMatchObject([
    { act: "review.approved", payload: { state: "in_review" } },
    { act: "review.settled", actorId: null, subjects: { claim: claim.id }, payload: { state: "approved", round: 1 } },
  ])
  const clock = { now: new Date(), zone: "UTC" }
  expect((await approvalTimes(desk.viewer, FigureFilters.parse({}), clock)).count).toBe(1)
})

test("what lacks an approval, or has lost it, goes on waiting, also where none is asked for", async ({ desk }) => {
  const approved = await halfApproved(desk)
  const lost = await halfApproved(desk)
  await decideReview(desk.editor, { roundId: lost.round.id, decision: "withdraw", note: "Not so sure." })
  const none = await desk.sentClaim()
  const objected = await halfApproved(desk)
  await decideReview(desk.secondEditor, { roundId: objected.round.id, decision: "request_changes", note: "Why?" })
  await desk.set({ approvals: 0 })
  await settleRounds()
  expect(await Promise.all([approved, lost, none, objected].map((claim) => stateOf(desk, claim)))).toEqual([
    ...["approved", "in_review", "in_review", "changes_requested"],
  ])
})

test("more approvals than before take none away", async ({ desk }) => {
  const claim = await desk.approvedClaim()
  await desk.set({ approvals: 3 })
  await settleRounds()
  expect(await stateOf(desk, claim)).toBe("approved")
})

test("what is put away is settled once it is back", async ({ desk }) => {
  const { articleId, ...claim } = await halfApproved(desk)
  await archiveArticle(desk.editor, { articleId })
  await desk.set({ approvals: 1 })
  await settleRounds()
  await restoreArticle(desk.editor, { articleId })
  expect(await stateOf(desk, claim)).toBe("in_review")
  await settleRounds()
  expect(await stateOf(desk, claim)).toBe("approved")
})
