/** Putting articles away: out of the lists, closed to changes, and back as they were. */
import { describe, expect } from "vitest"
import { archiveArticle, restoreArticle } from "./archive"
import { listArticles } from "./article-list"
import { readArticle } from "./articles"
import { editClaim, restoreClaim, withdrawClaim } from "./claims"
import { decideReview, reviewQueue } from "./reviews"
import { refused, test } from "./testing/desk"

describe("an archived article", () => {
  test("leaves the list and the queue, and can still be read", async ({ desk }) => {
    const { articleId } = await desk.sentClaim()
    await archiveArticle(desk.editor, { articleId })
    expect((await listArticles(desk.checker)).items).toEqual([])
    expect(await reviewQueue(desk.editor)).toEqual([])
    expect((await readArticle(desk.viewer, articleId)).archivedAt).not.toBeNull()
  })

  test("takes no change, and all again when it is restored", async ({ desk }) => {
    const { id: claimId, articleId, round } = await desk.sentClaim()
    await archiveArticle(desk.editor, { articleId })
    const review = () => decideReview(desk.editor, { roundId: round.id, decision: "approve" })
    await refused(review, "conflict", "article.archived")
    const edit = () => editClaim(desk.checker, { claimId, fields: { statement: "So." } })
    await refused(edit, "conflict", "article.archived")
    await restoreArticle(desk.editor, { articleId })
    expect((await review()).state).toBe("approved")
    expect((await listArticles(desk.checker)).items).toHaveLength(1)
  })

  test("archived twice is told once; another version is a conflict", async ({ desk }) => {
    const { id: articleId, version } = await desk.article()
    await archiveArticle(desk.editor, { articleId, version })
    const before = await desk.eventCount()
    await archiveArticle(desk.owner, { articleId })
    expect(await desk.eventCount()).toBe(before)
    await refused(() => restoreArticle(desk.editor, { articleId, version }), "conflict", "article.changed")
  })
})

describe("a withdrawn claim", () => {
  test("comes back with its number, its words and its verdict", async ({ desk }) => {
    const before = await desk.approvedClaim()
    await withdrawClaim(desk.editor, { claimId: before.id, reason: "By mistake" })
    const after = await restoreClaim(desk.editor, { claimId: before.id })
    expect(after).toEqual({ ...before, version: before.version + 2 })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "claim.restored", subjects: { claim: before.id } }])
  })

  test("is not there to be restored while it lives", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    await refused(() => restoreClaim(desk.checker, { claimId }), "not-found", "claim.notFound")
  })
})
