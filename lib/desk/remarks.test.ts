/** Remarks of a writer's file: kept with their revision, and made facts, queries and notes of. */
import { expect } from "vitest"
import { db } from "../db"
import type { FoundRemark } from "../domain/remark"
import { readClaim } from "./claims"
import { decideRemark, keepRemarks, listRemarks, reopenRemark, resolveComment } from "./remarks"
import { reviseArticle } from "./revising"
import { refused, test, type Desk } from "./testing/desk"

const WORDS = "taxes fell by nine percent"

const remark = (changes: Partial<FoundRemark> = {}): FoundRemark => ({
  kind: "comment",
  span: null,
  quote: WORDS,
  author: "Nora Writer",
  at: "2024-11-15T09:00:00Z",
  text: "From the budget: https://example.org/budget.",
  href: null,
  claimId: null,
  ...changes,
})

/** An article with remarks on its words, and their ids in order. */
async function remarked(desk: Desk, ...changes: Partial<FoundRemark>[]) {
  const article = await desk.article()
  const start = article.revision.text.indexOf(WORDS)
  const about = { articleId: article.id, revisionId: article.revision.id }
  const found = changes.map((change) => remark({ span: { start, end: start + WORDS.length }, ...change }))
  await keepRemarks(db(), desk.checker, about, found)
  const rows = await db().remark.findMany({ where: about, orderBy: { ordinal: "asc" }, select: { id: true } })
  return { article, ids: rows.map(({ id }) => id) }
}

test("a fact is a claim on the remark's words with what it says as evidence", async ({ desk }) => {
  const { article, ids } = await remarked(desk, {})
  const { claimId } = await decideRemark(desk.checker, { remarkId: ids[0] ?? "", outcome: "fact" })
  expect(await readClaim(desk.checker, claimId ?? "")).toMatchObject({
    anchors: [{ quote: WORDS }],
    evidence: [
      {
        stance: "supports",
        note: expect.stringContaining("From the budget"),
        source: { url: "https://example.org/budget" },
      },
    ],
  })
  expect((await desk.lastEvents(4)).map(({ act }) => act)).toEqual(
    expect.arrayContaining(["remark.decided", "claim.marked", "evidence.added"]),
  )
  expect((await listRemarks(desk.checker, article.id)).remarks).toMatchObject([
    { outcome: "fact", claim: { number: 1 } },
  ])
  await refused(
    () => decideRemark(desk.checker, { remarkId: ids[0] ?? "", outcome: "note" }),
    "conflict",
    "remark.decided",
  )
  await refused(() => reopenRemark(desk.checker, { remarkId: ids[0] ?? "" }), "conflict", "remark.isClaim")
})

test("a query and a note are kept with their passage, and a decision can be taken back", async ({ desk }) => {
  const { article, ids } = await remarked(desk, { text: "Is that per year?" }, { text: "Ask the ministry." }, {})
  const [query = "", note = "", other = ""] = ids
  await decideRemark(desk.checker, { remarkId: query, outcome: "query" })
  await decideRemark(desk.checker, { remarkId: note, outcome: "note" })
  await decideRemark(desk.checker, { remarkId: other, outcome: "discarded" })
  const { comments } = await listRemarks(desk.checker, article.id)
  expect(comments).toMatchObject([
    { kind: "note", body: "Ask the ministry.", saidBy: "Nora Writer" },
    { kind: "query", body: "Is that per year?", quote: WORDS },
  ])
  expect((await listRemarks(desk.viewer, article.id)).comments.map(({ kind }) => kind)).toEqual(["query"])
  await resolveComment(desk.editor, { commentId: query, resolved: true })
  await reopenRemark(desk.checker, { remarkId: note })
  const after = await listRemarks(desk.checker, article.id)
  expect(after.comments).toMatchObject([{ kind: "query", resolvedBy: { id: desk.editor.id } }])
  expect(after.remarks.map(({ outcome }) => outcome)).toEqual(["query", null, "discarded"])
})

test("what Stet exported comes back to its claim, and to none of another article", async ({ desk }) => {
  const other = await desk.claim()
  const { article, ids } = await remarked(desk, {})
  const claim = await desk.claim({ article, words: WORDS })
  const about = { articleId: article.id, revisionId: article.revision.id }
  await db().remark.deleteMany({ where: { id: ids[0] ?? "" } })
  await keepRemarks(db(), desk.checker, about, [remark({ claimId: claim.id }), remark({ claimId: other.id })])
  const [back, none] = (await listRemarks(desk.checker, article.id)).remarks
  expect([back?.claim?.id, none?.claim]).toEqual([claim.id, null])
  expect(await decideRemark(desk.checker, { remarkId: back?.id ?? "", outcome: "fact" })).toEqual({ claimId: claim.id })
  expect(await readClaim(desk.checker, claim.id)).toMatchObject({
    evidence: [{ source: { url: "https://example.org/budget" } }],
  })
  await refused(
    () => decideRemark(desk.checker, { remarkId: none?.id ?? "", outcome: "fact" }),
    "conflict",
    "remark.noPassage",
  )
})

test("remarks follow their words into a new text", async ({ desk }) => {
  const { article, ids } = await remarked(desk, {})
  const bytes = new TextEncoder().encode(`Before it.\n\n${article.revision.text.slice(article.revision.bodyStart)}`)
  await reviseArticle(desk.checker, {
    articleId: article.id,
    bytes,
    format: "text",
    origin: "paste",
    head: "keep",
    given: {},
  })
  const [row] = (await listRemarks(desk.checker, article.id)).remarks
  expect(row).toMatchObject({ id: ids[0], passage: { words: WORDS } })
})
