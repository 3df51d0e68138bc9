/** How much lies with whom: what is counted, and for whom. */
import { expect } from "vitest"
import { FigureFilters } from "../domain/figures"
import { assignClaims, waitOn } from "./arrangements"
import { editArticle } from "./articles"
import { test } from "./testing/desk"
import { workload } from "./workload"

const every = FigureFilters.parse({ period: "all" })
const clock = { now: new Date("2024-11-15T12:00:00.000Z"), zone: "UTC" }

test("claims that are not done count with whoever checks them, by what they wait for and whether they are late", async ({
  desk,
}) => {
  const article = await desk.article({ section: "Local" })
  const give = async (assigneeId: string | null, dueAt: string | null = null) => {
    const { id: claimId } = await desk.claim({ article })
    await assignClaims(desk.editor, { claims: [{ claimId }], assigneeId, dueAt })
    return claimId
  }
  await give(desk.secondChecker.id)
  await give(desk.secondChecker.id, "2024-11-15T11:00:00.000Z")
  const waiting = await give(desk.secondChecker.id)
  await waitOn(desk.editor, { claimId: waiting, waiting: { on: "author", whom: null, chaseAt: null } })
  const sent = await desk.sentClaim({ article })
  await assignClaims(desk.editor, { claims: [{ claimId: sent.id }], assigneeId: desk.secondChecker.id })
  await desk.approvedClaim({ article })
  await give(null, "2024-11-16T11:00:00.000Z")
  // With its article a claim is late too, but not one that is done.
  const due = await desk.article({ section: "Local" })
  await editArticle(desk.editor, { articleId: due.id, fields: { dueAt: "2024-11-15T12:00:00.000Z" } })
  await desk.approvedClaim({ article: due })
  const { id: late } = await desk.claim({ article: due })
  await assignClaims(desk.editor, { claims: [{ claimId: late }], dueAt: "2024-11-17T11:00:00.000Z" })
  const { people, more } = await workload(desk.viewer, every, clock)
  expect(people).toEqual([
    {
      person: { id: desk.secondChecker.id, name: expect.any(String) },
      ...{ total: 4, open: 2, waiting: 1, inReview: 1, overdue: 1 },
    },
    { person: null, total: 2, open: 2, waiting: 0, inReview: 0, overdue: 1 },
  ])
  expect(more).toBe(0)
  expect(await workload(desk.viewer, every, clock, { most: 1 })).toMatchObject({ people: [{ total: 4 }], more: 1 })
  expect((await workload(desk.viewer, { ...every, section: "Sport" }, clock)).people).toEqual([])
  expect((await workload(desk.author, every, clock)).people).toEqual([])
})
