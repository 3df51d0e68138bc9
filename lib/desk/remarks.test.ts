/** Remarks of a writer's file: kept with their revision, and made facts, queries and notes of. */
import { expect } from "vitest"
import { db } from "../db"
import type { FoundRemark } from "../domain/remark"
import { readArticle } from "./articles"
import { readClaim, withdrawClaim } from "./claims"
import { listThreads } from "./comment-list"
import { replyToThread } from "./comments"
import { listRemarks, remarksWaiting } from "./remark-list"
import { decideRemark, keepRemarks, reopenRemark } from "./remarks"
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
  href: "https://example.org/budget",
  claimId: null,
  resolved: false,
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
  const { threads } = await listThreads(desk.checker, article.id)
  expect(threads).toMatchObject([
    { kind: "note", waitingSince: null, comments: [{ body: "Ask the ministry.", saidBy: "Nora Writer" }] },
    { kind: "query", quote: WORDS, waitingSince: expect.any(String), comments: [{ body: "Is that per year?" }] },
  ])
  await db().articleAuthor.create({
    data: {
      workspaceId: desk.workspaceId,
      articleId: article.id,
      name: "Nora",
      ordinal: 9,
      membershipId: desk.author.id,
    },
  })
  // What the desk keeps to itself is not among the remarks of those who may read no notes either.
  for (const reader of [desk.viewer, desk.author]) {
    const seen = await listRemarks(reader, article.id)
    expect(seen.remarks.map(({ id, outcome }) => [id, outcome])).toEqual([[query, "query"]])
    expect(JSON.stringify(seen)).not.toContain("Ask the ministry.")
  }
  await replyToThread(desk.author, { threadId: query, body: "Per year.", as: "reply" })
  await refused(() => reopenRemark(desk.checker, { remarkId: query }), "conflict", "remark.isDiscussed")
  await reopenRemark(desk.checker, { remarkId: note })
  const after = await listRemarks(desk.checker, article.id)
  expect((await listThreads(desk.checker, article.id)).threads.map(({ id }) => id)).toEqual([query])
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

/** A new text of an article, pasted: in front of what it says now. */
async function revise(desk: Desk, articleId: string, before: string): Promise<string> {
  const { revision } = await readArticle(desk.checker, articleId)
  const bytes = new TextEncoder().encode(`${before}\n\n${revision.text.slice(revision.bodyStart)}`)
  const pasted = { bytes, format: "text", origin: "paste", head: "keep", given: {} } as const
  return (await reviseArticle(desk.checker, { articleId, ...pasted })).revision.id
}

test("remarks follow their words into a new text, and lead to their sentence", async ({ desk }) => {
  const { article, ids } = await remarked(desk, {})
  await revise(desk, article.id, "Before it.")
  const [row] = (await listRemarks(desk.checker, article.id)).remarks
  expect(row).toMatchObject({ id: ids[0], passage: { words: WORDS, sentence: expect.any(Number) } })
  const sentence = await db().sentence.findFirstOrThrow({
    where: { revision: { articleId: article.id, number: 2 }, ordinal: (row?.passage?.sentence ?? 0) - 1 },
  })
  expect(sentence.start).toBeLessThanOrEqual(row?.passage?.start ?? -1)
  expect(sentence.end).toBeGreaterThan(row?.passage?.start ?? -1)
  // Through many texts they are found by their words.
  for (const before of ["Once more.", "Twice.", "A third time.", "A fourth."]) {
    const about = { articleId: article.id, revisionId: await revise(desk, article.id, before) }
    await keepRemarks(db(), desk.checker, about, [remark({ text: before })])
  }
  const { remarks } = await listRemarks(desk.checker, article.id)
  expect(remarks.at(-1)).toMatchObject({ id: ids[0], passage: { words: WORDS } })
})

test("a file that comes again brings no remark twice, and what was decided stays decided", async ({ desk }) => {
  const kinds = [{ text: "One." }, { text: "Two." }, { text: "Three." }, { kind: "link", text: "", at: null }] as const
  const { article, ids } = await remarked(desk, ...kinds)
  const [fact = "", query = "", open = "", link = ""] = ids
  const { claimId } = await decideRemark(desk.checker, { remarkId: fact, outcome: "fact" })
  await decideRemark(desk.checker, { remarkId: query, outcome: "query" })
  await decideRemark(desk.checker, { remarkId: link, outcome: "discarded" })
  const about = { articleId: article.id, revisionId: await revise(desk, article.id, "Before it.") }
  // A comment stays itself where its words were edited; one that was settled in Word waits for nobody.
  const again = kinds.map((one, at) => remark({ ...one, quote: at === 0 ? "taxes rose" : WORDS, resolved: at === 2 }))
  // Of all five one is new and waits.
  expect(await keepRemarks(db(), desk.checker, about, [...again, remark({ text: "Four." })])).toBe(1)
  const rows = (await listRemarks(desk.checker, article.id)).remarks
  expect(rows.map(({ id, outcome, resolved }) => [id, outcome, resolved])).toEqual([
    [fact, "fact", false],
    [query, "query", false],
    [open, null, true],
    [link, "discarded", false],
    [rows[4]?.id, null, false],
  ])
  expect(rows[0]).toMatchObject({ quote: "taxes rose", claim: { id: claimId }, decidedBy: { id: desk.checker.id } })
  expect(await remarksWaiting(desk.checker, article.id)).toBe(1)
  await refused(() => decideRemark(desk.checker, { remarkId: fact, outcome: "fact" }), "conflict", "remark.decided")
  await reopenRemark(desk.checker, { remarkId: query })
  expect((await listThreads(desk.checker, article.id)).threads).toEqual([])
})

test("a remark whose claim is withdrawn becomes a fact of its own; an address that no source takes is noted", async ({
  desk,
}) => {
  const { article } = await remarked(desk)
  const gone = await desk.claim({ article, words: WORDS })
  await withdrawClaim(desk.editor, { claimId: gone.id, reason: "Twice." })
  const start = article.revision.text.indexOf(WORDS)
  const long = `https://example.org/${"a".repeat(2_000)}`
  const found = remark({ claimId: gone.id, span: { start, end: start + WORDS.length }, href: long, text: "" })
  await keepRemarks(db(), desk.checker, { articleId: article.id, revisionId: article.revision.id }, [found])
  const [row] = (await listRemarks(desk.checker, article.id)).remarks
  expect(row?.claim).toBeNull()
  const { claimId } = await decideRemark(desk.checker, { remarkId: row?.id ?? "", outcome: "fact" })
  expect(claimId).not.toBe(gone.id)
  const claim = await readClaim(desk.checker, claimId ?? "")
  expect(claim.evidence).toMatchObject([{ note: long, source: { url: null, kind: "own_reporting" } }])
})
