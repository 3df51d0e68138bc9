/** Who is to act is told, and nobody what they may not see; where they have left the desk, whoever stands in for them. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { assignClaims } from "./arrangements"
import { answerFix, proposeFix } from "./fixes"
import { editArticle } from "./articles"
import { remindOfContacts } from "./contact-reminders"
import { addEvidence } from "./evidence"
import { deactivateMember } from "./members"
import { listNotifications } from "./notifications"
import { askOpinion, lookIn, takeOpinion } from "./opinions"
import { recordComplaint } from "./reopenings"
import { tellCheckers } from "./telling-checkers"
import { called } from "./testing/contact-acts"
import { newSource, test, type Desk, type Name } from "./testing/desk"
import { COMPLAINT, signedClaimOf } from "./testing/sign-off-acts"

/** Who was told, by name, and of what; the newest first. */
async function toldAll(desk: Desk) {
  const names: Name[] = ["owner", "editor", "secondEditor", "checker", "secondChecker", "author", "viewer"]
  const all = await Promise.all(
    names.map(async (name) => {
      const { items } = await listNotifications(desk[name], { limit: 50 })
      return [name, items.map(({ kind }) => kind)] as const
    }),
  )
  return Object.fromEntries(all.filter(([, kinds]) => kinds.length > 0))
}

const forget = ({ workspaceId }: Desk) => db().notification.deleteMany({ where: { workspaceId } })

/** An article of the author's and the second editor's, which the owner leads. */
async function led(desk: Desk) {
  const authors = [desk.author, desk.secondEditor].map(({ id }) => ({ membershipId: id }))
  const article = await desk.article({ authors })
  await editArticle(desk.checker, { articleId: article.id, fields: { leadId: desk.owner.id } })
  const toldOfIt = await toldAll(desk)
  await forget(desk)
  return { article, toldOfIt }
}

describe("a fix", () => {
  test("is told to the article's authors and its lead, and its answer to whoever proposed it", async ({ desk }) => {
    const { article } = await led(desk)
    const { id: claimId } = await desk.claim({ article })
    const { fix } = await proposeFix(desk.checker, { claimId, wording: "rents fell", reason: null })
    const proposed = ["fix_proposed"]
    expect(await toldAll(desk)).toEqual({ author: proposed, secondEditor: proposed, owner: proposed })
    await answerFix(desk.author, { fixId: fix?.id ?? "", answer: "accepted", wording: null, reason: null })
    expect((await toldAll(desk)).checker).toEqual(["fix_answered"])
  })

  test("is not told to a lead who may yet give a second opinion", async ({ desk }) => {
    const { article } = await led(desk)
    const { id: claimId } = await desk.claim({ article })
    await askOpinion(desk.checker, { claimId })
    await lookIn(desk.checker, { claimId })
    await takeOpinion(desk.owner, { claimId })
    await proposeFix(desk.checker, { claimId, wording: "rents fell", reason: null })
    expect(await toldAll(desk)).toEqual({ author: ["fix_proposed"], secondEditor: ["fix_proposed"] })
  })
})

test("who is made lead of an article is told, and not again by another edit, nor who takes the lead themselves", async ({
  desk,
}) => {
  const { article, toldOfIt } = await led(desk)
  expect(toldOfIt).toEqual({ owner: ["lead_given"] })
  await editArticle(desk.checker, { articleId: article.id, fields: { section: "Town", leadId: desk.owner.id } })
  await editArticle(desk.checker, { articleId: article.id, fields: { leadId: desk.checker.id } })
  await editArticle(desk.checker, { articleId: article.id, fields: { leadId: null } })
  expect(await toldAll(desk)).toEqual({})
})

test("a new complaint is told to the editors who could decide on it, and no author or approver", async ({ desk }) => {
  const { articleId, id: claimId } = await signedClaimOf(desk)
  const authors = [{ membershipId: desk.author.id }]
  await editArticle(desk.secondEditor, { articleId, fields: { authors } })
  await forget(desk)
  await recordComplaint(desk.secondEditor, { articleId, claimId, ...COMPLAINT })
  expect(await toldAll(desk)).toEqual({ owner: ["complaint_received"] })
  const [notice] = (await listNotifications(desk.owner, { limit: 1 })).items
  expect(notice).toMatchObject({ article: { id: articleId }, claim: null })
  await editArticle(desk.secondEditor, {
    articleId,
    fields: { authors: [...authors, { membershipId: desk.owner.id }] },
  })
  expect(await toldAll(desk)).toEqual({})
})

describe("where whoever it concerns has left", () => {
  test("an overdue answer is told to the lead, and without one to editors who have not written the article", async ({
    desk,
  }) => {
    const { article } = await led(desk)
    const { id: claimId } = await desk.claim({ article, by: desk.secondChecker })
    await called(desk.checker, [claimId])
    await called(desk.checker, [claimId])
    await deactivateMember(desk.owner, { memberId: desk.checker.id })
    await db().contact.updateMany({ where: { workspaceId: desk.workspaceId }, data: { remindedAt: null } })
    await remindOfContacts()
    expect(await toldAll(desk)).toEqual({ owner: ["contact_due", "contact_due"] })
    await forget(desk)
    await editArticle(desk.editor, { articleId: article.id, fields: { leadId: null } })
    await forget(desk)
    await db().contact.updateMany({ where: { workspaceId: desk.workspaceId }, data: { remindedAt: null } })
    await remindOfContacts()
    const due = ["contact_due", "contact_due"]
    expect(await toldAll(desk)).toEqual({ owner: due, editor: due })
  })

  test("an overdue answer is told to the lead where whoever checks one of its claims may not see another", async ({
    desk,
  }) => {
    const { article } = await led(desk)
    const [{ id: claimId }, other] = [await desk.claim({ article }), await desk.claim({ article })]
    await called(desk.checker, [claimId, other.id])
    await assignClaims(desk.editor, { claims: [{ claimId }], assigneeId: desk.secondChecker.id })
    await askOpinion(desk.checker, { claimId: other.id })
    await takeOpinion(desk.secondChecker, { claimId: other.id })
    await deactivateMember(desk.owner, { memberId: desk.checker.id })
    await forget(desk)
    await remindOfContacts()
    expect(await toldAll(desk)).toEqual({ owner: ["contact_due"] })
  })

  test("a page that is gone is told to whoever marked the claim, and else to editors", async ({ desk }) => {
    const { id: claimId } = await desk.claim({ by: desk.secondChecker })
    const evidence = { stance: "context" } as const
    const cited = await addEvidence(desk.checker, { claimId, source: newSource(), evidence })
    const source = { id: cited.claim.evidence[0]?.source.id ?? "", workspaceId: desk.workspaceId, confidential: false }
    const tell = () => db().$transaction((tx) => tellCheckers(tx, source, "page_gone", [claimId]))
    await db().claim.update({ where: { id: claimId }, data: { assigneeId: desk.checker.id } })
    await deactivateMember(desk.owner, { memberId: desk.checker.id })
    await tell()
    expect(await toldAll(desk)).toEqual({ secondChecker: ["page_gone"] })
    await forget(desk)
    await deactivateMember(desk.owner, { memberId: desk.secondChecker.id })
    await tell()
    const gone = ["page_gone"]
    expect(await toldAll(desk)).toEqual({ owner: gone, editor: gone, secondEditor: gone })
  })
})
