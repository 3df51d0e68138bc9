/** What a desk lets go of by itself: nothing until it says so, then what is due and no more; the log tells of it and holds. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { readClaim } from "./claims"
import { deleteArticle, listDeleted } from "./erasing"
import { verifyEvents } from "./events"
import { addEvidence } from "./evidence"
import { notify } from "./notifications"
import { reopen } from "./reopenings"
import { letGo, readRetention, setRetention } from "./retention"
import { decideReview } from "./reviews"
import { sendToReview } from "./rounds"
import { signOffArticle } from "./sign-offs"
import { called } from "./testing/contact-acts"
import { newSource, refused, test, withRound, type Desk } from "./testing/desk"
import { letGoAfter, NEVER } from "./testing/retention-acts"
import { draftVerdict } from "./verdicts"

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const SECRET = { address: "+44 20 7946 0000", notes: "Rang twice.", reply: "Between us: yes." }

/** A contact of an article that is ready to go out, with all that is for few eyes. */
async function contactOf(desk: Desk, contact: { onRecord: boolean } = { onRecord: false }) {
  const { id: claimId, articleId } = await desk.claim()
  await addEvidence(desk.checker, { claimId, source: newSource(), evidence: { stance: "refutes" } })
  await draftVerdict(desk.checker, { claimId, verdict: { rating: "false", conclusion: "It is four." } })
  await called(desk.checker, [claimId], { ...SECRET, ...contact, outcome: "confirmed" })
  const { round } = withRound(await sendToReview(desk.checker, { claimId, waivers: [] }))
  await decideReview(desk.editor, { roundId: round.id, decision: "approve" })
  const kept = await db().contact.findFirstOrThrow({ where: { workspaceId: desk.workspaceId } })
  return { claimId, articleId, contactId: kept.id }
}

const sign = (desk: Desk, articleId: string) => signOffArticle(desk.secondEditor, { articleId, notices: [] })
const contactNow = (id: string) => db().contact.findUniqueOrThrow({ where: { id } })
const GONE = { address: null, notes: null, reply: null }

/** Puts a hold on a claim, whatever state it is in. */
const hold = (desk: Desk, id: string) =>
  db().claim.update({ where: { id }, data: { legal: "hold", legalAt: new Date(), legalById: desk.editor.id } })

describe("what a desk lets go of", () => {
  test("is nothing until it says so, and told from what to what", async ({ desk }) => {
    expect(await readRetention(desk.owner)).toMatchObject({ retention: NEVER })
    await letGoAfter(desk, { readNotifications: 30 })
    expect(await desk.lastEvents(1)).toMatchObject([
      {
        act: "retention.set",
        payload: { changed: ["readNotifications"], changes: [{ rule: "readNotifications", from: "never", to: 30 }] },
      },
    ])
    await letGoAfter(desk, { deletedArticles: 7 })
    expect((await readRetention(desk.owner)).retention).toEqual({ ...NEVER, readNotifications: 30, deletedArticles: 7 })
    const late = () => setRetention(desk.owner, { retention: NEVER, seen: NEVER })
    await refused(late, "conflict", "retention.changed")
    await refused(() => readRetention(desk.editor), "forbidden", "policy.workspace_set")
  })

  test("leaves all that else is set as it was", async ({ desk }) => {
    await desk.set({ approvals: 2, publishes: true })
    await letGoAfter(desk, { readNotifications: 30 })
    const { settings } = await db().workspace.findUniqueOrThrow({ where: { id: desk.workspaceId } })
    expect(settings).toMatchObject({ approvals: 2, publishes: true, retention: { readNotifications: 30 } })
  })
})

test("read notifications go so many days after they were read, unread ones never", async ({ desk }) => {
  const { id: claimId } = await desk.claim()
  const { workspaceId } = desk
  const told = (membershipId: string) => ({ membershipId, kind: "claim_due" as const, claimId })
  await db().$transaction((tx) => notify(tx, workspaceId, [told(desk.checker.id), told(desk.editor.id)]))
  await db().notification.updateMany({
    where: { workspaceId, membershipId: desk.checker.id },
    data: { readAt: new Date() },
  })
  await letGoAfter(desk, { readNotifications: 30 })
  expect((await readRetention(desk.owner, inDays(29))).tonight.readNotifications).toEqual({ goes: 0, held: 0 })
  expect((await readRetention(desk.owner, inDays(31))).tonight.readNotifications).toEqual({ goes: 1, held: 0 })
  await letGo(inDays(31))
  const left = await db().notification.findMany({ where: { workspaceId } })
  expect(left.map(({ membershipId }) => membershipId)).toEqual([desk.editor.id])
  expect(await desk.lastEvents(1)).toMatchObject([
    { act: "notifications.dropped", actorId: null, payload: { count: 1 } },
  ])
  const before = await desk.eventCount()
  await letGo(inDays(31))
  expect(await desk.eventCount()).toBe(before)
})

describe("what is for few eyes of a contact", () => {
  test("goes so many days after the last sign-off; the rest, the round and the log stay", async ({ desk }) => {
    const { articleId, claimId, contactId } = await contactOf(desk)
    await letGoAfter(desk, { contactDetails: 30 })
    await letGo(inDays(31))
    expect(await contactNow(contactId)).toMatchObject(SECRET)
    await sign(desk, articleId)
    await letGo(inDays(29))
    expect(await contactNow(contactId)).toMatchObject(SECRET)
    const { version } = await contactNow(contactId)
    expect((await readRetention(desk.owner, inDays(31))).tonight.contactDetails).toEqual({ goes: 1, held: 0 })
    await letGo(inDays(31))
    expect(await contactNow(contactId)).toMatchObject({ ...GONE, whom: "The ministry", outcome: "confirmed", version })
    expect(await desk.lastEvents(1)).toMatchObject([
      {
        act: "contact.details_erased",
        actorId: null,
        subjects: { article: articleId, contact: contactId, claim: claimId },
      },
    ])
    expect(await readClaim(desk.editor, claimId)).toMatchObject({ state: "approved" })
    expect((await verifyEvents(desk.workspaceId)).faults).toEqual([])
    expect((await readRetention(desk.owner, inDays(31))).tonight.contactDetails).toEqual({ goes: 0, held: 0 })
  })

  test("is not what was said on the record", async ({ desk }) => {
    const { articleId, contactId } = await contactOf(desk, { onRecord: true })
    await letGoAfter(desk, { contactDetails: 30 })
    await sign(desk, articleId)
    await letGo(inDays(31))
    expect(await contactNow(contactId)).toMatchObject({ ...GONE, reply: SECRET.reply })
  })

  test("stays while an article that it served is open again, or a claim is held", async ({ desk }) => {
    const { articleId, claimId, contactId } = await contactOf(desk)
    await letGoAfter(desk, { contactDetails: 30 })
    await sign(desk, articleId)
    await hold(desk, claimId)
    expect((await readRetention(desk.owner, inDays(31))).tonight.contactDetails).toEqual({ goes: 0, held: 1 })
    await letGo(inDays(31))
    expect(await contactNow(contactId)).toMatchObject(SECRET)
    await db().claim.update({ where: { id: claimId }, data: { legal: "clear" } })
    await reopen(desk.editor, { articleId, claimId, kind: "update", reason: "A reader wrote." })
    await letGo(inDays(31))
    expect(await contactNow(contactId)).toMatchObject(SECRET)
  })
})

describe("the content of a deleted article", () => {
  test("goes so many days after it was deleted, and the log still verifies", async ({ desk }) => {
    const { articleId } = await desk.approvedClaim()
    await letGoAfter(desk, { deletedArticles: 30 })
    await letGo(inDays(31))
    await deleteArticle(desk.owner, { articleId })
    expect((await readRetention(desk.owner, inDays(31))).tonight.deletedArticles).toEqual({ goes: 1, held: 0 })
    await letGo(inDays(29))
    expect(await listDeleted(desk.owner)).toHaveLength(1)
    await letGo(inDays(31))
    expect(await listDeleted(desk.owner)).toEqual([])
    expect(await db().revision.count({ where: { articleId } })).toBe(0)
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "article.erased", actorId: null, subjects: { article: articleId } },
    ])
    expect((await verifyEvents(desk.workspaceId)).faults).toEqual([])
  })

  test("stays while a claim of it is held", async ({ desk }) => {
    const { articleId, id } = await desk.approvedClaim()
    await letGoAfter(desk, { deletedArticles: 30 })
    await hold(desk, id)
    await deleteArticle(desk.owner, { articleId })
    expect((await readRetention(desk.owner, inDays(31))).tonight.deletedArticles).toEqual({ goes: 0, held: 1 })
    await letGo(inDays(31))
    expect(await listDeleted(desk.owner)).toHaveLength(1)
  })
})

test("each desk lets go by its own rules alone", async ({ desk }) => {
  const other = await desk.otherWorkspace()
  const [here, there] = [await desk.approvedClaim(), await other.approvedClaim()]
  await deleteArticle(desk.owner, { articleId: here.articleId })
  await deleteArticle(other.owner, { articleId: there.articleId })
  await letGoAfter(desk, { deletedArticles: 1 })
  await letGo(inDays(2))
  expect(await listDeleted(desk.owner)).toEqual([])
  expect(await listDeleted(other.owner)).toHaveLength(1)
})
