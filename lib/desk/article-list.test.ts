/** The list of articles: its filters, orders and groups say what somebody who goes through all of them would find. */
import { beforeAll, describe, expect } from "vitest"
import { db } from "../db"
import type { ArticleSummary } from "../domain/article"
import { ARTICLE_ORDERS, ArticleGroup, progressOf, type ArticleFilter, type ArticleOrder } from "../domain/article-list"
import type { Actor } from "../domain/workspace"
import { archiveArticle } from "./archive"
import { assignClaims } from "./arrangements"
import { countArticles, listArticles, listSections } from "./article-list"
import { editArticle, readArticle } from "./articles"
import { withdrawClaim } from "./claims"
import { markCoverage } from "./coverage"
import { signOffArticle } from "./sign-offs"
import { openDesk, test, WORDS, type Desk } from "./testing/desk"

/** A desk with articles of every kind: on their way, ready, signed off, put away. */
async function furnished(): Promise<Desk> {
  const desk = await openDesk()
  const set = (articleId: string, fields: Parameters<typeof editArticle>[1]["fields"]) =>
    editArticle(desk.editor, { articleId, fields })

  const untouched = await desk.article({ title: "An untouched one", publisher: "The Paper" })
  await set(untouched.id, { section: "Local", dueAt: "2026-03-02T10:00:00Z", leadId: desk.checker.id })
  const open = await desk.article({ title: "élan of the open ones", byline: "Ann Percent" })
  await desk.claim({ article: open })
  await desk.claim({ article: open, by: desk.secondChecker, words: WORDS.other })
  await set(open.id, { section: "World", dueAt: "2026-03-04T08:30:00Z" })
  const assigned = await desk.article({ title: "Zebra" })
  const { id: claimId } = await desk.claim({ article: assigned, by: desk.secondChecker })
  await assignClaims(desk.editor, { claims: [{ claimId }], assigneeId: desk.editor.id })
  await set(assigned.id, { section: "Local", kind: "copy" })
  const ready = await desk.article({ title: "ready, all of it" })
  await desk.approvedClaim({ article: ready })
  await set(ready.id, { dueAt: "2026-03-04T08:30:00Z", leadId: desk.editor.id })
  const half = await desk.article({ title: "Half of it" })
  await desk.approvedClaim({ article: half })
  await desk.sentClaim({ article: half, words: WORDS.other })
  const withdrawn = await desk.article({ title: "Ready, for the open one is withdrawn" })
  await desk.approvedClaim({ article: withdrawn, by: desk.secondChecker })
  const gone = await desk.claim({ article: withdrawn })
  await withdrawClaim(desk.checker, { claimId: gone.id, reason: "Marked twice" })
  const unsettled = await desk.article({ title: "Unsettled", kind: "copy" })
  await desk.approvedClaim({ article: unsettled, verdict: { rating: "needs_fix" } })
  await covered(desk, unsettled)
  const misplaced = await desk.article({ title: "Misplaced" })
  const moved = await desk.approvedClaim({ article: misplaced })
  await db().anchor.updateMany({ where: { claimId: moved.id }, data: { contextChanged: true } })
  const uncovered = await desk.article({ title: "Uncovered", kind: "copy" })
  await desk.approvedClaim({ article: uncovered })
  const whole = await desk.article({ title: "Whole", kind: "copy" })
  await desk.approvedClaim({ article: whole })
  await covered(desk, whole)
  await set(whole.id, { section: "World", authors: [{ membershipId: desk.author.id }] })
  const signed = await desk.article({ title: "Signed off" })
  await desk.approvedClaim({ article: signed })
  await signOffArticle(desk.secondEditor, { articleId: signed.id, notices: [] })
  const released = await desk.article({ title: "Released with an open item" })
  await desk.approvedClaim({ article: released })
  await desk.claim({ article: released, words: WORDS.other })
  const openItems = { reason: "The paper goes at six." }
  await signOffArticle(desk.secondEditor, { articleId: released.id, openItems, notices: [] })
  const archived = await desk.article({ title: "Put away", authors: [{ membershipId: desk.author.id }] })
  await desk.claim({ article: archived })
  await archiveArticle(desk.editor, { articleId: archived.id })
  return desk
}

type Article = Awaited<ReturnType<Desk["article"]>>

/** Marks every sentence of an article that no claim touches, and some that one does. */
async function covered(desk: Desk, { id: articleId, revision, sentences }: Article): Promise<void> {
  const all = sentences.map(({ ordinal }) => ordinal)
  await markCoverage(desk.editor, { articleId, revisionId: revision.id, sentences: all, mark: "nothing_to_check" })
}

/** Everything that a person may see, read one by one. */
async function allOf(desk: Desk, actor: Actor): Promise<ArticleSummary[]> {
  const rows = await db().article.findMany({ where: { workspaceId: desk.workspaceId }, orderBy: { id: "desc" } })
  const read = await Promise.allSettled(rows.map(({ id }) => readArticle(actor, id)))
  return read.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
}

function isIn(group: ArticleGroup, actor: Actor, article: ArticleSummary, assignees: Set<string>): boolean {
  if (group === "archived") return article.archivedAt !== null
  if (article.archivedAt) return false
  if (group === "mine") return article.lead?.id === actor.id || assignees.has(`${article.id} ${actor.id}`)
  if (group === "checking") return ["in_progress", "released", "under_review"].includes(article.standing)
  return group === "all" || article.standing === group
}

function matches(article: ArticleSummary, { query, section, person, kind, due }: ArticleFilter): boolean {
  const { title, publisher, byline } = article
  const words = [title, publisher, byline].map((one) => one?.toLowerCase() ?? "")
  const at = article.dueAt ? new Date(article.dueAt) : null
  const tests = [
    !query || words.some((one) => one.includes(query.toLowerCase())),
    !section || article.section === section,
    !person || [article.lead, ...article.people].some((one) => one?.id === person),
    !kind || article.kind === kind,
    !due?.from || (at !== null && at >= due.from),
    !due?.before || (at !== null && at < due.before),
  ]
  return tests.every(Boolean)
}

const passedOf = ({ counts: { approved: passed, total } }: ArticleSummary) => ({ passed, total })

const alphabet = new Intl.Collator("en")

/** What an order goes by, as its own comparison; the id decides where that is the same. */
function compare(one: ArticleSummary, other: ArticleSummary, { by, direction }: ArticleOrder): number {
  const way = direction === "ascending" ? 1 : -1
  const dueAt = ({ dueAt }: ArticleSummary) => (dueAt ? Date.parse(dueAt) : way * Number.MAX_SAFE_INTEGER)
  const by_id = one.id < other.id ? -1 : 1
  const first = {
    imported: 0,
    due: dueAt(one) - dueAt(other),
    title: alphabet.compare(one.title, other.title),
    progress: progressOf(passedOf(one)) - progressOf(passedOf(other)),
  }[by]
  return way * (first || by_id)
}

describe("the list of a desk", () => {
  let desk: Desk
  let assignees: Set<string>
  beforeAll(async () => {
    desk = await furnished()
    const rows = await db().claim.findMany({
      where: { workspaceId: desk.workspaceId, withdrawnAt: null, assigneeId: { not: null } },
    })
    assignees = new Set(rows.map((row) => `${row.articleId} ${row.assigneeId ?? ""}`))
  })

  /** Each filter alone, and some together. */
  const filters = (): ArticleFilter[] => [
    {},
    { query: "REA" },
    { query: "percent" },
    { query: "%" },
    { section: "Local" },
    { section: "World", kind: "copy" },
    { person: desk.secondChecker.id },
    { person: desk.editor.id },
    { kind: "factcheck" },
    { due: { from: null, before: new Date("2026-03-03T00:00:00Z") } },
    { due: { from: new Date("2026-03-04T00:00:00Z"), before: new Date("2026-03-05T00:00:00Z") } },
    { due: { from: new Date("2026-03-02T10:00:00Z"), before: null }, query: "one" },
  ]

  test("holds the articles of each group under each filter, and counts them, for everybody", async () => {
    for (const actor of [desk.viewer, desk.editor, desk.checker, desk.author]) {
      const all = await allOf(desk, actor)
      for (const filter of filters()) {
        const counts = await countArticles(actor, filter)
        for (const group of ArticleGroup.options) {
          const wanted = all.filter((one) => isIn(group, actor, one, assignees) && matches(one, filter))
          const { items } = await listArticles(actor, { ...filter, group })
          expect(
            items.map(({ title }) => title),
            `${actor.role} ${group} ${JSON.stringify(filter)}`,
          ).toEqual(wanted.map(({ title }) => title))
          expect(counts[group]).toBe(wanted.length)
        }
      }
    }
  })

  test("shows something in every group, and what reading the article shows", async () => {
    const counts = await countArticles(desk.editor)
    expect(counts).toEqual({ all: 12, mine: 2, checking: 8, ready: 3, signed_off: 1, archived: 1 })
    expect(counts.all).toBe(counts.checking + counts.ready + counts.signed_off)
    for (const { queries, ...item } of (await listArticles(desk.editor)).items) {
      expect(queries).toBe(0)
      expect(await readArticle(desk.editor, item.id)).toMatchObject(item)
    }
  })

  test("comes in each order page by page, none twice and none left out", async () => {
    const all = (await allOf(desk, desk.viewer)).filter((one) => !one.archivedAt)
    for (const [name, order] of Object.entries(ARTICLE_ORDERS)) {
      const wanted = [...all].sort((one, other) => compare(one, other, order)).map(({ title }) => title)
      const found: string[] = []
      let cursor: string | undefined
      do {
        const page = await listArticles(desk.viewer, { order, limit: 2, cursor })
        expect(page.items.length).toBeLessThanOrEqual(2)
        found.push(...page.items.map(({ title }) => title))
        cursor = page.next ?? undefined
      } while (cursor)
      expect(found, name).toEqual(wanted)
    }
  })

  test("begins at the start where a place is none of its order", async () => {
    const first = await listArticles(desk.viewer, { limit: 1 })
    const order = ARTICLE_ORDERS.title
    const byTitle = await listArticles(desk.viewer, { order, limit: 1 })
    for (const cursor of ["nowhere", byTitle.next ?? ""]) {
      expect(await listArticles(desk.viewer, { limit: 1, cursor })).toEqual(first)
    }
    expect(await listArticles(desk.viewer, { order, limit: 1, cursor: first.next ?? "" })).toEqual(byTitle)
  })

  test("offers the sections that there are, to authors those of their own articles", async () => {
    expect(await listSections(desk.viewer)).toEqual(["Local", "World"])
    expect(await listSections(desk.author)).toEqual(["World"])
  })
})
