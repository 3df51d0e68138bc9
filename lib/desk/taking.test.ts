/** Taking the next claim: in which order, by whom, and that no claim is given to two. */
import { describe, expect } from "vitest"
import { db, type Tx } from "../db"
import { archiveArticle } from "./archive"
import { assignClaims, resumeClaim, waitOn } from "./arrangements"
import { withdrawClaim } from "./claims"
import { editArticle } from "./articles"
import { startThread } from "./comments"
import { takeNext } from "./taking"
import { refused, test, WORDS, type Desk } from "./testing/desk"
import { waitingForLock } from "./testing/waiting-for-lock"
import { lockArticles } from "./under-check"
import { draftVerdict } from "./verdicts"

const due = (desk: Desk, claimId: string, day: number) =>
  assignClaims(desk.editor, { claims: [{ claimId }], dueAt: `2024-11-${day}T12:00:00.000Z` })

describe("taking the next", () => {
  test("gives what is due first, then what must be, then what stands first in its article", async ({ desk }) => {
    const article = await desk.article()
    const third = await desk.claim({ article })
    const second = await desk.claim({ article, words: WORDS.other, fields: { priority: 1 } })
    const first = await desk.claim({ article, words: WORDS.fact, fields: { priority: 3 } })
    await due(desk, first.id, 20)
    const taken = []
    for (let turn = 0; turn < 3; turn += 1) taken.push((await takeNext(desk.secondChecker))?.claimId)
    expect(taken).toEqual([first.id, second.id, third.id])
    expect(await takeNext(desk.secondChecker)).toBeNull()
    expect((await desk.claimRow(first.id)).assigneeId).toBe(desk.secondChecker.id)
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "claim.assigned", actorId: desk.secondChecker.id, payload: { changed: ["assignee"] } },
    ])
  })

  test("counts an article's deadline for its claims", async ({ desk }) => {
    const soon = await desk.article()
    const later = await desk.claim()
    const { id } = await desk.claim({ article: soon })
    await due(desk, later.id, 25)
    await editArticle(desk.editor, { articleId: soon.id, fields: { dueAt: "2024-11-21T12:00:00.000Z" } })
    expect(await takeNext(desk.checker)).toEqual({ claimId: id, articleId: soon.id, number: 1 })
  })

  test("leaves for last what somebody else has begun: they may be at it, though it is nobody's", async ({ desk }) => {
    const article = await desk.article()
    const drafted = await desk.claim({ article, fields: { priority: 1 } })
    await draftVerdict(desk.checker, { claimId: drafted.id, verdict: { rating: "true", conclusion: "So it is." } })
    const asked = await desk.claim({ article, words: WORDS.other, fields: { priority: 2 } })
    const about = { claimId: asked.id }
    await startThread(desk.checker, { articleId: article.id, kind: "query", body: "Who says so?", about })
    await resumeClaim(desk.checker, { claimId: asked.id })
    const untouched = await desk.claim({ article, words: WORDS.fact, fields: { priority: 3 } })
    expect(await takeNext(desk.secondChecker)).toMatchObject({ claimId: untouched.id })
    expect(await takeNext(desk.checker)).toMatchObject({ claimId: drafted.id })
    expect(await takeNext(desk.secondChecker)).toMatchObject({ claimId: asked.id })
  })

  test("passes over what is somebody's, waits, is sent, withdrawn or put away, and one's own article", async ({
    desk,
  }) => {
    const assigned = await desk.claim()
    await assignClaims(desk.editor, { claims: [{ claimId: assigned.id }], assigneeId: desk.checker.id })
    const waiting = await desk.claim()
    await waitOn(desk.checker, { claimId: waiting.id, waiting: { on: "author", whom: null, chaseAt: null } })
    const withdrawn = await desk.claim()
    await withdrawClaim(desk.editor, { claimId: withdrawn.id, reason: "An opinion." })
    await desk.sentClaim()
    const away = await desk.claim()
    await archiveArticle(desk.editor, { articleId: away.articleId })
    const article = await desk.article({ authors: [{ membershipId: desk.secondChecker.id }] })
    const own = await desk.claim({ article })
    expect(await takeNext(desk.secondChecker)).toBeNull()
    expect(await takeNext(desk.editor)).toMatchObject({ claimId: own.id })
  })

  test("is for whoever checks", async ({ desk }) => {
    await desk.claim()
    for (const name of ["viewer", "author"] as const) {
      await refused(() => takeNext(desk[name]), "forbidden", "policy.claim_arrange")
    }
  })

  test("waits for one article at a time, so that it stands in no circle with who takes several", async ({ desk }) => {
    const [low, high] = [await desk.claim(), await desk.claim()]
    await due(desk, high.id, 20)
    const lock = (tx: Tx, { articleId }: { articleId: string }) => lockArticles(tx, desk.workspaceId, [articleId])
    const { taking } = await db().$transaction(async (worker) => {
      await lock(worker, low)
      const begun = await db().$transaction(async (giver) => {
        await lock(giver, high)
        const taking = takeNext(desk.secondChecker)
        await expect.poll(waitingForLock).toBe(1)
        await giver.claim.update({ where: { id: high.id }, data: { assigneeId: desk.editor.id } })
        return { taking }
      })
      // What it waited for is somebody's now: it goes on to the other, and has let go of this one.
      await expect.poll(waitingForLock).toBe(1)
      await lock(worker, high)
      return begun
    })
    expect(await taking).toMatchObject({ claimId: low.id })
  })

  test("gives each claim to one person, however many take at once", { timeout: 60_000 }, async ({ desk }) => {
    const [one, other] = [await desk.article(), await desk.article()]
    for (const article of [one, one, one, other, other]) await desk.claim({ article })
    const takers = [
      desk.checker,
      desk.secondChecker,
      desk.editor,
      desk.secondEditor,
      desk.owner,
      desk.checker,
      desk.editor,
    ]
    const taken = await Promise.all(takers.map((who) => takeNext(who)))
    const given = taken.flatMap((claim) => claim?.claimId ?? [])
    expect(new Set(given).size).toBe(5)
    expect(given).toHaveLength(5)
    const rows = await db().claim.findMany({ where: { workspaceId: desk.workspaceId }, orderBy: { id: "asc" } })
    const owners = new Map(taken.flatMap((claim, at) => (claim ? [[claim.claimId, takers[at]?.id]] : [])))
    expect(rows.map(({ assigneeId }) => assigneeId)).toEqual(rows.map(({ id }) => owners.get(id)))
  })
})
