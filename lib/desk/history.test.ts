/** The log as people read it: who is told what, what can be asked, and that pages leave nothing out. */
import { describe, expect } from "vitest"
import type { HistoryFilters } from "../domain/history"
import type { Actor } from "../domain/workspace"
import { addEvidence } from "./evidence"
import { articleHistory, deskHistory } from "./history"
import { called } from "./testing/contact-acts"
import { newSource, refused, test, type Desk } from "./testing/desk"
import { createToken } from "./tokens"
import { withdrawClaim } from "./claims"

const clock = { now: new Date(), zone: "UTC" }
const EVERY = { filters: {}, clock, limit: 500 }

const actsAt = async (who: Actor, filters: HistoryFilters = {}) =>
  (await deskHistory(who, { ...EVERY, filters })).items.map(({ act }) => act)

/** All pages of a history, two lines at a time. */
async function pages(read: (cursor: string | undefined) => Promise<{ items: { id: string }[]; next: string | null }>) {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    expect(page.items.length).toBeLessThanOrEqual(2)
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  return ids
}

describe("the desk's history", () => {
  test("tells what happened, newest first, and what it is about", async ({ desk }) => {
    const { articleId, evidence } = await desk.approvedClaim()
    const { items, next } = await deskHistory(desk.viewer, EVERY)
    expect(next).toBeNull()
    expect(items.map(({ act }) => act)).toEqual([
      "review.approved",
      "round.sent",
      "verdict.drafted",
      "source.added",
      "evidence.added",
      "claim.marked",
      "article.imported",
    ])
    const article = { id: articleId }
    expect(items[0]).toMatchObject({ actor: { id: desk.editor.id }, article, claim: { number: 1 }, source: null })
    expect(items[4]).toMatchObject({ article, claim: { job: "theirs" }, source: { id: evidence[0]?.source.id } })
    expect(items[3]).toMatchObject({ article: null, claim: null, source: { id: evidence[0]?.source.id } })
  })

  test("is read page by page without gap or repetition, also where much has one time", async ({ desk }) => {
    await desk.approvedClaim()
    await desk.sentClaim()
    const all = (await deskHistory(desk.owner, EVERY)).items.map(({ id }) => id)
    expect(await pages((cursor) => deskHistory(desk.owner, { ...EVERY, cursor, limit: 2 }))).toEqual(all)
    expect((await deskHistory(desk.owner, { ...EVERY, cursor: "nonsense" })).items).toHaveLength(all.length)
  })

  test("can be asked for by who, by kind and by time", async ({ desk }) => {
    await desk.approvedClaim()
    expect(await actsAt(desk.checker, { who: desk.editor.id })).toEqual(["review.approved"])
    expect(await actsAt(desk.editor, { who: "me" })).toEqual(["review.approved"])
    expect(await actsAt(desk.checker, { who: "stet" })).toEqual([])
    expect(await actsAt(desk.checker, { kind: "sources" })).toEqual(["source.added", "evidence.added"])
    const today = clock.now.toISOString().slice(0, 10)
    expect(await actsAt(desk.checker, { from: today, kind: "text" })).toEqual(["article.imported"])
    expect(await actsAt(desk.checker, { to: "2020-01-01" })).toEqual([])
  })

  test("is for authors that of their articles alone", async ({ desk }) => {
    await guarded(desk)
    await desk.approvedClaim()
    expect(await actsAt(desk.author)).toEqual(["claim.marked", "article.imported"])
  })

  test("tells how people sign in to owners, and to whom it is about", async ({ desk }) => {
    await createToken(desk.editor, { name: "Script", scopes: ["read"] })
    const told = async (who: Actor) => (await actsAt(who, { kind: "desk" })).includes("token.created")
    expect(await Promise.all([desk.owner, desk.editor, desk.secondEditor, desk.checker].map(told))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

/** An article of the author's, and what is nobody's outside: a confidential source, a call, a note. */
async function guarded(desk: Desk) {
  const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
  const { id: claimId } = await desk.claim({ article })
  const source = newSource({ confidential: true })
  await addEvidence(desk.editor, { claimId, source, evidence: { stance: "context" } })
  await called(desk.checker, [claimId])
  return { articleId: article.id, claimId }
}

describe("an article's history", () => {
  test("is its authors' to read, but for what they may not know", async ({ desk }) => {
    const { articleId } = await guarded(desk)
    const acts = async (who: Actor) => (await articleHistory(who, articleId, EVERY)).items.map(({ act }) => act)
    expect(await acts(desk.author)).toEqual(["claim.marked", "article.imported"])
    expect(await acts(desk.viewer)).toEqual(["claim.marked", "article.imported"])
    expect(await acts(desk.checker)).toEqual(["contact.recorded", "claim.marked", "article.imported"])
    expect(await acts(desk.editor)).toEqual(["contact.recorded", "evidence.added", "claim.marked", "article.imported"])
    const other = await desk.article()
    await refused(() => articleHistory(desk.author, other.id, EVERY), "not-found", "article.notFound")
  })

  test("counts and pages as if there was nothing else", async ({ desk }) => {
    const { articleId } = await guarded(desk)
    const ids = await pages((cursor) => articleHistory(desk.author, articleId, { ...EVERY, cursor, limit: 2 }))
    expect(ids).toHaveLength(2)
    const { items, next } = await articleHistory(desk.author, articleId, { ...EVERY, limit: 2 })
    expect(next).toBeNull()
    // A number that is missing between two would tell that there is something.
    expect(items.filter((item) => "seq" in item)).toEqual([])
  })

  test("goes on from an event that was told, and its place says nothing of those that were not", async ({ desk }) => {
    const { articleId } = await guarded(desk)
    const first = await articleHistory(desk.author, articleId, { ...EVERY, limit: 1 })
    const place = Buffer.from(first.next ?? "", "base64url").toString()
    expect(JSON.parse(place)).toEqual(["event", first.items[0]?.id])
    const { items } = await articleHistory(desk.author, articleId, { ...EVERY, cursor: first.next ?? "" })
    expect(items.map(({ act }) => act)).toEqual(["article.imported"])
    // A place in another article is none here.
    const other = await desk.claim()
    const elsewhere = await articleHistory(desk.checker, other.articleId, { ...EVERY, cursor: first.next ?? "" })
    expect(elsewhere.items.map(({ act }) => act)).toEqual(["claim.marked", "article.imported"])
  })

  test("keeps a withdrawn claim's number, and says that it has no place", async ({ desk }) => {
    const { id: claimId, articleId } = await desk.claim()
    await withdrawClaim(desk.editor, { claimId, reason: "It is an opinion." })
    const { items } = await articleHistory(desk.checker, articleId, EVERY)
    expect(items[0]).toMatchObject({ act: "claim.withdrawn", claim: { number: 1, withdrawn: true } })
  })
})
