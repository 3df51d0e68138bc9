/** Deleting and erasing: what is gone for whom, what is gone for good, and that the log still holds. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { listArticles } from "./article-list"
import { readArticle } from "./articles"
import { verifyEvents } from "./events"
import { deleteArticle, eraseArticle, erasePerson, listDeleted } from "./erasing"
import { articleHistory, deskHistory } from "./history"
import { alreadyImported, importArticle } from "./imports"
import { decideReview } from "./reviews"
import { readClaim } from "./claims"
import { inviteMember } from "./invitations"
import { deactivateMember } from "./members"
import { matchStatement } from "./memory"
import { called } from "./testing/contact-acts"
import { refused, test, type Desk } from "./testing/desk"
import { furnished } from "./testing/furnished"

const clock = { now: new Date(), zone: "UTC" }
const EVERY = { filters: {}, clock, limit: 500 }

/** The tables in whose rows these words or ids stand. */
async function tablesWith(words: string[]): Promise<string[]> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`
  const holding: string[] = []
  for (const { name } of tables) {
    const wanted = words.map((_, at) => `t::text LIKE '%' || $${at + 1} || '%'`).join(" OR ")
    const rows = await db().$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${name} t WHERE ${wanted} LIMIT 1`, ...words)
    if (rows.length > 0) holding.push(name)
  }
  return holding
}

const pasted = (title: string) => ({
  bytes: new TextEncoder().encode(`${title} said that the harbour was deep.\n`),
  format: "text" as const,
  origin: "paste" as const,
  given: { title },
})

describe("deleting an article", () => {
  test("takes it out of everybody's sight, and is told", async ({ desk }) => {
    const { articleId } = await desk.approvedClaim()
    await deleteArticle(desk.owner, { articleId })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "article.deleted", subjects: { article: articleId } }])
    for (const name of ["viewer", "checker", "editor", "owner"] as const) {
      await refused(() => readArticle(desk[name], articleId), "not-found", "article.notFound")
      expect((await listArticles(desk[name], { group: "archived" })).items).toEqual([])
    }
    await refused(() => articleHistory(desk.owner, articleId, EVERY), "not-found", "article.notFound")
    expect((await deskHistory(desk.editor, EVERY)).items.map(({ act }) => act)).toEqual(["source.added"])
    expect((await deskHistory(desk.owner, EVERY)).items[0]).toMatchObject({ act: "article.deleted", article: null })
    expect((await verifyEvents(desk.workspaceId)).faults).toEqual([])
  })

  test("leaves nothing of it to be found or to be reminded of", async ({ desk }) => {
    const { articleId } = await desk.approvedClaim({ fields: { statement: "Taxes fell by nine percent in spring." } })
    const asked = { statement: "Taxes fell by nine percent in spring." }
    expect(await matchStatement(desk.checker, asked)).toHaveLength(1)
    await deleteArticle(desk.owner, { articleId })
    expect(await matchStatement(desk.checker, asked)).toEqual([])
    expect(await db().searchEntry.count({ where: { articleId } })).toBe(0)
  })

  test("lets the same file come in anew", async ({ desk }) => {
    const first = await importArticle(desk.checker, pasted("A deep harbour"))
    await deleteArticle(desk.owner, { articleId: first.articleId })
    expect(await alreadyImported(desk.checker, pasted("A deep harbour"))).toBeNull()
    const again = await importArticle(desk.checker, pasted("A deep harbour"))
    expect(again.duplicate).toBe(false)
  })

  test("is an owner's, of the version that they saw, once", async ({ desk }) => {
    const { id: articleId } = await desk.article()
    await refused(() => deleteArticle(desk.editor, { articleId }), "forbidden", "policy.article_delete")
    await refused(() => deleteArticle(desk.owner, { articleId, version: 9 }), "conflict", "article.changed")
    await deleteArticle(desk.owner, { articleId, version: 1 })
    await refused(() => deleteArticle(desk.owner, { articleId }), "not-found", "article.notFound")
  })

  test("keeps what was only ever added, and is never taken back", async ({ desk }) => {
    const { articleId, round } = await desk.approvedClaim()
    await deleteArticle(desk.owner, { articleId })
    const run = (sql: string) => db().$executeRawUnsafe(sql)
    await expect(run(`DELETE FROM "Review" WHERE "roundId" = '${round.id}'`)).rejects.toThrow("of Review is refused")
    const back = run(`UPDATE "Article" SET "deletedAt" = NULL WHERE "id" = '${articleId}'`)
    await expect(back).rejects.toThrow("deleted by delete_article")
  })
})

describe("erasing an article", () => {
  test("leaves of it a tombstone and its log alone, which still verifies", async () => {
    const { desk, articleId, revisionId, claimId, sentId, roundId, evidenceId, contactId, remarkId } = await furnished()
    await decideReview(desk.editor, { roundId, decision: "approve" })
    const others = await desk.approvedClaim()
    await deleteArticle(desk.owner, { articleId })
    await eraseArticle(desk.owner, { articleId })
    const ids = [revisionId, claimId, sentId, roundId, evidenceId, contactId, remarkId]
    expect(await tablesWith([articleId, ...ids])).toEqual([`"Article"`, `"Event"`, `"EventStream"`])
    const row = await db().article.findUniqueOrThrow({ where: { id: articleId } })
    expect(row).toMatchObject({ title: "–", byline: null, section: null, revisionId: null, words: 0 })
    const log = await db().event.findMany({ where: { streamId: articleId } })
    expect(log.length).toBeGreaterThan(8)
    expect(log.filter(({ payload }) => payload !== null)).toEqual([])
    expect((await verifyEvents(desk.workspaceId)).faults).toEqual([])
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "article.erased", subjects: { article: articleId } }])
    expect((await readArticle(desk.editor, others.articleId)).claims).toHaveLength(1)
  })

  test("takes files along that nothing else holds, and no others", async ({ desk }) => {
    const { articleId } = await importArticle(desk.checker, pasted("A shallow harbour"))
    const file = await db().file.findFirstOrThrow({
      where: { workspaceId: desk.workspaceId, revisions: { some: { articleId } } },
    })
    await desk.article()
    const before = await db().file.count({ where: { workspaceId: desk.workspaceId } })
    await deleteArticle(desk.owner, { articleId })
    await eraseArticle(desk.owner, { articleId })
    expect(await db().file.findUnique({ where: { id: file.id } })).toBeNull()
    expect(await db().file.count({ where: { workspaceId: desk.workspaceId } })).toBe(before - 1)
  })

  test("keeps a contact that serves another article's claim too", async ({ desk }) => {
    const { id: claimId, articleId } = await desk.claim()
    const other = await desk.claim()
    const shared = await called(desk.checker, [claimId, other.id])
    const own = await called(desk.checker, [claimId])
    await deleteArticle(desk.owner, { articleId })
    await eraseArticle(desk.owner, { articleId })
    const left = await db().contact.findMany({ where: { id: { in: [shared.contactId, own.contactId] } } })
    expect(left.map(({ id }) => id)).toEqual([shared.contactId])
  })

  test("is for owners, of what was deleted, once", async ({ desk }) => {
    const { articleId } = await desk.approvedClaim()
    const erase = (who: Desk["owner"]) => () => eraseArticle(who, { articleId })
    await refused(erase(desk.owner), "conflict", "article.notDeleted")
    await refused(erase(desk.editor), "forbidden", "policy.article_erase")
    await deleteArticle(desk.owner, { articleId })
    expect(await listDeleted(desk.owner)).toMatchObject([{ id: articleId }])
    await refused(erase(desk.editor), "not-found", "article.notFound")
    await eraseArticle(desk.owner, { articleId })
    expect(await listDeleted(desk.owner)).toEqual([])
    await refused(erase(desk.owner), "conflict", "article.erased")
  })

  test("is accounted for by the log of the desk: without that line the removal shows", async ({ desk }) => {
    const { articleId } = await desk.approvedClaim()
    await deleteArticle(desk.owner, { articleId })
    await eraseArticle(desk.owner, { articleId })
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.$executeRaw`DELETE FROM "Event" WHERE "act" = 'article.erased' AND "workspaceId" = ${desk.workspaceId}::uuid`
    })
    const faults = (await verifyEvents(desk.workspaceId)).faults.map(({ fault }) => fault)
    expect(new Set(faults)).toEqual(new Set(["head-differs", "payload-missing"]))
  })

  test("is not to be done by hand: settings alone let no row of a living article go", async ({ desk }) => {
    const { articleId } = await desk.approvedClaim()
    const { articleId: gone } = await desk.approvedClaim()
    await deleteArticle(desk.owner, { articleId: gone })
    await eraseArticle(desk.owner, { articleId: gone })
    for (const leaving of [articleId, gone]) {
      const attempt = db().$transaction(async (tx) => {
        await tx.$queryRaw`SELECT set_config('stet.leaving', ${leaving}, true)`
        await tx.$executeRaw`DELETE FROM "Review"`
      })
      await expect(attempt).rejects.toThrow("of Review is refused")
    }
  })
})

describe("erasing a person", () => {
  test("leaves what they did under a pseudonym, and their name and address nowhere", async ({ desk }) => {
    const { articleId, id: claimId, round } = await desk.sentClaim()
    const { id: memberId } = desk.secondEditor
    await decideReview(desk.secondEditor, { roundId: round.id, decision: "approve" })
    await desk.article({ authors: [{ membershipId: memberId }] })
    const [name, email] = [`secondEditor of ${desk.slug}`, `secondeditor@${desk.slug}.example.org`]
    await deactivateMember(desk.owner, { memberId })
    const { pseudonym } = await erasePerson(desk.owner, { email })
    expect(await tablesWith([name, email])).toEqual([])
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "member.erased", subjects: { membership: memberId } }])
    const history = await articleHistory(desk.owner, articleId, EVERY)
    expect(history.items[0]).toMatchObject({ act: "review.approved", actor: { id: memberId, name: pseudonym } })
    expect((await readClaim(desk.owner, claimId)).state).toBe("approved")
    expect((await verifyEvents(desk.workspaceId)).faults).toEqual([])
  })

  test("is done for whoever has left two desks, and told to both; invitations to them hold no address", async ({
    desk,
  }) => {
    const [email, other] = [`viewer@${desk.slug}.example.org`, await desk.otherWorkspace()]
    const seat = { workspaceId: other.workspaceId, userId: desk.viewer.userId, role: "viewer" } as const
    const { id: there } = await db().membership.create({ data: { ...seat, deactivatedAt: new Date() } })
    await deactivateMember(desk.owner, { memberId: desk.viewer.id })
    const invited = await inviteMember(other.owner, { email: "x@example.org", role: "viewer", language: "en" })
    await db().invitation.update({ where: { id: invited.id }, data: { email } })
    await erasePerson(desk.owner, { email })
    expect(await tablesWith([email])).toEqual([])
    const told = await db().event.findMany({
      where: { act: "member.erased", subjects: { path: ["membership"], equals: there } },
    })
    expect(told).toMatchObject([{ workspaceId: other.workspaceId, actorId: null }])
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "member.erased", actorId: desk.owner.id }])
    for (const { workspaceId } of [desk, other]) expect((await verifyEvents(workspaceId)).faults).toEqual([])
  })

  test("is for owners, of whoever has no seat any more", async ({ desk }) => {
    const of = (who: Desk["owner"]) => () => erasePerson(who, { email: `viewer@${desk.slug}.example.org` })
    await refused(of(desk.owner), "conflict", "member.hasSeat")
    await deactivateMember(desk.owner, { memberId: desk.viewer.id })
    await refused(of(desk.editor), "forbidden", "policy.member_erase")
    const other = await desk.otherWorkspace()
    const seat = { workspaceId: other.workspaceId, userId: desk.viewer.userId, role: "viewer" } as const
    await db().membership.create({ data: seat })
    await refused(of(desk.owner), "conflict", "member.hasSeat")
    await refused(() => erasePerson(desk.owner, { email: "nobody@example.org" }), "not-found", "member.notFound")
  })
})
