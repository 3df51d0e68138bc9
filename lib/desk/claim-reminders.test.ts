/** Claims whose time has passed: who is told, when, and that it is told once for each time. */
import { expect } from "vitest"
import { archiveArticle, restoreArticle } from "./archive"
import { assignClaims } from "./arrangements"
import { editArticle } from "./articles"
import { remindOfClaims } from "./claim-reminders"
import { deactivateMember } from "./members"
import { listNotifications } from "./notifications"
import { test, type Desk } from "./testing/desk"

const DUE = new Date("2024-11-15T12:00:00.000Z")
const BEFORE = new Date(DUE.getTime() - 1)

const told = async (who: Desk["owner"]) =>
  (await listNotifications(who, { limit: 20 })).items
    .filter(({ kind }) => kind === "claim_due")
    .map(({ kind, claim, article }) => [kind, claim?.id ?? article?.id])

async function dueClaim(desk: Desk, assigneeId?: string) {
  const claim = await desk.claim()
  const given = { dueAt: DUE.toISOString(), ...(assigneeId && { assigneeId }) }
  await assignClaims(desk.editor, { claims: [{ claimId: claim.id }], ...given })
  return claim
}

test("whoever checks it and the article's lead are told once, from that instant on", async ({ desk }) => {
  const { id, articleId } = await dueClaim(desk, desk.secondChecker.id)
  await editArticle(desk.editor, { articleId, fields: { leadId: desk.editor.id } })
  await remindOfClaims(BEFORE)
  expect(await told(desk.secondChecker)).toEqual([])
  for (let turn = 0; turn < 2; turn += 1) await remindOfClaims(DUE)
  for (const name of ["secondChecker", "editor"] as const) expect(await told(desk[name])).toEqual([["claim_due", id]])
  for (const name of ["checker", "owner"] as const) expect(await told(desk[name])).toEqual([])
  expect(await desk.lastEvents(1)).toMatchObject([{ act: "claim.due", actorId: null, subjects: { claim: id } }])
})

test("what is nobody's is told to whoever marked it", async ({ desk }) => {
  const { id } = await dueClaim(desk)
  await remindOfClaims(DUE)
  expect(await told(desk.checker)).toEqual([["claim_due", id]])
})

test("where whoever checks it has left, the lead is told; without one whoever marked it, and else the editors", async ({
  desk,
}) => {
  const people = ["owner", "editor", "secondEditor", "checker", "secondChecker", "viewer"] as const
  const toldOf = async (id: string) => {
    const each = await Promise.all(
      people.map(async (name) => ({ name, ids: (await told(desk[name])).map(([, of]) => of) })),
    )
    return each.flatMap(({ name, ids }) => (ids.includes(id) ? [name] : []))
  }
  const led = await dueClaim(desk, desk.secondChecker.id)
  await editArticle(desk.editor, { articleId: led.articleId, fields: { leadId: desk.editor.id } })
  const marked = await dueClaim(desk, desk.secondChecker.id)
  await deactivateMember(desk.owner, { memberId: desk.secondChecker.id })
  await remindOfClaims(DUE)
  expect([await toldOf(led.id), await toldOf(marked.id)]).toEqual([["editor"], ["checker"]])
  const left = await dueClaim(desk)
  await deactivateMember(desk.owner, { memberId: desk.checker.id })
  await remindOfClaims(DUE)
  expect(await toldOf(left.id)).toEqual(["owner", "editor", "secondEditor"])
})

test("more time is another time: it is told of again once that has passed too", async ({ desk }) => {
  const { id } = await dueClaim(desk, desk.secondChecker.id)
  await remindOfClaims(DUE)
  const later = new Date(DUE.getTime() + 3_600_000)
  await assignClaims(desk.editor, { claims: [{ claimId: id }], dueAt: later.toISOString() })
  const events = await desk.eventCount()
  await remindOfClaims(DUE)
  expect(await desk.eventCount()).toBe(events)
  await remindOfClaims(later)
  expect(await desk.lastEvents(1)).toMatchObject([{ act: "claim.due" }])
})

test("nothing is said of what is done, nor of what is put away until it is back", async ({ desk }) => {
  const approved = await desk.approvedClaim()
  await assignClaims(desk.editor, { claims: [{ claimId: approved.id }], dueAt: DUE.toISOString() })
  const { id, articleId } = await dueClaim(desk)
  await archiveArticle(desk.editor, { articleId })
  await remindOfClaims(DUE)
  expect(await told(desk.checker)).toEqual([])
  await restoreArticle(desk.editor, { articleId })
  await remindOfClaims(DUE)
  expect(await told(desk.checker)).toEqual([["claim_due", id]])
})

test("a claim is late with its article where that is due earlier, and told of once for both", async ({ desk }) => {
  const article = await desk.article()
  const { id, articleId } = await desk.claim({ article })
  await desk.approvedClaim({ article })
  const dueWith = (dueAt: string | null) => editArticle(desk.editor, { articleId, fields: { dueAt } })
  const later = new Date(DUE.getTime() + 3_600_000)
  await dueWith(DUE.toISOString())
  await assignClaims(desk.editor, { claims: [{ claimId: id }], dueAt: later.toISOString() })
  await remindOfClaims(BEFORE)
  expect(await told(desk.checker)).toEqual([])
  for (const now of [DUE, later]) await remindOfClaims(now)
  expect(await told(desk.checker)).toEqual([["claim_due", articleId]])
  const events = await desk.eventCount()
  // Another time of its own that is later still changes nothing; without the article's it is another time.
  await assignClaims(desk.editor, { claims: [{ claimId: id }], dueAt: new Date(later.getTime() + 1).toISOString() })
  await remindOfClaims(new Date(later.getTime() + 1))
  expect(await desk.eventCount()).toBe(events + 1)
  await dueWith(null)
  await remindOfClaims(new Date(later.getTime() + 1))
  expect(await desk.lastEvents(1)).toMatchObject([{ act: "claim.due", subjects: { claim: id } }])
})

test("of all that is late with its article the same person is told once, also of what is marked later", async ({
  desk,
}) => {
  const article = await desk.article()
  const fields = { dueAt: DUE.toISOString(), leadId: desk.editor.id }
  await editArticle(desk.editor, { articleId: article.id, fields })
  for (let count = 0; count < 3; count += 1) await desk.claim({ article })
  await remindOfClaims(DUE)
  const late = await desk.claim({ article })
  await remindOfClaims(DUE)
  for (const name of ["checker", "editor"] as const) expect(await told(desk[name])).toEqual([["claim_due", article.id]])
  expect(await desk.lastEvents(1)).toMatchObject([{ act: "claim.due", subjects: { claim: late.id } }])
})

test("of several of one article that have the same time, each person is told once, and of one alone by its name", async ({
  desk,
}) => {
  const article = await desk.article()
  const claims = []
  for (let count = 0; count < 3; count += 1) claims.push({ claimId: (await desk.claim({ article })).id })
  await assignClaims(desk.editor, { claims, dueAt: DUE.toISOString(), assigneeId: desk.secondChecker.id })
  const [first] = claims
  await assignClaims(desk.editor, { claims: claims.slice(0, 1), assigneeId: desk.checker.id })
  await remindOfClaims(DUE)
  expect(await told(desk.secondChecker)).toEqual([["claim_due", article.id]])
  expect(await told(desk.checker)).toEqual([["claim_due", first?.claimId]])
  const events = await desk.lastEvents(3)
  expect(events.map(({ act, subjects }) => [act, subjects.claim])).toEqual(
    claims.map(({ claimId }) => ["claim.due", claimId]),
  )
})

test("claims whose own time passes later are told of too, where those before them are unread", async ({ desk }) => {
  const article = await desk.article()
  const claims = []
  for (let n = 0; n < 4; n += 1) claims.push((await desk.claim({ article })).id)
  const due = (ids: string[], at: Date) =>
    assignClaims(desk.editor, { claims: ids.map((claimId) => ({ claimId })), dueAt: at.toISOString() })
  const later = new Date(DUE.getTime() + 86_400_000)
  await due(claims.slice(0, 2), DUE)
  await due(claims.slice(2), later)
  await remindOfClaims(DUE)
  const [before] = (await listNotifications(desk.checker, { limit: 20 })).items
  await remindOfClaims(later)
  const { items } = await listNotifications(desk.checker, { limit: 20 })
  expect(items.map(({ kind, article: about }) => [kind, about?.id])).toEqual([["claim_due", article.id]])
  expect(items[0]?.id).not.toBe(before?.id)
})
