/** Second opinions: asked, drawn, taken, given blind, shown once both are in. Who may not see what is in blind.test.ts. */
import { describe, expect } from "vitest"
import { db } from "../db"
import type { Actor } from "../domain/workspace"
import { adjudicate, agreeAdjudication, proposeAdjudication } from "./adjudications"
import { listArticles } from "./article-list"
import { editArticle, readArticle } from "./articles"
import { readBoard } from "./boards"
import { readClaim } from "./claims"
import { decideLegal } from "./legal"
import { listNotifications } from "./notifications"
import { listOpinions } from "./opinion-list"
import { askOpinion, giveOpinion, lookIn, returnOpinion, takeOpinion, withdrawOpinion } from "./opinions"
import { approveKept, decideReview, reviewQueue, waitingRounds } from "./reviews"
import { sendToReview } from "./rounds"
import { settleRounds } from "./settling"
import { readSignOffs } from "./sign-off-views"
import { signOffArticle } from "./sign-offs"
import { refused, test, WORDS } from "./testing/desk"
import { differing } from "./testing/opinion-acts"
import { tickClaim } from "./ticks"
import { draftVerdict } from "./verdicts"

const mixed = { rating: "mixed", conclusion: "Counted again." }

describe("a second opinion", () => {
  test("is shown with the first verdict once both are in, whichever came second", async ({ desk }) => {
    const { id: claimId } = await desk.sentClaim()
    await askOpinion(desk.checker, { claimId })
    await takeOpinion(desk.secondChecker, { claimId })
    const blind = await readClaim(desk.secondChecker, claimId)
    expect(blind).toMatchObject({ state: "open", verdict: null, round: null, opinion: { phase: "taken", blind: true } })
    const { opinion } = await giveOpinion(desk.secondChecker, { claimId, verdict: mixed })
    expect(opinion).toMatchObject({
      ...{ phase: "differ", blind: false, isMine: true },
      verdict: { rating: { code: "mixed" } },
      first: { rating: { code: "false" } },
    })
    const told = await desk.lastEvents(2)
    expect(told.map(({ act }) => act)).toEqual(["opinion.given", "opinion.revealed"])
    expect(told[1]?.payload).toMatchObject({ same: false, first: "false", second: "mixed" })
    expect(await readClaim(desk.secondChecker, claimId)).toMatchObject({ state: "in_review" })
  })

  test("waits for the first verdict where it is given before, and nobody but its giver sees it", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    await askOpinion(desk.editor, { claimId })
    const given = await giveOpinion(desk.secondChecker, { claimId, verdict: { ...mixed, rating: "false" } })
    expect(given.opinion).toMatchObject({ phase: "given", verdict: { rating: { code: "false" } } })
    expect((await readClaim(desk.editor, claimId)).opinion).toMatchObject({ phase: "given", verdict: null })
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "false", conclusion: "No." } })
    const waivers = [{ item: "evidence" as const, reason: "no_source_needed" }]
    const sent = await sendToReview(desk.checker, { claimId, waivers })
    expect(sent.opinion).toMatchObject({ phase: "same", verdict: { rating: { code: "false" } } })
  })

  test("is for nobody who worked on the first verdict, wrote the article, or looked in", async ({ desk }) => {
    const article = await desk.article({ authors: [{ membershipId: desk.secondEditor.id }] })
    const { id: claimId, round } = await desk.sentClaim({ article })
    await decideReview(desk.editor, { roundId: round.id, decision: "approve" })
    await askOpinion(desk.checker, { claimId })
    for (const seen of [desk.checker, desk.editor])
      await refused(() => takeOpinion(seen, { claimId }), "forbidden", "opinion.seen")
    await refused(() => takeOpinion(desk.secondEditor, { claimId }), "forbidden", "policy.opinion_give")
    expect(await lookIn(desk.owner, { claimId })).toMatchObject({ state: "approved" })
    await refused(() => giveOpinion(desk.owner, { claimId, verdict: mixed }), "forbidden", "opinion.seen")
    await refused(() => askOpinion(desk.checker, { claimId }), "conflict", "opinion.already")
  })

  test("is asked of one person, who is told", async ({ desk }) => {
    const { id: claimId } = await desk.sentClaim()
    await refused(() => askOpinion(desk.editor, { claimId, ofId: desk.checker.id }), "invalid", "opinion.mayNotGive")
    const { opinion } = await askOpinion(desk.editor, { claimId, ofId: desk.secondChecker.id })
    expect(opinion).toMatchObject({ phase: "taken", takenBy: { id: desk.secondChecker.id } })
    const { items } = await listNotifications(desk.secondChecker, { limit: 10 })
    expect(items.map(({ kind }) => kind)).toEqual(["opinion_asked"])
    await refused(() => takeOpinion(desk.owner, { claimId }), "conflict", "opinion.taken")
    await refused(() => lookIn(desk.secondChecker, { claimId }), "conflict", "opinion.isYours")
  })

  test("that is taken can be given back, and is nobody's any more who saw the first verdict", async ({ desk }) => {
    const { id: claimId } = await desk.sentClaim()
    await askOpinion(desk.checker, { claimId })
    await takeOpinion(desk.secondChecker, { claimId })
    await refused(() => returnOpinion(desk.owner, { claimId }), "conflict", "opinion.notYours")
    await returnOpinion(desk.secondChecker, { claimId })
    expect((await takeOpinion(desk.owner, { claimId })).opinion).toMatchObject({ phase: "taken", isMine: true })
  })

  test("can be gone without, and then everybody sees the first verdict", async ({ desk }) => {
    const { id: claimId } = await desk.sentClaim()
    await askOpinion(desk.checker, { claimId, ofId: desk.secondChecker.id })
    await withdrawOpinion(desk.editor, { claimId, reason: "It goes to print." })
    expect(await readClaim(desk.secondChecker, claimId)).toMatchObject({ state: "in_review", opinion: null })
    await refused(() => giveOpinion(desk.secondChecker, { claimId, verdict: mixed }), "conflict", "opinion.none")
  })

  test("stays as it was given, whoever has the database", async ({ desk }) => {
    const { id: claimId } = await desk.sentClaim()
    await askOpinion(desk.checker, { claimId })
    const { opinion } = await giveOpinion(desk.secondChecker, { claimId, verdict: mixed })
    const id = opinion?.id ?? ""
    const tried = [
      db().$executeRaw`UPDATE "SecondOpinion" SET "rating" = 'false' WHERE "id" = ${id}::uuid`,
      db().$executeRaw`DELETE FROM "SecondOpinion" WHERE "id" = ${id}::uuid`,
      db().$executeRaw`DELETE FROM "VerdictSeen" WHERE "claimId" = ${claimId}::uuid`,
    ]
    const outcomes = await Promise.allSettled(tried)
    const reasons = outcomes.map((one) => (one.status === "rejected" ? String(one.reason) : "it was done"))
    expect(reasons[0]).toContain("stays as it was given")
    expect(reasons[1]).toContain("only ever added")
    expect(reasons[2]).toContain("only ever added")
  })
})

describe("who has not seen the first verdict of a claim that waits for a second opinion", () => {
  test("touches nothing of it until they look in, whether it is there or not", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    await askOpinion(desk.editor, { claimId })
    const verdict = { rating: "true", conclusion: "Yes." }
    const touch = () => draftVerdict(desk.owner, { claimId, verdict })
    await refused(touch, "conflict", "opinion.lookInFirst")
    await lookIn(desk.checker, { claimId })
    await draftVerdict(desk.checker, { claimId, verdict })
    await refused(touch, "conflict", "opinion.lookInFirst")
    expect(await lookIn(desk.owner, { claimId })).toMatchObject({ verdict: { conclusion: "Yes." } })
    await touch()
  })
})

describe("two verdicts that differ", () => {
  const reason = "The office counts four."

  test("are decided by a third, by whom the first stands or is redrafted", async ({ desk }) => {
    const stands = await differing(desk)
    expect(await adjudicate(desk.editor, { claimId: stands, rating: "false", reason })).toMatchObject({
      state: "in_review",
      opinion: { phase: "adjudicated", adjudication: { rating: { code: "false" }, reason, agreedBy: null } },
    })
    const { id: falls, round } = await desk.sentClaim()
    await askOpinion(desk.checker, { claimId: falls })
    await lookIn(desk.secondEditor, { claimId: falls })
    await decideReview(desk.secondEditor, { roundId: round.id, decision: "approve" })
    await giveOpinion(desk.secondChecker, { claimId: falls, verdict: mixed })
    expect(await adjudicate(desk.editor, { claimId: falls, rating: "mixed", reason })).toMatchObject({
      state: "changes_requested",
    })
    const [told] = await desk.lastEvents(1)
    expect(told?.payload).toMatchObject({ rating: "mixed", stands: false, state: "changes_requested" })
    const { items } = await listNotifications(desk.secondChecker, { limit: 10 })
    expect(items.map(({ kind }) => kind)).toEqual(["adjudicated", "adjudicated"])
    const first = await listNotifications(desk.checker, { limit: 10 })
    expect(first.items.map(({ kind }) => kind)).toEqual([
      "adjudicated",
      "opinions_differ",
      "round_approved",
      "adjudicated",
      "opinions_differ",
    ])
    await refused(
      () => adjudicate(desk.editor, { claimId: falls, rating: "mixed", reason }),
      "conflict",
      "adjudication.none",
    )
  })

  test("are decided by both who gave them: one proposes, the other agrees to what was proposed last", async ({
    desk,
  }) => {
    const claimId = await differing(desk)
    const first = await proposeAdjudication(desk.checker, { claimId, rating: "false", reason })
    const adjudicationId = first.opinion?.proposal?.id ?? ""
    await refused(() => agreeAdjudication(desk.checker, { adjudicationId }), "forbidden", "adjudication.yourOwn")
    const other = await proposeAdjudication(desk.secondChecker, { claimId, rating: "mixed", reason })
    await refused(() => agreeAdjudication(desk.secondChecker, { adjudicationId }), "conflict", "adjudication.over")
    const agreed = await agreeAdjudication(desk.checker, { adjudicationId: other.opinion?.proposal?.id ?? "" })
    expect(agreed).toMatchObject({
      state: "changes_requested",
      opinion: { phase: "adjudicated", adjudication: { agreedBy: { id: desk.checker.id } } },
    })
  })
})

test("a verdict sent since the two were seen to differ stands where it says what is decided, and falls where not", async ({
  desk,
}) => {
  const resent = async () => {
    const claimId = await differing(desk)
    await decideReview(desk.editor, {
      roundId: (await desk.claimRow(claimId)).roundId ?? "",
      decision: "request_changes",
      note: "Count again.",
    })
    await draftVerdict(desk.checker, { claimId, verdict: mixed })
    await sendToReview(desk.checker, { claimId, waivers: [{ item: "evidence", reason: "no_source_needed" }] })
    return claimId
  }
  const reason = "The office counts four."
  const stands = await resent()
  expect(await adjudicate(desk.owner, { claimId: stands, rating: "mixed", reason })).toMatchObject({
    state: "in_review",
    opinion: { phase: "adjudicated", first: { rating: { code: "false" } } },
  })
  const [told] = await desk.lastEvents(1)
  expect(told?.payload).toEqual({ number: 1, rating: "mixed", stands: true })
  const falls = await resent()
  expect(await adjudicate(desk.owner, { claimId: falls, rating: "false", reason })).toMatchObject({
    state: "changes_requested",
  })
})

test("of two verdicts that differ neither is approved before it is decided, by nobody and by no rule", async ({
  desk,
}) => {
  await desk.set({ approvals: 2 })
  const claimId = await differing(desk)
  const roundId = (await desk.claimRow(claimId)).roundId ?? ""
  const approve = () => decideReview(desk.editor, { roundId, decision: "approve" })
  const kept = { reviewerId: desk.editor.id, roundId, version: (await desk.claimRow(claimId)).version }
  expect([await waitingRounds(desk.editor), await reviewQueue(desk.editor)]).toEqual([[], []])
  await refused(approve, "conflict", "review.verdictsDiffer")
  await refused(() => approveKept(desk.editor, kept), "conflict", "review.verdictsDiffer")
  await adjudicate(desk.owner, { claimId, rating: "false", reason: "The office counts four." })
  expect(await waitingRounds(desk.editor)).toEqual([roundId])
  await approve()
  expect(await desk.claimRow(claimId)).toMatchObject({ state: "in_review" })
})

test("what was approved enough before the verdicts were seen to differ is settled once it is decided", async ({
  desk,
}) => {
  await desk.set({ approvals: 2 })
  const { id: claimId, round } = await desk.sentClaim()
  await askOpinion(desk.checker, { claimId })
  await lookIn(desk.editor, { claimId })
  await decideReview(desk.editor, { roundId: round.id, decision: "approve" })
  await giveOpinion(desk.secondChecker, { claimId, verdict: mixed })
  await desk.set({ approvals: 1 })
  await settleRounds()
  expect(await desk.claimRow(claimId)).toMatchObject({ state: "in_review" })
  await adjudicate(desk.owner, { claimId, rating: "false", reason: "The office counts four." })
  await settleRounds()
  expect(await desk.claimRow(claimId)).toMatchObject({ state: "approved" })
  expect(await desk.lastEvents(1)).toMatchObject([{ act: "review.settled" }])
})

describe("an article with a claim whose second opinion is not in", () => {
  test("is not ready, and goes out with it as an open item", async ({ desk }) => {
    const article = await desk.article({ kind: "factcheck" })
    const { id: claimId } = await desk.approvedClaim({ article })
    expect((await readArticle(desk.secondEditor, article.id)).standing).toBe("ready")
    await askOpinion(desk.editor, { claimId })
    await lookIn(desk.secondEditor, { claimId })
    expect((await readArticle(desk.secondEditor, article.id)).standing).toBe("in_progress")
    expect((await listArticles(desk.editor)).items[0]?.standing).toBe("in_progress")
    expect((await readBoard(desk.editor, article.id, { now: new Date() })).left).toEqual([
      { what: "opinions", count: 1 },
    ])
    const { open } = await readSignOffs(desk.secondEditor, article.id)
    expect(open.claims).toMatchObject([{ open: "opinion", state: "approved" }])
    const signing = { articleId: article.id, notices: [] }
    await refused(() => signOffArticle(desk.secondEditor, signing), "conflict", "signOff.notReady")
    const openItems = { reason: "It goes to print." }
    expect(await signOffArticle(desk.secondEditor, { ...signing, openItems })).toMatchObject({ goneOut: "released" })
    expect(await readClaim(desk.viewer, claimId)).toMatchObject({ state: "approved", opinion: null })
  })

  test("goes out by somebody who had not seen its verdict with that verdict, held as it may be", async ({ desk }) => {
    const article = await desk.article({ kind: "factcheck" })
    const { id: claimId } = await desk.approvedClaim({ article })
    await decideLegal(desk.editor, { claimId, decision: "hold", reason: "Ask the lawyer." })
    await askOpinion(desk.editor, { claimId })
    expect(await readClaim(desk.secondEditor, claimId)).toMatchObject({ state: "open", legal: null })
    const signing = { articleId: article.id, notices: [], openItems: { reason: "It goes to print." } }
    await refused(() => signOffArticle(desk.secondEditor, signing), "conflict", "signOff.held")
  })
})

test("who has read an article since its verdict was begun gives no second opinion on it", async ({ desk }) => {
  const { id: claimId, articleId } = await desk.sentClaim()
  await readArticle(desk.secondChecker, articleId)
  await askOpinion(desk.checker, { claimId })
  await refused(() => takeOpinion(desk.secondChecker, { claimId }), "forbidden", "opinion.seen")
  expect(await readClaim(desk.secondChecker, claimId)).toMatchObject({ state: "in_review" })
  expect((await takeOpinion(desk.owner, { claimId })).opinion).toMatchObject({ phase: "taken" })
})

test("who wrote an article and is taken off it gives no second opinion on what they saw of it", async ({ desk }) => {
  const article = await desk.article({ authors: [{ membershipId: desk.secondChecker.id }] })
  const { id: claimId } = await desk.sentClaim({ article })
  await askOpinion(desk.checker, { claimId })
  expect(await readClaim(desk.secondChecker, claimId)).toMatchObject({ state: "in_review" })
  await editArticle(desk.editor, { articleId: article.id, fields: { authors: [] } })
  await refused(() => takeOpinion(desk.secondChecker, { claimId }), "forbidden", "opinion.seen")
})

test("what waits for a person: to take, to give, to settle, to decide", async ({ desk }) => {
  const { id: claimId } = await desk.claim()
  await askOpinion(desk.editor, { claimId })
  const waits = async (who: Actor) => (await listOpinions(who)).map((one) => [one.waits, one.claim.id])
  expect(await waits(desk.secondChecker)).toEqual([["take", claimId]])
  expect(await waits(desk.viewer)).toEqual([])
  await takeOpinion(desk.secondChecker, { claimId })
  expect(await waits(desk.secondChecker)).toEqual([["give", claimId]])
  expect(await waits(desk.owner)).toEqual([])
  await withdrawOpinion(desk.editor, { claimId, reason: "Late." })
  const differs = await differing(desk)
  expect(await waits(desk.secondChecker)).toEqual([["settle", differs]])
  expect(await waits(desk.checker)).toEqual([["settle", differs]])
  expect(await waits(desk.owner)).toEqual([["decide", differs]])
})

describe("a draw", () => {
  test("is of all claims where a desk has it so, of none where not; who ticks gives the first verdict", async ({
    desk,
  }) => {
    expect((await desk.claim()).opinion).toBeNull()
    await desk.set({ secondOpinions: { ours: 100, theirs: 0 } })
    expect((await desk.claim()).opinion).toBeNull()
    const { id: articleId, revision } = await desk.article({ kind: "copy" })
    const start = revision.text.indexOf(WORDS.fact)
    const spans = [{ start, end: start + WORDS.fact.length }]
    const ticked = await tickClaim(desk.checker, { articleId, revisionId: revision.id, spans })
    expect(ticked).toMatchObject({
      verdict: { rating: { code: "confirmed" } },
      opinion: { phase: "asked", askedBy: null },
    })
    expect(await readClaim(desk.secondChecker, ticked.id)).toMatchObject({ verdict: null, opinion: { blind: true } })
  })
})
