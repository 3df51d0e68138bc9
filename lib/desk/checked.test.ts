/** A desk that asks for no approval: what it sends is checked, not reviewed, called so everywhere, and can be reviewed later. */
import { describe, expect } from "vitest"
import { readArticle } from "./articles"
import { listArticles } from "./article-list"
import { readBoard } from "./boards"
import { countClaims, findClaims } from "./claim-list"
import { editClaim, readClaim } from "./claims"
import { verdictMix } from "./figures"
import { decideReview, reviewQueue, waitingRounds } from "./reviews"
import { reopen } from "./reopenings"
import { sendToReview } from "./rounds"
import { readSignOffs } from "./sign-off-views"
import { signOffArticle } from "./sign-offs"
import { ClaimFilters } from "../domain/claim-list"
import { FigureFilters } from "../domain/figures"
import { asMarkdown } from "./testing/as-markdown"
import { refused, test, WORDS, type Desk } from "./testing/desk"
import { workInFlight } from "./work-in-flight"

const clockNow = () => ({ now: new Date(), zone: "UTC" })

/** An article with one claim that was sent where nobody is asked to approve. */
async function checkedClaim(desk: Desk) {
  await desk.set({ approvals: 0 })
  const article = await desk.article({ kind: "factcheck" })
  return { article, claim: await desk.sentClaim({ article }) }
}

describe("where no approval is asked for", () => {
  test("a verdict that is sent is checked, and the log says that nobody reviewed it", async ({ desk }) => {
    const { claim } = await checkedClaim(desk)
    expect(claim).toMatchObject({ state: "checked", reviews: [], round: { number: 1 } })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "round.sent", payload: { round: 1, state: "checked" } }])
    await refused(
      () => sendToReview(desk.checker, { claimId: claim.id, waivers: [] }),
      "conflict",
      "round.alreadyChecked",
    )
  })

  test("its article is ready, and everything that counts says checked, not approved", async ({ desk }) => {
    const { article, claim } = await checkedClaim(desk)
    const read = await readArticle(desk.checker, article.id)
    expect(read).toMatchObject({ standing: "ready", counts: { checked: 1, approved: 0 }, coverage: { checked: 1 } })
    const { items } = await listArticles(desk.checker, { group: "ready" })
    expect(items).toMatchObject([{ id: article.id, counts: { checked: 1, approved: 0 }, coverage: { checked: 1 } }])
    const board = await readBoard(desk.checker, article.id, { now: new Date() })
    expect(board).toMatchObject({ left: [], passed: 1, checked: 1, inReview: 0 })
    const filters = ClaimFilters.parse({ state: "checked" })
    expect((await findClaims(desk.checker, filters, clockNow())).items.map(({ id }) => id)).toEqual([claim.id])
    expect(await countClaims(desk.checker, filters, clockNow())).toMatchObject({ checked: 1, approved: 0 })
    const all = FigureFilters.parse({ period: "all" })
    expect((await workInFlight(desk.checker, all, clockNow())).days.at(-1)).toMatchObject({ in_review: 0, open: 0 })
    expect(await verdictMix(desk.checker, all, clockNow())).toMatchObject([{ total: 1 }])
  })

  test("a public export shows it, and says that it is not reviewed", async ({ desk }) => {
    const { article } = await checkedClaim(desk)
    const { body } = await asMarkdown(desk.editor, article.id, "public")
    expect(body).toContain("claims: {approved: 0, checked_not_reviewed: 1}")
    expect(body).toContain("**False** (checked, not reviewed)")
    expect(body).toContain("Checked by the desk, not reviewed")
  })

  test("an edit of what was sent opens it again, and its checker stays an author of what comes next", async ({
    desk,
  }) => {
    const { claim } = await checkedClaim(desk)
    await editClaim(desk.secondChecker, { claimId: claim.id, fields: { claimant: "The mayor" } })
    expect(await desk.lastEvents(2)).toMatchObject([
      { act: "claim.edited" },
      { act: "check.withdrawn", payload: { changed: ["claimant"] } },
    ])
    const open = await readClaim(desk.checker, claim.id)
    expect(open).toMatchObject({ state: "open", round: null })
    expect(open.authorIds.toSorted()).toEqual([desk.checker.id, desk.secondChecker.id].sort())
  })
})

test("a desk of one signs off what it has checked itself, never what it wrote, and the sign-off says so", async ({
  desk,
}) => {
  await desk.set({ approvals: 0 })
  const article = await desk.article({ kind: "factcheck" })
  const { id: articleId } = article
  await desk.sentClaim({ article, by: desk.owner })
  const sign = () => signOffArticle(desk.owner, { articleId, notices: [] })
  for (const signOff of ["author_of_none", "not_of_all"] as const) {
    await desk.set({ signOff })
    await refused(sign, "forbidden", "policy.article_signOff")
  }
  await desk.set({ signOff: "anybody" })
  expect((await readSignOffs(desk.owner, articleId)).barred).toBeNull()
  expect(await sign()).toMatchObject({ goneOut: "signed_off" })
  expect((await readSignOffs(desk.viewer, articleId)).signOffs).toMatchObject([{ ofOwnWork: true }])
  expect((await asMarkdown(desk.editor, articleId, "public")).body).toContain("(checked, not reviewed)")
  const other = await desk.article({ kind: "factcheck", authors: [{ membershipId: desk.owner.id }] })
  await desk.sentClaim({ article: other })
  const own = () => signOffArticle(desk.owner, { articleId: other.id, notices: [] })
  await refused(own, "forbidden", "policy.article_signOff")
  expect(await signOffArticle(desk.editor, { articleId: other.id, notices: [] })).toMatchObject({ number: 1 })
  expect((await readSignOffs(desk.viewer, other.id)).signOffs).toMatchObject([{ ofOwnWork: false }])
})

describe("a second reading", () => {
  test("waits in the queue of whoever did not check it, and makes it approved", async ({ desk }) => {
    const { claim } = await checkedClaim(desk)
    const roundId = claim.round.id
    expect(await waitingRounds(desk.editor)).toEqual([roundId])
    expect(await waitingRounds(desk.checker)).toEqual([])
    expect((await reviewQueue(desk.editor)).map((item) => item.claim.state)).toEqual(["checked"])
    await refused(
      () => decideReview(desk.checker, { roundId, decision: "approve" }),
      "forbidden",
      "policy.review_decide",
    )
    expect(await decideReview(desk.editor, { roundId, decision: "approve" })).toMatchObject({ state: "approved" })
    expect(await decideReview(desk.editor, { roundId, decision: "withdraw", note: "Not so sure" })).toMatchObject({
      state: "checked",
    })
  })

  test("waits for no second reading once it has gone out, until it is reopened", async ({ desk }) => {
    const { article, claim } = await checkedClaim(desk)
    const { id: articleId } = article
    expect(await waitingRounds(desk.editor)).toEqual([claim.round.id])
    await signOffArticle(desk.secondEditor, { articleId, notices: [] })
    expect(await waitingRounds(desk.editor)).toEqual([])
    await reopen(desk.editor, { articleId, claimId: claim.id, kind: "update", reason: "Read it again." })
    const { round } = await sendToReview(desk.checker, { claimId: claim.id, waivers: [] })
    expect((await reviewQueue(desk.editor)).map((item) => item.claim.round?.id)).toEqual([round?.id])
  })

  test("is what its desk asks for once it asks for an approval: until then nothing is ready", async ({ desk }) => {
    const { article, claim } = await checkedClaim(desk)
    await desk.set({ approvals: 1 })
    expect(await readArticle(desk.checker, article.id)).toMatchObject({
      standing: "in_progress",
      coverage: { checked: 0, in_work: 1 },
    })
    expect((await listArticles(desk.checker, { group: "ready" })).items).toEqual([])
    const board = await readBoard(desk.checker, article.id, { now: new Date() })
    expect(board).toMatchObject({ left: [{ what: "unapproved", count: 1 }], inReview: 1, passed: 0 })
    expect((await asMarkdown(desk.editor, article.id, "public")).body).not.toContain(WORDS.quote + '"')
    const all = FigureFilters.parse({ period: "all" })
    expect((await workInFlight(desk.checker, all, clockNow())).days.at(-1)).toMatchObject({ in_review: 1 })
    await decideReview(desk.editor, { roundId: claim.round.id, decision: "approve" })
    expect(await readArticle(desk.checker, article.id)).toMatchObject({ standing: "ready" })
  })
})
