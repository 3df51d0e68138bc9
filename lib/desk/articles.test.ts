/** What is known of articles, and listing and reading them. */
import { describe, expect } from "vitest"
import { detailsOf } from "../domain/article-details"
import { listArticles } from "./article-list"
import { editArticle, editDetails, readArticle } from "./articles"
import { decideReview } from "./reviews"
import { draftVerdict } from "./verdicts"
import { refused, test } from "./testing/desk"
import { withdrawClaim } from "./claims"
import { listRevisions } from "./revisions"

describe("editing", () => {
  test("changes what is given and tells which fields", async ({ desk }) => {
    const { id: articleId } = await desk.article({ publisher: "The paper" })
    const fields = {
      byline: "Ann Author",
      publisher: "",
      section: "Local",
      sourceUrl: "https://example.org/a",
      publishedOn: "2024-11-15",
      language: "de",
      kind: "copy",
      leadId: desk.checker.id,
      dueAt: "2024-11-20T10:00:00.000Z",
    } as const
    const edited = await editArticle(desk.editor, { articleId, version: 1, fields })
    const { leadId, ...shown } = fields
    expect(edited).toMatchObject({ ...shown, publisher: null, lead: { id: leadId }, version: 2 })
    expect(await readArticle(desk.viewer, articleId)).toEqual(edited)
    expect(await desk.lastEvents(1)).toEqual([
      {
        act: "article.edited",
        actorId: desk.editor.id,
        subjects: { article: articleId },
        payload: { changed: Object.keys(fields) },
      },
    ])
  })

  test("answers the details alone to whoever has the rest, also of what is there now", async ({ desk }) => {
    const { id: articleId } = await desk.article()
    const fields = { leadId: desk.checker.id, authors: [{ name: "Ann" }], dueAt: "2024-11-20T10:00:00.000Z" }
    const edited = await editDetails(desk.editor, { articleId, version: 1, fields })
    expect(edited).toEqual(detailsOf(await readArticle(desk.editor, articleId)))
    expect(edited).toMatchObject({ lead: { id: desk.checker.id }, authors: [{ name: "Ann" }], version: 2 })
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "article.edited", payload: { changed: ["leadId", "dueAt", "authors"] } },
    ])
    expect(await editDetails(desk.editor, { articleId, fields: { byline: "" } })).toEqual(edited)
    const late = () => editDetails(desk.checker, { articleId, version: 1, fields: { section: "World" } })
    expect((await refused(late, "conflict", "article.changedBy")).details.current).toEqual(edited)
  })

  test("replaces the authors, members and names", async ({ desk }) => {
    const { id: articleId } = await desk.article({ authors: [{ name: "Somebody" }] })
    const authors = [{ membershipId: desk.author.id }, { name: "Ann" }]
    const edited = await editArticle(desk.checker, { articleId, fields: { authors } })
    expect(edited.authors).toMatchObject([{ membershipId: desk.author.id }, { membershipId: null, name: "Ann" }])
    expect((await desk.lastEvents(1))[0]?.payload).toEqual({ changed: ["authors"] })
    expect((await readArticle(desk.author, articleId)).id).toBe(articleId)
    expect(await editArticle(desk.editor, { articleId, fields: { authors: [] } })).toMatchObject({ authors: [] })
    await refused(() => readArticle(desk.author, articleId), "not-found", "article.notFound")
  })

  test("of nothing tells nothing", async ({ desk }) => {
    const { id: articleId } = await desk.article({ section: "Local" })
    const before = await desk.eventCount()
    const same = await editArticle(desk.editor, { articleId, fields: { section: "Local", byline: "", dueAt: null } })
    expect(same.version).toBe(1)
    expect(await desk.eventCount()).toBe(before)
  })

  test("of another version is a conflict that names who changed it, with what is there now", async ({ desk }) => {
    const { id: articleId } = await desk.article()
    await editArticle(desk.editor, { articleId, fields: { section: "Local" } })
    const refusal = await refused(
      () => editArticle(desk.checker, { articleId, version: 1, fields: { section: "World" } }),
      "conflict",
      "article.changedBy",
    )
    expect(refusal.details).toMatchObject({
      outdated: true,
      params: { by: expect.stringContaining("editor") as string },
      current: { section: "Local", version: 2 },
    })
    const own = () => editArticle(desk.editor, { articleId, version: 1, fields: { section: "World" } })
    await refused(own, "conflict", "article.changed")
  })

  test("leaves claims alone: marking one is no new version of the article", async ({ desk }) => {
    const article = await desk.article()
    await desk.sentClaim({ article })
    const fields = { section: "Local" }
    expect(await editArticle(desk.editor, { articleId: article.id, version: 1, fields })).toMatchObject({ version: 2 })
  })

  test("names nobody of another desk as lead or author", async ({ desk }) => {
    const { id: articleId } = await desk.article()
    const other = await desk.otherWorkspace()
    const edit = (fields: Parameters<typeof editArticle>[1]["fields"]) => () =>
      editArticle(desk.editor, { articleId, fields })
    await refused(edit({ leadId: other.editor.id }), "invalid", "article.unknownMember")
    await refused(edit({ authors: [{ membershipId: other.author.id }] }), "invalid", "article.unknownMember")
  })
})

describe("the list", () => {
  test("is newest first, page by page, with what each article's claims have come to", async ({ desk }) => {
    const [first, second, third] = [await desk.article(), await desk.article(), await desk.article()]
    await desk.approvedClaim({ article: second })
    await desk.sentClaim({ article: second, by: desk.secondChecker })
    const { id: withdrawn } = await desk.claim({ article: second })
    await withdrawClaim(desk.checker, { claimId: withdrawn, reason: "Marked twice" })
    await desk.claim({ article: second })
    const page = await listArticles(desk.viewer, { limit: 2 })
    expect(page.items.map((item) => item.id)).toEqual([third.id, second.id])
    expect(page.items[1]).toMatchObject({
      counts: { total: 3, open: 1, in_review: 1, changes_requested: 0, approved: 1 },
      standing: "in_progress",
    })
    expect(page.items[1]?.people.map((one) => one.id).sort()).toEqual([desk.checker.id, desk.secondChecker.id].sort())
    const rest = await listArticles(desk.viewer, { limit: 2, ...(page.next && { cursor: page.next }) })
    expect(rest).toMatchObject({ items: [{ id: first.id, counts: { total: 0 } }], next: null })
  })

  test("says of an article what reading it says", async ({ desk }) => {
    const ready = await desk.article()
    await desk.approvedClaim({ article: ready })
    const unsettled = await desk.article({ kind: "copy" })
    await desk.approvedClaim({ article: unsettled, verdict: { rating: "needs_fix" } })
    const { round, articleId: changed } = await desk.sentClaim()
    await decideReview(desk.editor, { roundId: round.id, decision: "request_changes", note: "Why?" })
    const { items } = await listArticles(desk.viewer)
    expect(items.map((item) => [item.id, item.standing])).toEqual([
      [changed, "in_progress"],
      [unsettled.id, "in_progress"],
      [ready.id, "ready"],
    ])
    for (const { queries, ...item } of items) {
      expect(queries).toBe(0)
      expect(await readArticle(desk.viewer, item.id)).toMatchObject(item)
    }
  })

  test("is ready no more when an approved verdict is edited", async ({ desk }) => {
    const { id: claimId, articleId } = await desk.approvedClaim()
    expect((await listArticles(desk.viewer)).items[0]?.standing).toBe("ready")
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "true" } })
    expect((await readArticle(desk.viewer, articleId)).standing).toBe("in_progress")
    expect((await listArticles(desk.viewer)).items[0]?.standing).toBe("in_progress")
  })

  test("finds words in title, publisher and byline, per cent signs as they stand", async ({ desk }) => {
    await desk.article({ title: "Taxes down by 9%", publisher: "The Paper" })
    await desk.article({ title: "A bridge", byline: "Ann Percent" })
    const found = async (query: string) => (await listArticles(desk.viewer, { query })).items.map((item) => item.title)
    expect(await found("TAXES")).toEqual(["Taxes down by 9%"])
    expect(await found("the paper")).toEqual(["Taxes down by 9%"])
    expect(await found("percent")).toEqual(["A bridge"])
    expect(await found("%")).toEqual(["Taxes down by 9%"])
    expect(await found("_")).toEqual([])
    expect(await found("\\")).toEqual([])
    expect(await found("\0no such words")).toEqual([])
  })

  test("shows authors their own articles alone", async ({ desk }) => {
    const own = await desk.article({ authors: [{ membershipId: desk.author.id }] })
    const other = await desk.article()
    expect((await listArticles(desk.author)).items.map((item) => item.id)).toEqual([own.id])
    expect((await listArticles(desk.viewer)).items).toHaveLength(2)
    await refused(() => readArticle(desk.author, other.id), "not-found", "article.notFound")
    await refused(() => listRevisions(desk.author, other.id), "not-found", "article.notFound")
    expect(await listRevisions(desk.author, own.id)).toHaveLength(1)
  })
})
