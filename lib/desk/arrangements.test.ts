/** Who checks a claim, until when, and whom it waits for. */
import { describe, expect } from "vitest"
import { readClaim } from "./claims"
import { assignClaims, resumeClaim, waitOn } from "./arrangements"
import { refused, test } from "./testing/desk"

const DUE = "2026-12-01T17:00:00.000Z"
const nobody = { whom: null, chaseAt: null }

describe("assigning", () => {
  test("gives claims of several articles a checker and a deadline at once", async ({ desk }) => {
    const [one, other] = [await desk.claim(), await desk.claim()]
    const claims = [{ claimId: other.id, version: other.version }, { claimId: one.id }]
    const result = await assignClaims(desk.editor, { claims, assigneeId: desk.secondChecker.id, dueAt: DUE })
    expect(result.map(({ id, assignee, dueAt }) => [id, assignee?.id, dueAt])).toEqual([
      [other.id, desk.secondChecker.id, DUE],
      [one.id, desk.secondChecker.id, DUE],
    ])
    const told = await desk.lastEvents(2)
    expect(told.map((event) => event.subjects.claim).sort()).toEqual([one.id, other.id].sort())
    expect(told[0]).toMatchObject({ act: "claim.assigned", payload: { changed: ["assignee", "dueAt"] } })
  })

  test("tells only what changed, and nothing where nothing did", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    await assignClaims(desk.checker, { claims: [{ claimId }], assigneeId: desk.checker.id, dueAt: DUE })
    const before = await desk.eventCount()
    await assignClaims(desk.checker, { claims: [{ claimId }], dueAt: DUE })
    expect(await desk.eventCount()).toBe(before)
    await assignClaims(desk.checker, { claims: [{ claimId }], assigneeId: null })
    expect(await desk.lastEvents(1)).toMatchObject([{ payload: { changed: ["assignee"] } }])
    expect(await readClaim(desk.checker, claimId)).toMatchObject({ assignee: null, dueAt: DUE })
  })

  test("works in review too: nothing of it is frozen", async ({ desk }) => {
    const { id: claimId } = await desk.approvedClaim()
    await assignClaims(desk.editor, { claims: [{ claimId }], assigneeId: desk.checker.id })
    expect(await readClaim(desk.editor, claimId)).toMatchObject({ state: "approved" })
  })

  test("is refused whole for one claim that another version is there of", async ({ desk }) => {
    const [one, other] = [await desk.claim(), await desk.claim()]
    const claims = [{ claimId: one.id }, { claimId: other.id, version: other.version + 1 }]
    const act = () => assignClaims(desk.editor, { claims, dueAt: DUE })
    await refused(act, "conflict", "claim.changedBy")
  })

  test("is refused to whoever could not check: viewers, strangers, the article's authors", async ({ desk }) => {
    const article = await desk.article({ authors: [{ membershipId: desk.secondEditor.id }] })
    const { id: claimId } = await desk.claim({ article })
    const stranger = await desk.otherWorkspace()
    const to = (assigneeId: string) => () => assignClaims(desk.checker, { claims: [{ claimId }], assigneeId })
    await refused(to(desk.viewer.id), "invalid", "claim.mayNotCheck")
    await refused(to(desk.secondEditor.id), "invalid", "claim.mayNotCheck")
    await refused(to(stranger.checker.id), "invalid", "claim.unknownAssignee")
  })
})

describe("waiting", () => {
  test("says on whom, since when, and when to ask again; the name is for the desk alone", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const waiting = { on: "source", whom: "Press office", since: "2026-11-20T09:00:00.000Z", chaseAt: DUE } as const
    const claim = await waitOn(desk.checker, { claimId, waiting })
    expect(claim.waiting).toEqual(waiting)
    expect((await readClaim(desk.viewer, claimId)).waiting).toEqual({ ...waiting, whom: null })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "claim.waiting", payload: { on: "source", chaseAt: DUE } }])
  })

  test("on somebody else goes on since when it began", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const first = await waitOn(desk.checker, { claimId, waiting: { on: "author", ...nobody } })
    const second = await waitOn(desk.editor, { claimId, waiting: { on: "lawyer", ...nobody } })
    expect(second.waiting).toMatchObject({ on: "lawyer", since: first.waiting?.since })
  })

  test("ends, and is told once", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    await waitOn(desk.checker, { claimId, waiting: { on: "author", ...nobody } })
    expect((await resumeClaim(desk.checker, { claimId })).waiting).toBeNull()
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "claim.resumed", payload: { on: "author" } }])
    const before = await desk.eventCount()
    await resumeClaim(desk.checker, { claimId })
    expect(await desk.eventCount()).toBe(before)
  })
})
