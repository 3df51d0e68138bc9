/** Threads: who reads and writes in which lane, what waits for whom, who is told, and what is found of them. */
import { expect } from "vitest"
import { db } from "../db"
import { TextFilters } from "../domain/full-text"
import { listArticles } from "./article-list"
import { archiveArticle } from "./archive"
import { assignClaims } from "./arrangements"
import { editArticle, readArticle } from "./articles"
import { readBoard } from "./boards"
import { readClaim, withdrawClaim } from "./claims"
import {
  claimThreads,
  countQueries,
  listThreads,
  passageThreads,
  readCommentPlace,
  readOpenThreads,
} from "./comment-list"
import { editComment, replyToThread, resolveComment, startThread } from "./comments"
import { claimHistory } from "./history"
import { searchTexts } from "./full-text"
import { decideLegal } from "./legal"
import { deactivateMember } from "./members"
import { listNotifications, unreadNotifications } from "./notifications"
import { decideRemark } from "./remarks"
import { reviseArticle } from "./revising"
import { readSignOffs } from "./sign-off-views"
import { signOffArticle } from "./sign-offs"
import { asked } from "./testing/comment-acts"
import { refused, test, WORDS, type Desk, type Name } from "./testing/desk"
import { remarkOn } from "./testing/remarks"

const reply = (who: Desk["viewer"], threadId: string, body: string, as: "reply" | "answer" = "reply") =>
  replyToThread(who, { threadId, body, as })

const told = async (who: Desk["viewer"]) =>
  (await listNotifications(who, { limit: 20 })).items.map(({ kind, comment }) => [kind, comment?.words])

test("a query waits for the author and its claim with it, until they have answered", async ({ desk }) => {
  const { articleId, claimId, threadId } = await asked(desk)
  expect(await readClaim(desk.checker, claimId)).toMatchObject({ waiting: { on: "author" } })
  expect(await countQueries(desk.author, articleId)).toBe(1)
  expect(await told(desk.author)).toEqual([["query", "Since when?"]])
  const { thread, claim } = await reply(desk.author, threadId, "Since 1931.")
  expect(thread).toMatchObject({ waitingSince: null, comments: [{ answer: false }, { answer: true }] })
  expect(claim).toMatchObject({ waiting: null })
  expect(await told(desk.checker)).toEqual([["answer", "Since 1931."]])
  expect((await desk.lastEvents(2)).map(({ act }) => act)).toEqual(["comment.answered", "claim.resumed"])
  // Asked once more, it waits again; what the author says on the phone is passed on.
  await reply(desk.secondChecker, threadId, "Who says so?")
  expect(await countQueries(desk.checker, articleId)).toBe(1)
  expect(await told(desk.checker)).toEqual([
    ["reply", "Who says so?"],
    ["answer", "Since 1931."],
  ])
  await reply(desk.checker, threadId, "“The register does.”", "answer")
  expect(await countQueries(desk.checker, articleId)).toBe(0)
})

test("an answer to somebody who has left is told to whoever checks the claim, else to the lead, else to the editors", async ({
  desk,
}) => {
  const [given, led, other] = [await asked(desk), await asked(desk), await asked(desk)]
  await assignClaims(desk.editor, { claims: [{ claimId: given.claimId }], assigneeId: desk.secondChecker.id })
  await editArticle(desk.editor, { articleId: led.articleId, fields: { leadId: desk.secondEditor.id } })
  await deactivateMember(desk.owner, { memberId: desk.checker.id })
  for (const [at, { threadId }] of [given, led, other].entries()) await reply(desk.author, threadId, `Answer ${at}`)
  const answers = async (who: Desk["viewer"]) =>
    (await told(who)).flatMap(([kind, words]) => (kind === "answer" ? [words] : [])).sort()
  expect(await answers(desk.secondChecker)).toEqual(["Answer 0"])
  expect(await answers(desk.secondEditor)).toEqual(["Answer 1", "Answer 2"])
  for (const who of [desk.editor, desk.owner]) expect(await answers(who)).toEqual(["Answer 2"])
  expect(await answers(desk.viewer)).toEqual([])
})

test("a claim goes on waiting while another query on it does, and for others than the author anyway", async ({
  desk,
}) => {
  const { articleId, claimId, threadId } = await asked(desk)
  const other = await startThread(desk.editor, { articleId, kind: "query", body: "Which bank?", about: { claimId } })
  await reply(desk.author, threadId, "Since 1931.")
  expect(await readClaim(desk.checker, claimId)).toMatchObject({ waiting: { on: "author" } })
  await resolveComment(desk.checker, { commentId: other.thread.id, resolved: true })
  expect(await readClaim(desk.checker, claimId)).toMatchObject({ waiting: null })
  await refused(() => reply(desk.author, other.thread.id, "The left."), "conflict", "comment.closed")
  const again = await resolveComment(desk.checker, { commentId: other.thread.id, resolved: false })
  expect(again).toMatchObject({ thread: { waitingSince: expect.any(String) }, claim: { waiting: { on: "author" } } })
  // Of one that was answered, whoever opens it again has yet to say what they ask.
  await resolveComment(desk.checker, { commentId: threadId, resolved: true })
  expect(await resolveComment(desk.checker, { commentId: threadId, resolved: false })).toMatchObject({
    thread: { waitingSince: null, resolvedAt: null },
  })
})

test("everybody reads their lanes and no other: in lists, history, search, by address and in the bell", async ({
  desk,
}) => {
  const { articleId, claimId, threadId } = await asked(desk, "zebra of the query")
  const about = { claimId }
  const note = await startThread(desk.editor, { articleId, kind: "note", body: "zebra of the desk", about })
  const legal = await startThread(desk.editor, { articleId, kind: "legal", body: "zebra of the law", about })
  await reply(desk.owner, legal.thread.id, "zebra of the court")
  const lanes: Partial<Record<Name, number>> = { viewer: 1, author: 1, checker: 2, editor: 3, owner: 3 }
  const search = TextFilters.parse({ q: "zebra", kind: "comment" })
  for (const [name, count] of Object.entries(lanes)) {
    const who = desk[name as Name]
    expect((await listThreads(who, articleId)).threads, name).toHaveLength(count)
    expect((await claimThreads(who, about)).threads, name).toHaveLength(count)
    expect((await searchTexts(who, search)).items, name).toHaveLength(count === 3 ? 4 : count)
    const acts = (await claimHistory(who, about)).filter(({ act }) => act.startsWith("comment."))
    expect(acts, name).toHaveLength(count === 3 ? 4 : count)
    const places = [threadId, note.thread.id, legal.thread.id].map((id) => readCommentPlace(who, id))
    expect((await Promise.all(places)).filter(Boolean), name).toHaveLength(count)
  }
  // An editor who has written the article reads what is put to its author, and no more of it.
  await db().articleAuthor.create({
    data: { workspaceId: desk.workspaceId, articleId, ordinal: 5, name: "Ed", membershipId: desk.secondEditor.id },
  })
  expect((await listThreads(desk.secondEditor, articleId)).threads.map(({ kind }) => kind)).toEqual(["query"])
  await refused(() => reply(desk.secondEditor, note.thread.id, "So?"), "not-found", "comment.notFound")
  await refused(() => reply(desk.checker, legal.thread.id, "So?"), "not-found", "comment.notFound")
  const began = { articleId, kind: "legal", body: "So?" } as const
  await refused(() => startThread(desk.checker, began), "forbidden", "policy.comment_legal")
})

test("a thread goes on naming a claim that was withdrawn", async ({ desk }) => {
  const { articleId, claimId } = await asked(desk)
  await withdrawClaim(desk.editor, { claimId, reason: "Marked twice." })
  const { threads } = await listThreads(desk.checker, articleId)
  expect(threads).toMatchObject([{ claim: { id: claimId, number: 1, isWithdrawn: true, words: WORDS.quote } }])
})

test("whoever is named is told, once, if they may see it", async ({ desk }) => {
  const { articleId, claimId } = await asked(desk)
  const names = (await listThreads(desk.checker, articleId)).nameable
  const nameOf = (who: Desk["viewer"]) => names.query.find(({ id }) => id === who.id)?.name ?? "?"
  const [author, second, owner] = [nameOf(desk.author), nameOf(desk.secondChecker), nameOf(desk.owner)]
  expect(names.note.map(({ id }) => id)).not.toContain(desk.author.id)
  const body = `@${author}, @${second}: look.`
  const { thread } = await startThread(desk.checker, { articleId, kind: "note", body, about: { claimId } })
  expect(await told(desk.secondChecker)).toEqual([["mention", body]])
  expect(await told(desk.author)).toEqual([["query", "Since when?"]])
  expect(JSON.stringify(thread.comments[0]?.blocks)).toContain(`{"kind":"mention","name":"${second}"}`)
  expect(JSON.stringify(thread.comments[0]?.blocks)).not.toContain(`{"kind":"mention","name":"${author}"}`)
  const edited = await editComment(desk.checker, { commentId: thread.id, body: `@${second}, @${owner}: look.` })
  expect(edited.thread.comments).toMatchObject([{ version: 2, before: [{ body }] }])
  expect(await told(desk.owner)).toMatchObject([["mention", expect.stringContaining("look.")]])
  expect(await unreadNotifications(desk.secondChecker)).toBe(1)
  await refused(
    () => editComment(desk.checker, { commentId: thread.id, version: 1, body }),
    "conflict",
    "comment.changed",
  )
  // Demoted, they are told nothing of it, not even a count.
  const viewer = { ...desk.secondChecker, role: "viewer" as const }
  expect(await unreadNotifications(viewer)).toBe(0)
  // An author names whoever takes part, and nobody else of the desk.
  expect((await listThreads(desk.author, articleId)).nameable).toMatchObject({
    query: [{ id: desk.checker.id }],
    note: [],
    legal: [],
  })
})

test("what has gone out can be asked about, and stands as it is", async ({ desk }) => {
  const { id: claimId, articleId } = await desk.approvedClaim()
  await signOffArticle(desk.secondEditor, { articleId, notices: [] })
  const asking = { articleId, kind: "query", body: "Still so?", about: { claimId } } as const
  expect(await startThread(desk.checker, asking)).toMatchObject({
    thread: { waitingSince: expect.any(String) },
    claim: { waiting: null },
  })
})

test("a query that came with a file is put to the author as any other", async ({ desk }) => {
  const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
  await decideRemark(desk.checker, { remarkId: await remarkOn(article, "Since when?"), outcome: "query" })
  expect(await told(desk.author)).toEqual([["query", "Since when?"]])
})

test("a thread on a passage keeps its words, and one of another article, text or claim is none", async ({ desk }) => {
  const article = await desk.article()
  const start = article.revision.text.indexOf(WORDS.fact)
  const passage = (span: { start: number; end: number }, revisionId = article.revision.id) => ({ revisionId, span })
  const started = (about: ReturnType<typeof passage> | { claimId: string }) =>
    startThread(desk.checker, { articleId: article.id, kind: "note", body: "Ask.", about })
  await started(passage({ start, end: start + WORDS.fact.length }))
  expect((await listThreads(desk.checker, article.id)).threads).toMatchObject([
    { quote: WORDS.fact, sentence: 3, claim: null },
  ])
  await refused(() => started(passage({ start, end: 9_999 })), "invalid", "claim.outsideText")
  const other = await desk.claim()
  await refused(() => started({ claimId: other.id }), "not-found", "claim.notFound")
  const elsewhere = (await desk.article()).revision.id
  await refused(() => started(passage({ start: 0, end: 4 }, elsewhere)), "not-found", "revision.notFound")
  await archiveArticle(desk.editor, { articleId: article.id })
  await refused(() => started(passage({ start: 0, end: 4 })), "conflict", "article.archived")
})

test("the text is marked where words have an open thread, in its reader's lanes, and as the text now is", async ({
  desk,
}) => {
  const { article, articleId, claimId, threadId } = await asked(desk)
  const { text, id: revisionId } = article.revision
  const span = { start: text.indexOf(WORDS.fact), end: text.indexOf(WORDS.fact) + WORDS.fact.length }
  const about = { revisionId, span }
  const started = async (kind: "query" | "note" | "legal") =>
    (await startThread(desk.editor, { articleId, kind, body: "Look.", about })).thread.id
  const [query, note, legal] = [await started("query"), await started("note"), await started("legal")]
  await startThread(desk.editor, { articleId, kind: "note", body: "On the whole." })
  await reply(desk.checker, note, "Where?")
  const queries = [{ id: threadId, claimId }]
  const marked = (id: string, kind: string, comments: number, place = span) => {
    return { id, kind, ...place, comments, waits: kind === "query" }
  }
  const ofQuery = marked(query, "query", 1)
  const all = [marked(legal, "legal", 1), marked(note, "note", 2), ofQuery]
  expect(await readOpenThreads(desk.owner, articleId)).toEqual({ queries, passages: all })
  expect(await readOpenThreads(desk.checker, articleId)).toEqual({ queries, passages: all.slice(1) })
  for (const who of [desk.author, desk.viewer])
    expect(await readOpenThreads(who, articleId)).toEqual({ queries, passages: [ofQuery] })
  const threadIds = [query, note, legal, threadId]
  const read = async (who: Desk["viewer"]) =>
    (await passageThreads(who, { articleId, threadIds })).threads.map(({ id }) => id)
  expect(await read(desk.checker)).toEqual([query, note])
  expect(await read(desk.author)).toEqual([query])

  await resolveComment(desk.editor, { commentId: note, resolved: true })
  await resolveComment(desk.editor, { commentId: threadId, resolved: true })
  expect(await readOpenThreads(desk.checker, articleId)).toEqual({ queries: [], passages: [ofQuery] })
  // Carried by its words to another text; where these are gone there is nothing to mark.
  const revised = (body: string) => {
    const bytes = new TextEncoder().encode(body)
    return reviseArticle(desk.checker, { articleId, bytes, format: "text", origin: "paste", head: "read", given: {} })
  }
  const body = text.replaceAll("\n", "\n\n")
  await revised(`Soon. ${body}`)
  const start = (await readArticle(desk.checker, articleId)).revision.text.indexOf(WORDS.fact)
  expect(start).toBeGreaterThan(span.start)
  const moved = { start, end: start + WORDS.fact.length }
  expect((await readOpenThreads(desk.checker, articleId)).passages).toEqual([marked(query, "query", 1, moved)])
  await revised(body.replace(WORDS.fact, "Nothing of it"))
  expect((await readOpenThreads(desk.checker, articleId)).passages).toEqual([])
})

test("a legal hold is the desk's to know, its reason is for few", async ({ desk }) => {
  const { articleId, claimId } = await asked(desk)
  await decideLegal(desk.editor, { claimId, decision: "hold", reason: "They may sue." })
  expect(await readClaim(desk.checker, claimId)).toMatchObject({ legal: { decision: "hold" } })
  expect((await readBoard(desk.checker, articleId, { now: new Date() })).held).toEqual([1])
  expect((await readBoard(desk.author, articleId, { now: new Date() })).held).toEqual([])
  for (const who of [desk.viewer, desk.author]) expect((await readClaim(who, claimId)).legal).toBeNull()
  expect((await claimThreads(desk.owner, { claimId })).threads).toMatchObject([
    { kind: "query" },
    { kind: "legal", comments: [{ body: "They may sue." }] },
  ])
  expect(JSON.stringify(await claimHistory(desk.checker, { claimId }))).toContain("legal.held")
  expect(JSON.stringify(await claimHistory(desk.author, { claimId }))).not.toContain("legal.held")
  const cleared = await decideLegal(desk.owner, { claimId, decision: "clear", reason: "They have agreed." })
  expect(cleared).toMatchObject({ legal: { decision: "clear" } })
})

test("a legal hold is kept from the article's author, whatever their role", async ({ desk }) => {
  const article = await desk.article({ authors: [{ membershipId: desk.secondEditor.id }] })
  const { id: claimId, articleId } = await desk.claim({ article })
  await decideLegal(desk.editor, { claimId, decision: "hold", reason: "They may sue." })
  const heldFor = async (who: Desk["editor"]) => [
    (await readClaim(who, claimId)).legal !== null,
    (await readBoard(who, articleId, { now: new Date() })).held.length > 0,
    (await readSignOffs(who, articleId)).held.length > 0,
    JSON.stringify(await claimHistory(who, { claimId })).includes("legal.held"),
  ]
  expect(await heldFor(desk.checker)).toEqual([true, true, true, true])
  expect(await heldFor(desk.secondEditor)).toEqual([false, false, false, false])
})

test("an unanswered query counts on the board of its article, and in the list", async ({ desk }) => {
  const { articleId, threadId } = await asked(desk)
  const now = new Date()
  expect(await readBoard(desk.checker, articleId, { now })).toMatchObject({
    queries: 1,
    claims: { waiting: { count: 1 } },
  })
  expect((await listArticles(desk.author)).items).toMatchObject([{ id: articleId, queries: 1 }])
  await reply(desk.author, threadId, "Since 1931.")
  expect(await readBoard(desk.checker, articleId, { now })).toMatchObject({
    queries: 0,
    claims: { waiting: { count: 0 } },
  })
  expect((await listArticles(desk.author)).items).toMatchObject([{ id: articleId, queries: 0 }])
})
