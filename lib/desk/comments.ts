/** What is said about claims, passages and articles: threads, replies, answers. What there is of them is read in comment-list.ts. */
import { v7 as newId } from "uuid"
import type { z } from "zod"
import type { Comment } from "../../prisma/client/client"
import type { Tx } from "../db"
import {
  afterReply,
  REPLIES,
  RESOLVES,
  saidAs,
  STARTS,
  type CommentKept,
  type CommentKind,
  type EditComment,
  type ReplyToThread,
  type ResolveComment,
  type StartThread,
} from "../domain/comment"
import { claimEvent, type EventAct, type NewEvent } from "../domain/event"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { change, unchanged } from "./change"
import { threadOf } from "./comment-list"
import { tellOfComment } from "./comment-notices"
import { claimRelations, claimViewOf, seenBy } from "./seen-by"
import { articleUnderCheck, articleUnlocked, type ArticleUnderCheck } from "./under-check"

/** Begins a thread. A query on a claim has the claim wait for the author, where it waits for nobody yet. */
export function startThread(actor: Actor, { articleId, kind, body, about }: StartThread): Promise<CommentKept> {
  return change(actor, async (tx) => {
    const article = await articleFor(tx, actor, { kind, articleId, claimId: claimIn(about) })
    authorize(actor, STARTS[kind], article)
    const place = await placeOf(tx, actor, article, about)
    const waitingSince = kind === "query" ? new Date() : null
    const row = await tx.comment.create({
      data: { id: newId(), ...inArticle(actor, article), kind, body, ...place, waitingSince },
    })
    await tellOfComment(tx, actor, { ...row, threadId: row.id, article, as: "first" })
    const claim = await arrange(tx, row, "awaits")
    return { result: await kept(tx, actor, row, article), events: [toldOf("comment.written", row), ...claim] }
  })
}

/** Replies in a thread. What the article's author writes in one of queries, or somebody passes on from them, answers it. */
export function replyToThread(
  actor: Actor,
  { threadId, body, as: asked }: z.output<typeof ReplyToThread>,
): Promise<CommentKept> {
  return change(actor, async (tx) => {
    const { thread, article } = await threadUnderCheck(tx, actor, threadId)
    authorize(actor, REPLIES[thread.kind], article)
    const as = saidAs(actor, article, thread.kind, asked)
    const waitingSince = afterReply(thread, as, new Date())
    const { kind, claimId, revisionId } = thread
    const reply = { kind, claimId, revisionId, threadId, body, quote: "", answer: as === "answer" }
    const row = await tx.comment.create({ data: { id: newId(), ...inArticle(actor, article), ...reply } })
    await tx.comment.update({ where: { id: threadId }, data: { waitingSince } })
    await tellOfComment(tx, actor, { ...row, threadId, article, as })
    const claim = await arrange(tx, thread, as === "answer" ? "resumes" : "awaits")
    const told = toldOf(as === "answer" ? "comment.answered" : "comment.replied", row)
    return { result: await kept(tx, actor, thread, article), events: [told, ...claim] }
  })
}

/** Says one's own comment otherwise; what it said before is kept, and whoever is named anew is told. */
export function editComment(actor: Actor, { commentId, version, body }: EditComment): Promise<CommentKept> {
  return change(actor, async (tx) => {
    const { comment, thread, article } = await commentUnderCheck(tx, actor, commentId)
    authorize(actor, "comment.edit", comment)
    authorize(actor, REPLIES[comment.kind], article)
    if (version !== undefined && version !== comment.version) throw refuse("conflict", "comment.changed")
    if (comment.body === body) return unchanged(await kept(tx, actor, thread, article))
    const { workspaceId } = actor
    const before = { number: comment.version, body: comment.body, writtenAt: comment.editedAt ?? comment.createdAt }
    await tx.commentVersion.create({ data: { workspaceId, commentId, ...before } })
    await tx.comment.update({
      where: { id: commentId },
      data: { body, editedAt: new Date(), version: { increment: 1 } },
    })
    await tellOfComment(tx, actor, { ...comment, body, threadId: thread.id, article, as: "edited" })
    return { result: await kept(tx, actor, thread, article), events: [toldOf("comment.edited", comment)] }
  })
}

/** Closes a thread, or opens it again: a query that its author has not answered waits for them then as before. */
export function resolveComment(actor: Actor, { commentId, resolved }: ResolveComment): Promise<CommentKept> {
  return change(actor, async (tx) => {
    const { thread, article } = await threadUnderCheck(tx, actor, commentId)
    authorize(actor, RESOLVES[thread.kind], article)
    if ((thread.resolvedAt !== null) === resolved) return unchanged(await kept(tx, actor, thread, article))
    const waits = !resolved && thread.kind === "query" && !(await isAnswered(tx, commentId))
    const data = {
      resolvedAt: resolved ? new Date() : null,
      resolvedById: resolved ? actor.id : null,
      waitingSince: waits ? new Date() : null,
    }
    await tx.comment.update({ where: { id: commentId }, data })
    const claim = await arrange(tx, thread, waits ? "awaits" : "resumes")
    const told = toldOf(resolved ? "comment.resolved" : "comment.reopened", thread)
    return { result: await kept(tx, actor, thread, article), events: [told, ...claim] }
  })
}

const claimIn = (about: StartThread["about"]) => (about && "claimId" in about ? about.claimId : null)

const inArticle = ({ workspaceId, id: writtenById }: Actor, { id: articleId }: ArticleUnderCheck) => ({
  ...{ workspaceId, articleId, writtenById },
})

/** What a thread is about: a claim, words of the current text or of an earlier one, or the article. */
async function placeOf(tx: Tx, actor: Actor, article: ArticleUnderCheck, about: StartThread["about"]) {
  const { id: articleId, revisionId } = article
  if (!about) return { revisionId, quote: "" }
  if ("claimId" in about) {
    const where = { id: about.claimId, articleId, ...seenBy(actor).claim }
    if (!(await tx.claim.findFirst({ where, select: { id: true } }))) throw refuse("not-found", "claim.notFound")
    return { revisionId, claimId: about.claimId, quote: "" }
  }
  const { start, end } = about.span
  const revision = await tx.revision.findFirst({ where: { id: about.revisionId, articleId }, select: { text: true } })
  if (!revision) throw refuse("not-found", "revision.notFound")
  if (end > revision.text.length) throw refuseField("about.span", "claim.outsideText")
  return { revisionId: about.revisionId, quote: revision.text.slice(start, end), start, end }
}

/** A query on a claim changes whom that waits for; whatever else is said waits for no work on the article. */
function articleFor(
  tx: Tx,
  actor: Actor,
  { kind, claimId, articleId }: { kind: CommentKind; claimId: string | null; articleId: string },
): Promise<ArticleUnderCheck> {
  const load = kind === "query" && claimId !== null ? articleUnderCheck : articleUnlocked
  return load(tx, actor, articleId)
}

/** A comment with the thread that it stands in, which is locked. */
async function commentUnderCheck(tx: Tx, actor: Actor, commentId: string) {
  const where = { AND: [{ id: commentId }, seenBy(actor).comment] }
  const found = await tx.comment.findFirst({ where })
  if (!found) throw refuse("not-found", "comment.notFound")
  const article = await articleFor(tx, actor, found)
  await tx.$queryRaw`
    SELECT 1 FROM "Comment" WHERE "id" = ${found.threadId ?? commentId}::uuid FOR NO KEY UPDATE`
  const { thread, ...comment } = await tx.comment.findUniqueOrThrow({
    where: { id: commentId },
    include: { thread: true },
  })
  return { article, comment, thread: thread ?? comment }
}

async function threadUnderCheck(tx: Tx, actor: Actor, threadId: string) {
  const { article, comment } = await commentUnderCheck(tx, actor, threadId)
  if (comment.threadId !== null) throw refuse("not-found", "comment.notFound")
  return { article, thread: comment }
}

/** The last word counts: whoever reopens a thread after an answer has yet to say what they still ask. */
async function isAnswered(tx: Tx, threadId: string): Promise<boolean> {
  const last = await tx.comment.findFirst({ where: { threadId }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] })
  return last?.answer ?? false
}

/**
 * A claim waits for its article's author as long as a query on it does. Where it waits for somebody else, or the desk has
 * written down whom it waits for, that stays.
 */
async function arrange(
  tx: Tx,
  { kind, claimId }: Pick<Comment, "kind" | "claimId">,
  then: "awaits" | "resumes",
): Promise<NewEvent[]> {
  if (kind !== "query" || !claimId) return []
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId } })
  // What has gone out stands as it is, whatever is asked about it.
  if (claim.withdrawnAt || claim.signOffId) return []
  if (then === "awaits" && claim.waitingOn === null) {
    const data = { waitingOn: "author", waitingSince: new Date(), version: { increment: 1 } } as const
    await tx.claim.update({ where: { id: claimId }, data })
    return [claimEvent("claim.waiting", claim, { on: "author", chaseAt: null })]
  }
  if (then === "awaits" || claim.waitingOn !== "author") return []
  if (await tx.comment.findFirst({ where: { claimId, waitingSince: { not: null } }, select: { id: true } })) return []
  const nobody = { waitingOn: null, waitingWhom: null, waitingSince: null, chaseAt: null }
  await tx.claim.update({ where: { id: claimId }, data: { ...nobody, version: { increment: 1 } } })
  return [claimEvent("claim.resumed", claim, { on: "author" })]
}

/** The thread as it is now, and the claim that it is about, which may wait for others than before. */
async function kept(
  tx: Tx,
  actor: Actor,
  { id, threadId, claimId }: Pick<Comment, "id" | "threadId" | "claimId">,
  article: ArticleUnderCheck,
): Promise<CommentKept> {
  const where = { AND: [{ id: claimId ?? "" }, seenBy(actor).claim] }
  const row = claimId ? await tx.claim.findFirst({ where, include: claimRelations(actor) }) : null
  const claim = row && (await claimViewOf(tx, actor, row, article.revisionId))
  return { thread: await threadOf(tx, actor, threadId ?? id), claim }
}

/** Told by its lane, so that it can be kept from whoever does not read that; its words are in no event. */
function toldOf(act: EventAct, { id, articleId, claimId, kind }: Told): NewEvent {
  const subjects = { article: articleId, ...(claimId && { claim: claimId }), comment: id }
  return { stream: articleId, act, subjects, payload: { kind } }
}

type Told = Pick<Comment, "id" | "articleId" | "claimId"> & { kind: CommentKind }
