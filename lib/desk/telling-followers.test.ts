/** Whom an act tells: those who follow what it is about and those who are to act on it, never themselves, and nobody what they may not see. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { followsArticle, followsClaim } from "../domain/follow"
import type { Actor } from "../domain/workspace"
import { assignClaims } from "./arrangements"
import { editArticle, readArticle } from "./articles"
import { startThread } from "./comments"
import { addEvidence } from "./evidence"
import { deactivateMember } from "./members"
import { followArticle, followClaim, followersOf, readFollowing } from "./following"
import { listNotifications, unreadNotifications } from "./notifications"
import { askOpinion } from "./opinions"
import { remindOfComplaints } from "./complaint-reminders"
import { decideComplaint, recordComplaint, reopen } from "./reopenings"
import { decideReview } from "./reviews"
import { reviseArticle } from "./revising"
import { recallRound, sendToReview } from "./rounds"
import { signOffArticle } from "./sign-offs"
import { newSource, test, WORDS, withRound, type Desk, type Name } from "./testing/desk"
import { COMPLAINT, signedClaimOf } from "./testing/sign-off-acts"
import { proposeTidy } from "./tidies"
import { draftVerdict } from "./verdicts"

/** What somebody was told and has not read, the newest first. */
const told = async (who: Actor) => (await listNotifications(who, { limit: 50 })).items.map(({ kind }) => kind)

/** Who was told, by name, and of what. */
async function toldAll(desk: Desk) {
  const names: Name[] = ["owner", "editor", "secondEditor", "checker", "secondChecker", "author", "viewer"]
  const all = await Promise.all(names.map(async (name) => [name, await told(desk[name])] as const))
  return Object.fromEntries(all.filter(([, kinds]) => kinds.length > 0))
}

/** Whether somebody follows an article, as their galley says. */
async function follows(who: Actor, articleId: string): Promise<boolean> {
  return followsArticle(who.id, await readArticle(who, articleId), await readFollowing(who, articleId))
}

describe("following a claim by one's part in it", () => {
  test("its authors are asked for changes, and whoever else follows it hears of that", async ({ desk }) => {
    const { id: claimId, articleId, round } = await desk.sentClaim()
    await assignClaims(desk.checker, { claims: [{ claimId }], assigneeId: desk.secondChecker.id })
    await editArticle(desk.checker, { articleId, fields: { leadId: desk.owner.id } })
    const about = { articleId, kind: "note", body: "Hm.", about: { claimId } } as const
    await startThread(desk.secondEditor, about)
    await decideReview(desk.editor, { roundId: round.id, decision: "request_changes", note: "Which year?" })
    expect(await toldAll(desk)).toEqual({
      checker: ["changes_requested"],
      secondChecker: ["round_returned", "claim_assigned"],
      owner: ["round_returned", "lead_given"],
      secondEditor: ["round_returned"],
    })
    const [first] = (await listNotifications(desk.checker, { limit: 1 })).items
    expect(first).toMatchObject({ claim: { id: claimId, article: { id: articleId } }, article: null })
  })

  test("an approval is told once it is enough, and a lead is spared what goes as it should", async ({ desk }) => {
    await desk.set({ approvals: 2 })
    const { id: claimId, articleId, round } = await desk.sentClaim()
    await editArticle(desk.checker, { articleId, fields: { leadId: desk.secondEditor.id } })
    await decideReview(desk.editor, { roundId: round.id, decision: "approve" })
    const lead = ["lead_given"]
    expect(await toldAll(desk)).toEqual({ secondEditor: lead })
    await decideReview(desk.owner, { roundId: round.id, decision: "approve" })
    expect(await toldAll(desk)).toEqual({ checker: ["round_approved"], secondEditor: lead })
    const verdict = { rating: "mixed", conclusion: "Both." }
    await draftVerdict(desk.secondChecker, { claimId, verdict })
    expect(await toldAll(desk)).toEqual({
      checker: ["verdict_reopened", "round_approved"],
      secondEditor: ["verdict_reopened", ...lead],
    })
  })

  test("a new text tells whose words it changed, several of an article in one, and not that approvals fell by it", async ({
    desk,
  }) => {
    const article = await desk.article()
    await desk.approvedClaim({ article, words: "nine percent" })
    await desk.approvedClaim({ article, words: WORDS.fact })
    await desk.approvedClaim({ article, words: WORDS.other })
    await db().notification.deleteMany({ where: { workspaceId: desk.workspaceId } })
    const body = article.revision.text.slice(article.revision.bodyStart)
    const now = body
      .replace("nine", "seven")
      .replace("1931", "1932")
      .replace(/In the end.*/, "")
    const bytes = new TextEncoder().encode(now)
    const text = { articleId: article.id, bytes, format: "text", origin: "paste", head: "keep", given: {} } as const
    await reviseArticle(desk.secondChecker, text)
    const { items } = await listNotifications(desk.checker, { limit: 20 })
    expect(items.map(({ kind, article, claim }) => [kind, article?.id, claim?.number])).toEqual(
      expect.arrayContaining([
        ["claim_stale", article.id, undefined],
        ["claim_lost", undefined, 3],
      ]),
    )
    expect(items).toHaveLength(2)
  })

  test("of what is unread the newest takes the place: one line for one claim", async ({ desk }) => {
    const claim = await desk.approvedClaim()
    const again = { rating: "mixed", conclusion: "Both." }
    await draftVerdict(desk.secondChecker, { claimId: claim.id, verdict: again })
    const [first] = (await listNotifications(desk.checker, { limit: 1 })).items
    await db().claim.update({ where: { id: claim.id }, data: { state: "approved", roundId: claim.round.id } })
    await draftVerdict(desk.secondChecker, { claimId: claim.id, verdict: { ...again, conclusion: "Neither." } })
    const [second] = (await listNotifications(desk.checker, { limit: 1 })).items
    expect(await told(desk.checker)).toEqual(["verdict_reopened", "round_approved"])
    expect(second?.id).not.toBe(first?.id)
  })
})

describe("following by one's own word", () => {
  test("whoever follows an article hears of all its claims; an unfollowed claim is silent, whoever checks it", async ({
    desk,
  }) => {
    const article = await desk.article()
    await followArticle(desk.viewer, { articleId: article.id, follows: true })
    const claim = await desk.sentClaim({ article })
    expect(await told(desk.viewer)).toEqual(["round_sent"])
    await followClaim(desk.viewer, { claimId: claim.id, follows: false })
    await followClaim(desk.secondEditor, { claimId: claim.id, follows: true })
    await followClaim(desk.checker, { claimId: claim.id, follows: false })
    await decideReview(desk.editor, { roundId: claim.round.id, decision: "approve" })
    expect(await toldAll(desk)).toEqual({ viewer: ["round_sent"], secondEditor: ["round_approved"] })
  })

  test("who lets go of an article hears no more of it, but for what they are to do and what they follow in it", async ({
    desk,
  }) => {
    const article = await desk.article()
    await followArticle(desk.checker, { articleId: article.id, follows: false })
    const [one, other] = [await desk.sentClaim({ article }), await desk.sentClaim({ article, words: WORDS.fact })]
    await followClaim(desk.checker, { claimId: other.id, follows: true })
    await decideReview(desk.editor, { roundId: other.round.id, decision: "approve" })
    await decideReview(desk.editor, { roundId: one.round.id, decision: "request_changes", note: "When?" })
    expect(await told(desk.checker)).toEqual(["changes_requested", "round_approved"])
    expect(await follows(desk.checker, article.id)).toBe(false)
  })

  test("the galley says of every claim and person what is told", async ({ desk }) => {
    const article = await desk.article()
    const claims = [
      await desk.sentClaim({ article }),
      await desk.claim({ article, words: WORDS.fact, by: desk.editor }),
      await desk.claim({ article, words: WORDS.other, by: desk.owner }),
    ] as const
    const [sent, , other] = claims
    await recallRound(desk.checker, { roundId: sent.round.id })
    await assignClaims(desk.owner, { claims: [{ claimId: sent.id }], assigneeId: desk.secondChecker.id })
    await editArticle(desk.checker, { articleId: article.id, fields: { leadId: desk.secondEditor.id } })
    const note = { articleId: article.id, kind: "note", body: "Hm.", about: { claimId: other.id } } as const
    await startThread(desk.secondChecker, note)
    await followArticle(desk.viewer, { articleId: article.id, follows: true })
    await followClaim(desk.viewer, { claimId: other.id, follows: false })
    await followClaim(desk.secondEditor, { claimId: sent.id, follows: false })
    await followArticle(desk.owner, { articleId: article.id, follows: false })
    const ids = claims.map(({ id }) => id)
    const told = (await followersOf(db(), desk.workspaceId, ids)).map((one) => `${one.membershipId} ${one.claimId}`)
    const people = [desk.owner, desk.editor, desk.secondEditor, desk.checker, desk.secondChecker, desk.viewer]
    const shown: string[] = []
    for (const who of people) {
      const [{ lead, claims }, words] = [await readArticle(who, article.id), await readFollowing(who, article.id)]
      const followed = claims.filter((claim) => followsClaim(who.id, { claim, lead }, words))
      shown.push(...followed.map(({ id }) => `${who.id} ${id}`))
    }
    expect(shown.sort()).toEqual(told.sort())
    expect(told).toHaveLength(8)
  })

  test("a lead follows their article until they say otherwise", async ({ desk }) => {
    const { id: articleId } = await desk.article()
    expect(await follows(desk.editor, articleId)).toBe(false)
    await editArticle(desk.checker, { articleId, fields: { leadId: desk.editor.id } })
    expect(await follows(desk.editor, articleId)).toBe(true)
    await followArticle(desk.editor, { articleId, follows: false })
    expect(await follows(desk.editor, articleId)).toBe(false)
  })
})

describe("whoever is to act", () => {
  test("is told which claims are theirs to check now, not those that they take themselves", async ({ desk }) => {
    const article = await desk.article()
    const claims = [await desk.claim({ article }), await desk.claim({ article, words: WORDS.fact })]
    const asked = claims.map(({ id }) => ({ claimId: id }))
    await assignClaims(desk.editor, { claims: asked, assigneeId: desk.secondChecker.id })
    const { items } = await listNotifications(desk.secondChecker, { limit: 20 })
    expect(items).toMatchObject([{ kind: "claim_assigned", claim: null, article: { id: article.id } }])
    await assignClaims(desk.editor, { claims: asked.slice(0, 1), assigneeId: desk.editor.id })
    expect(await told(desk.editor)).toEqual([])
  })

  test("a mended typo waits for those who approved it; where none of them may, for the editors who do", async ({
    desk,
  }) => {
    const verdict = { conclusion: "The statistics ofice counts four." }
    const words = { conclusion: "The statistics office counts four." }
    const claim = await desk.approvedClaim({ verdict })
    await proposeTidy(desk.secondChecker, { claimId: claim.id, words })
    expect(await told(desk.editor)).toEqual(["tidy_waits"])
    expect(await told(desk.secondEditor)).toEqual([])
    const other = await desk.approvedClaim({ verdict })
    await proposeTidy(desk.editor, { claimId: other.id, words })
    for (const name of ["secondEditor", "owner"] as const) expect(await told(desk[name])).toEqual(["tidy_waits"])
    expect(await told(desk.editor)).toEqual(["tidy_waits"])
  })

  test("a complaint that is late is told once to editors who can decide on it, and not to who approved what it is about", async ({
    desk,
  }) => {
    const { id: claimId, articleId } = await signedClaimOf(desk)
    await db().notification.deleteMany({ where: { workspaceId: desk.workspaceId } })
    const dueAt = "2026-11-21T10:00:00.000Z"
    const { complaintId } = await recordComplaint(desk.owner, { articleId, claimId, ...COMPLAINT, dueAt })
    await remindOfComplaints(new Date(Date.parse(dueAt) - 1))
    const received = { secondEditor: ["complaint_received"] }
    expect(await toldAll(desk)).toEqual(received)
    for (let turn = 0; turn < 2; turn += 1) await remindOfComplaints(new Date(dueAt))
    const due = ["complaint_due"]
    expect(await toldAll(desk)).toEqual({ owner: due, secondEditor: [...due, ...received.secondEditor] })
    const about = { act: "complaint.due", actorId: null, subjects: { complaint: complaintId } }
    expect(await desk.lastEvents(1)).toMatchObject([about])
    await decideComplaint(desk.owner, { complaintId, outcome: "rejected", answer: "No." })
    const row = await db().complaint.findUniqueOrThrow({ where: { id: complaintId } })
    expect(row.dueToldAt).toEqual(new Date(dueAt))
  })
})

test("an article's going out, its reopening and its correction are told to those who had a part in it", async ({
  desk,
}) => {
  const { id: claimId, articleId } = await signedClaimOf(desk)
  await followArticle(desk.viewer, { articleId, follows: true })
  expect(await told(desk.checker)).toEqual(["signed_off", "round_approved"])
  await reopen(desk.secondEditor, { articleId, claimId, kind: "factual", reason: "It was ten." })
  expect(await told(desk.viewer)).toEqual(["reopened"])
  const verdict = { rating: "mixed", conclusion: "Both." }
  await draftVerdict(desk.checker, { claimId, verdict })
  const { round } = withRound(await sendToReview(desk.checker, { claimId, waivers: [] }))
  await decideReview(desk.editor, { roundId: round.id, decision: "approve" })
  await signOffArticle(desk.secondEditor, { articleId, notices: [] })
  expect(await told(desk.viewer)).toEqual(["signed_off", "corrected", "round_approved", "round_sent", "reopened"])
  expect(await told(desk.secondEditor)).toEqual([])
})

describe("nobody is told what they may not see", () => {
  test("an author hears nothing of another's article, also where they have asked to; who has left hears nothing", async ({
    desk,
  }) => {
    const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
    const claim = await desk.sentClaim({ article })
    for (const name of ["author", "secondChecker"] as const) {
      await followClaim(desk[name], { claimId: claim.id, follows: true })
    }
    await db().articleAuthor.deleteMany({ where: { articleId: article.id } })
    await deactivateMember(desk.owner, { memberId: desk.secondChecker.id })
    await decideReview(desk.editor, { roundId: claim.round.id, decision: "approve" })
    const rows = await db().notification.findMany({ where: { workspaceId: desk.workspaceId } })
    expect(rows.map(({ membershipId, kind }) => [membershipId, kind])).toEqual([[desk.checker.id, "round_approved"]])
  })

  test("who is to give a second opinion hears nothing of the first verdict: not when told, nor listed, nor counted", async ({
    desk,
  }) => {
    const { id: claimId, articleId } = await desk.claim()
    await askOpinion(desk.editor, { claimId, ofId: desk.secondChecker.id })
    for (const name of ["secondChecker", "viewer"] as const) {
      await followClaim(desk[name], { claimId, follows: true })
    }
    await addEvidence(desk.checker, { claimId, source: newSource(), evidence: { stance: "refutes" } })
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "false", conclusion: "Four." } })
    await sendToReview(desk.checker, { claimId, waivers: [] })
    const rows = await db().notification.findMany({ where: { workspaceId: desk.workspaceId, kind: "round_sent" } })
    expect(rows.map(({ membershipId }) => membershipId)).toEqual([desk.viewer.id])
    // One that was told before they were asked.
    const { id: membershipId, workspaceId } = desk.secondChecker
    await db().notification.create({ data: { workspaceId, membershipId, kind: "round_sent", claimId } })
    await db().notification.create({ data: { workspaceId, membershipId, kind: "signed_off", articleId } })
    expect(await told(desk.secondChecker)).toEqual(["signed_off", "opinion_asked"])
    expect(await unreadNotifications(desk.secondChecker)).toBe(2)
  })
})
