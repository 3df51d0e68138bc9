/** Four eyes, for everybody: in the policy, and again in the database for whoever goes round it. */
import { v7 as newId } from "uuid"
import { describe, expect } from "vitest"
import { db } from "../db"
import type { Actor } from "../domain/workspace"
import { assignClaims } from "./arrangements"
import { editArticle } from "./articles"
import { change, unchanged } from "./change"
import { editClaim, readClaim, restoreClaim, withdrawClaim } from "./claims"
import { addEvidence } from "./evidence"
import { reopen } from "./reopenings"
import { decideReview } from "./reviews"
import { recallRound, sendToReview } from "./rounds"
import { signOffArticle } from "./sign-offs"
import { editSource } from "./sources"
import { newSource, refused, test, WORDS, withRound, type Desk, type SentClaim } from "./testing/desk"
import { draftVerdict } from "./verdicts"

const decide = (actor: Actor, roundId: string) => () => decideReview(actor, { roundId, decision: "approve" })

/** A review written past every rule of ours but the database's. */
const insertReview = (actor: Actor, roundId: string) => () =>
  change(actor, async (tx) => {
    const { workspaceId, id: reviewerId } = actor
    await tx.review.create({ data: { id: newId(), workspaceId, roundId, reviewerId, decision: "approve" } })
    return unchanged(null)
  })

/** Refused as an act, and as a row. */
async function mayNotReview(actor: Actor, roundId: string): Promise<void> {
  await refused(decide(actor, roundId), "forbidden", "policy.review_decide")
  await refused(insertReview(actor, roundId), "forbidden", "policy.review_decide")
}

/** A round that everybody named worked on, sent by the checker. */
async function workedOnBy(desk: Desk, ...actors: Actor[]): Promise<SentClaim> {
  const { id: claimId } = await desk.claim()
  for (const [at, actor] of actors.entries()) {
    await editClaim(actor, { claimId, fields: { statement: `Taxes fell, version ${at}.` } })
  }
  await addEvidence(desk.checker, { claimId, source: newSource(), evidence: { stance: "context" } })
  await draftVerdict(desk.checker, { claimId, verdict: { rating: "false", conclusion: "They rose." } })
  return withRound(await sendToReview(desk.checker, { claimId, waivers: [] }))
}

describe("no author of a round reviews it", () => {
  test("neither its sender nor who worked on it, owners included", async ({ desk }) => {
    const { round } = await workedOnBy(desk, desk.owner, desk.editor, desk.secondChecker)
    for (const actor of [desk.checker, desk.owner, desk.editor, desk.secondChecker]) {
      await mayNotReview(actor, round.id)
    }
    expect(await decide(desk.secondEditor, round.id)()).toMatchObject({ state: "approved" })
  })

  test("nor who sent it first, when a colleague sends it again after a recall", async ({ desk }) => {
    const sent = await desk.sentClaim()
    await recallRound(desk.checker, { roundId: sent.round.id })
    const again = withRound(await sendToReview(desk.secondChecker, { claimId: sent.id, waivers: [] }))
    await mayNotReview(desk.checker, again.round.id)
    await mayNotReview(desk.secondChecker, again.round.id)
  })

  test("but whoever marked it, or read it, may", async ({ desk }) => {
    const { round } = await desk.sentClaim()
    const marked = await desk.claim({ by: desk.editor })
    await addEvidence(desk.checker, { claimId: marked.id, source: newSource(), evidence: { stance: "context" } })
    await draftVerdict(desk.checker, { claimId: marked.id, verdict: { rating: "false", conclusion: "They rose." } })
    const sent = withRound(await sendToReview(desk.checker, { claimId: marked.id, waivers: [] }))
    expect(await decide(desk.editor, sent.round.id)()).toMatchObject({ state: "approved" })
    expect(await decide(desk.secondChecker, round.id)()).toMatchObject({ state: "approved" })
  })

  test("nor who changed a source that it cites", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const { claim } = await addEvidence(desk.checker, { claimId, source: newSource(), evidence: { stance: "context" } })
    const sourceId = claim.evidence[0]?.source.id ?? ""
    await editSource(desk.editor, { sourceId, source: { title: "Another title" } })
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "false", conclusion: "They rose." } })
    const { round } = withRound(await sendToReview(desk.checker, { claimId, waivers: [] }))
    await mayNotReview(desk.editor, round.id)
  })

  test("but whoever changed a source only after it was sent may, and not the round after that", async ({ desk }) => {
    const sent = await workedOnBy(desk)
    const sourceId = sent.evidence[0]?.source.id ?? ""
    await editSource(desk.editor, { sourceId, source: { title: "Another title" } })
    await decide(desk.editor, sent.round.id)()
    await draftVerdict(desk.secondChecker, { claimId: sent.id, verdict: { rating: "mixed", conclusion: "Some rose." } })
    const { round } = withRound(await sendToReview(desk.secondChecker, { claimId: sent.id, waivers: [] }))
    await mayNotReview(desk.editor, round.id)
    expect(await decide(desk.secondEditor, round.id)()).toMatchObject({ state: "approved" })
  })

  test("after an approval fell, who had worked on the round before may review the next", async ({ desk }) => {
    const { id: claimId } = await desk.approvedClaim()
    await draftVerdict(desk.secondEditor, { claimId, verdict: { rating: "mixed", conclusion: "Both." } })
    const { round } = withRound(await sendToReview(desk.secondEditor, { claimId, waivers: [] }))
    await mayNotReview(desk.secondEditor, round.id)
    expect(await decide(desk.checker, round.id)()).toMatchObject({ state: "approved" })
  })
})

describe("no author of an article reviews its claims", () => {
  test("whatever their role, from the import on or named later", async ({ desk }) => {
    const article = await desk.article({ authors: [{ membershipId: desk.owner.id }, { name: "Somebody else" }] })
    const { round } = await desk.sentClaim({ article })
    await mayNotReview(desk.owner, round.id)
    const authors = [{ membershipId: desk.owner.id }, { membershipId: desk.editor.id }]
    await editArticle(desk.secondChecker, { articleId: article.id, fields: { authors } })
    await mayNotReview(desk.editor, round.id)
    expect(await decide(desk.secondEditor, round.id)()).toMatchObject({ state: "approved" })
  })

  test("and no checker frees a colleague from it", async ({ desk }) => {
    const article = await desk.article({ authors: [{ membershipId: desk.secondEditor.id }] })
    const unbound = { articleId: article.id, fields: { authors: [{ name: "Somebody" }] } }
    await refused(() => editArticle(desk.checker, unbound), "forbidden", "policy.article_unbindAuthor")
    expect(await editArticle(desk.editor, unbound)).toMatchObject({
      authors: [{ membershipId: null, name: "Somebody" }],
    })
  })

  test("nor judges, marks or sends one, whatever their role", async ({ desk }) => {
    const article = await desk.article({ authors: [{ membershipId: desk.editor.id }] })
    const { id: claimId } = await desk.claim({ article })
    await refused(() => desk.claim({ article, by: desk.editor }), "forbidden", "policy.claim_mark")
    const verdict = { rating: "false", conclusion: "They rose." }
    await refused(() => draftVerdict(desk.editor, { claimId, verdict }), "forbidden", "policy.verdict_draft")
    const evidence = { claimId, source: newSource(), evidence: { stance: "context" as const } }
    await refused(() => addEvidence(desk.editor, evidence), "forbidden", "policy.evidence_edit")
    await refused(() => sendToReview(desk.editor, { claimId, waivers: [] }), "forbidden", "policy.round_send")
    const fields = { statement: "Taxes rose." }
    await refused(() => editClaim(desk.editor, { claimId, fields }), "forbidden", "policy.claim_edit")
    const byline = { articleId: article.id, fields: { authors: [] } }
    await refused(() => editArticle(desk.editor, byline), "forbidden", "policy.article_edit")
  })
})

describe("whoever is named an author of what they approved", () => {
  const named = (by: Actor, articleId: string, ...members: Actor[]) =>
    editArticle(by, { articleId, fields: { authors: members.map(({ id }) => ({ membershipId: id })) } })

  test("takes the approval back by that, also by their own hand, and leads and checks nothing there", async ({
    desk,
  }) => {
    const article = await desk.article()
    const { id: articleId } = article
    const { id: claimId, round } = await desk.sentClaim({ article })
    await decide(desk.editor, round.id)()
    await editArticle(desk.editor, { articleId, fields: { leadId: desk.editor.id } })
    await assignClaims(desk.checker, { claims: [{ claimId }], assigneeId: desk.editor.id })
    expect(await named(desk.editor, articleId, desk.editor)).toMatchObject({ lead: null })
    const claim = await readClaim(desk.checker, claimId)
    expect(claim).toMatchObject({ state: "in_review", assignee: null })
    expect(claim.reviews.at(-1)).toMatchObject({ reviewer: { id: desk.editor.id }, decision: "withdraw" })
    const about = { article: articleId, claim: claimId }
    expect(await desk.lastEvents(3)).toMatchObject([
      { act: "article.edited", payload: { changed: ["leadId", "authors"] } },
      {
        act: "review.withdrawn",
        actorId: desk.editor.id,
        subjects: { ...about, round: round.id, membership: desk.editor.id },
        payload: { round: 1, state: "in_review", because: "author" },
      },
      { act: "claim.assigned", subjects: about, payload: { changed: ["assignee"] } },
    ])
    await mayNotReview(desk.editor, round.id)
    const leads = () => editArticle(desk.checker, { articleId, fields: { leadId: desk.editor.id } })
    await refused(leads, "invalid", "article.authorLeads")
    expect(await decide(desk.secondEditor, round.id)()).toMatchObject({ state: "approved" })
  })

  test("leaves what others approved as it is", async ({ desk }) => {
    await desk.set({ approvals: 2 })
    const article = await desk.article()
    const both = await desk.sentClaim({ article })
    const others = await desk.sentClaim({ article, words: WORDS.fact })
    for (const actor of [desk.editor, desk.secondEditor]) await decide(actor, both.round.id)()
    for (const actor of [desk.owner, desk.secondEditor]) await decide(actor, others.round.id)()
    await named(desk.checker, article.id, desk.editor)
    expect(await readClaim(desk.checker, both.id)).toMatchObject({ state: "in_review" })
    expect(await readClaim(desk.checker, others.id)).toMatchObject({ state: "approved", version: others.version + 2 })
    expect(await decide(desk.owner, both.round.id)()).toMatchObject({ state: "approved" })
  })

  test("nor does a withdrawn claim come back with it", async ({ desk }) => {
    const { id: claimId, articleId } = await desk.approvedClaim()
    await withdrawClaim(desk.owner, { claimId, reason: "Marked twice" })
    await named(desk.checker, articleId, desk.editor, desk.secondEditor)
    expect(await restoreClaim(desk.owner, { claimId })).toMatchObject({ state: "open", round: null })
  })

  test("can't be where it has gone out, before it is reopened", async ({ desk }) => {
    const { id: claimId, articleId } = await desk.approvedClaim()
    const { reviews } = await readClaim(desk.checker, claimId)
    const approver = [desk.editor, desk.secondEditor, desk.owner].find(({ id }) => id === reviews[0]?.reviewer.id)
    const signer = [desk.editor, desk.secondEditor].find((one) => one !== approver)
    if (!approver || !signer) throw new Error("nobody to approve or sign")
    await signOffArticle(signer, { articleId, notices: [] })
    await refused(() => named(desk.checker, articleId, approver), "conflict", "article.authorApproved")
    await reopen(signer, { articleId, claimId, kind: "factual", reason: "An approver wrote it" })
    await named(desk.checker, articleId, approver)
    expect((await readClaim(desk.checker, claimId)).state).not.toBe("approved")
  })
})

describe("a review that the rules did not see", () => {
  test("is refused by the database on a round that is not the claim's current one", async ({ desk }) => {
    const recalled = await desk.sentClaim()
    await recallRound(desk.checker, { roundId: recalled.round.id })
    await refused(insertReview(desk.editor, recalled.round.id), "conflict", "review.roundOver")
    await sendToReview(desk.checker, { claimId: recalled.id, waivers: [] })
    await refused(insertReview(desk.editor, recalled.round.id), "conflict", "review.roundOver")
    const changed = await desk.sentClaim()
    const asked = { roundId: changed.round.id, decision: "request_changes", note: "Why?" } as const
    await decideReview(desk.secondEditor, asked)
    await refused(insertReview(desk.editor, changed.round.id), "conflict", "review.roundOver")
  })

  test("says why, unless it approves", async ({ desk }) => {
    const { round } = await desk.sentClaim()
    const { workspaceId } = desk
    for (const decision of ["request_changes", "withdraw"] as const) {
      for (const note of [null, "  "]) {
        const data = { id: newId(), workspaceId, roundId: round.id, reviewerId: desk.editor.id, decision, note }
        await expect(db().review.create({ data })).rejects.toThrow("Review_note")
      }
    }
  })

  test("is not the reviewer's of another desk", async ({ desk }) => {
    const { round } = await desk.sentClaim()
    const other = await desk.otherWorkspace()
    for (const workspaceId of [desk.workspaceId, other.workspaceId]) {
      const reviewerId = other.editor.id
      const data = { id: newId(), workspaceId, roundId: round.id, reviewerId, decision: "approve" as const }
      await expect(db().review.create({ data })).rejects.toThrow(/_fkey/)
    }
  })
})

test("a round without its sender among its authors can't be written", async ({ desk }) => {
  const { id: claimId, round } = await desk.sentClaim()
  const { scaleId } = await db().round.findUniqueOrThrow({ where: { id: round.id } })
  const row = { id: newId(), workspaceId: desk.workspaceId, claimId, number: 2, scaleId, senderId: desk.editor.id }
  const insert = db().$transaction((tx) => tx.round.create({ data: { ...row, snapshot: {} } }))
  await expect(insert).rejects.toThrow("the sender of a round is one of its authors")
})

test("who has an approval that stands or waits in an article can't be written down as its author", async ({ desk }) => {
  const { articleId } = await desk.approvedClaim()
  const author = (who: Actor) => ({
    data: { workspaceId: desk.workspaceId, articleId, membershipId: who.id, name: "A", ordinal: 9 },
  })
  await expect(db().articleAuthor.create(author(desk.editor))).rejects.toThrow("ArticleAuthor_approves_nothing")
  await db().articleAuthor.create(author(desk.secondEditor))
  const authors = [{ membershipId: desk.editor.id }]
  await editArticle(desk.owner, { articleId, fields: { authors } })
  expect(await db().articleAuthor.count({ where: { articleId, membershipId: desk.editor.id } })).toBe(1)
})
