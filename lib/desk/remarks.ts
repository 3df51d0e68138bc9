/**
 * Remarks that came with a file, until each is a fact with its evidence, a query, a note, or nothing; and the queries
 * and notes themselves. Offsets are UTF-16 code units.
 */
import { v7 as newId } from "uuid"
import type { Prisma } from "../../prisma/client/client"
import { describe, place, type Placed, type Span } from "../anchor"
import { db, type Tx } from "../db"
import type { NewEvent } from "../domain/event"
import { authorize, can } from "../domain/policy"
import { refuse } from "../domain/refusal"
import {
  proposedSource,
  type CommentView,
  type DecideRemark,
  type FoundRemark,
  type RemarkList,
  type RemarkView,
  type ReopenRemark,
  type ResolveComment,
} from "../domain/remark"
import { SourceInput } from "../domain/source"
import type { Actor } from "../domain/workspace"
import { change, unchanged } from "./change"
import { markWithin } from "./claims"
import { addEvidenceWithin } from "./evidence"
import { asPerson, person, seenBy } from "./seen-by"
import { articleUnderCheck, claimUnderCheck, membersAmong, type ArticleUnderCheck } from "./under-check"

/** More than a manuscript has. */
const MOST = 2_000

/** Keeps the remarks of a new revision. Those about a claim of another article are about none. */
export async function keepRemarks(
  tx: Tx,
  { workspaceId }: Pick<Actor, "workspaceId">,
  { articleId, revisionId }: { articleId: string; revisionId: string },
  remarks: readonly FoundRemark[],
): Promise<void> {
  const named = remarks.flatMap(({ claimId }) => claimId ?? [])
  const claims = await tx.claim.findMany({ where: { articleId, id: { in: named } }, select: { id: true } })
  const known = new Set(claims.map(({ id }) => id))
  await tx.remark.createMany({
    data: remarks.slice(0, MOST).map(({ span, at, claimId, ...remark }, ordinal) => ({
      ...remark,
      ...{ id: newId(), workspaceId, articleId, revisionId, ordinal },
      start: span?.start ?? null,
      end: span?.end ?? null,
      writtenAt: at === null ? null : new Date(at),
      claimId: claimId !== null && known.has(claimId) ? claimId : null,
    })),
  })
}

/** Says what becomes of a remark. Answers the claim it became or came back to, if there is one. */
export function decideRemark(actor: Actor, { remarkId, outcome }: DecideRemark): Promise<{ claimId: string | null }> {
  return change(actor, async (tx) => {
    const { article, row } = await remarkUnderCheck(tx, actor, remarkId)
    if (row.outcome !== null) throw refuse("conflict", "remark.decided")
    const made = outcome === "fact" ? await becomeFact(tx, actor, article, row) : { claimId: row.claimId, events: [] }
    if (outcome === "query" || outcome === "note") await becomeComment(tx, actor, row, outcome)
    const data = { outcome, claimId: made.claimId, decidedById: actor.id, decidedAt: new Date() }
    await tx.remark.update({ where: { id: remarkId }, data })
    return { result: { claimId: made.claimId }, events: [toldOf(row, outcome), ...made.events] }
  })
}

/** Takes a decision back: a query or note that was made of it goes. A fact has a life of its own, and is withdrawn there. */
export function reopenRemark(actor: Actor, { remarkId }: ReopenRemark): Promise<{ remarkId: string }> {
  return change(actor, async (tx) => {
    const { row } = await remarkUnderCheck(tx, actor, remarkId)
    if (row.outcome === null) return unchanged({ remarkId })
    if (row.outcome === "fact") throw refuse("conflict", "remark.isClaim")
    await tx.comment.deleteMany({ where: { id: remarkId } })
    await tx.remark.update({ where: { id: remarkId }, data: { outcome: null, decidedById: null, decidedAt: null } })
    return { result: { remarkId }, events: [toldOf(row, null)] }
  })
}

/** Closes a query or note, or opens it again. */
export function resolveComment(actor: Actor, { commentId, resolved }: ResolveComment): Promise<{ commentId: string }> {
  return change(actor, async (tx) => {
    const found = await tx.comment.findFirst({
      where: { id: commentId, workspaceId: actor.workspaceId, article: seenBy(actor).article },
    })
    if (!found) throw refuse("not-found", "comment.notFound")
    const article = await articleUnderCheck(tx, actor, found.articleId)
    authorize(actor, "comment.resolve", article)
    if ((found.resolvedAt !== null) === resolved) return unchanged({ commentId })
    const data = { resolvedAt: resolved ? new Date() : null, resolvedById: resolved ? actor.id : null }
    await tx.comment.update({ where: { id: commentId }, data })
    const act = resolved ? "comment.resolved" : "comment.reopened"
    const told = { stream: found.articleId, act, subjects: { article: found.articleId }, payload: {} } as const
    return { result: { commentId }, events: [told] }
  })
}

/** The remarks of an article with their passages in its current text, and the queries and notes that there are. */
export async function listRemarks(actor: Actor, articleId: string): Promise<RemarkList> {
  const article = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    select: {
      ...{ id: true, title: true, language: true, leadId: true, archivedAt: true },
      authors: { select: { membershipId: true } },
      revision: { select: { id: true, text: true } },
    },
  })
  if (!article?.revision) throw refuse("not-found", "article.notFound")
  const { revision, authors, ...known } = article
  const about = { ...known, authorIds: membersAmong(authors), archivedAt: article.archivedAt?.toISOString() ?? null }
  const [remarks, comments] = await Promise.all([remarksOf(actor, articleId), commentsOf(actor, articleId)])
  const spans = await spansNow(remarks, revision)
  return { article: about, remarks: remarks.map((row) => remarkView(row, spans.get(row.id), revision.text)), comments }
}

/** How many remarks of an article wait for a decision; none where the article may not be seen. */
export function remarksWaiting(actor: Actor, articleId: string): Promise<number> {
  const { workspaceId } = actor
  return db().remark.count({ where: { workspaceId, articleId, outcome: null, article: seenBy(actor).article } })
}

async function remarkUnderCheck(tx: Tx, actor: Actor, remarkId: string) {
  const where = { id: remarkId, workspaceId: actor.workspaceId, article: seenBy(actor).article }
  const found = await tx.remark.findFirst({ where, select: { articleId: true } })
  if (!found) throw refuse("not-found", "remark.notFound")
  const article = await articleUnderCheck(tx, actor, found.articleId)
  authorize(actor, "remark.decide", article)
  const row = await tx.remark.findUniqueOrThrow({ where: { id: remarkId } })
  return { article, row }
}

type Row = Prisma.RemarkGetPayload<object>

/** A claim on the remark's words, or the one it comes back to, with what it says as evidence. */
async function becomeFact(tx: Tx, actor: Actor, article: ArticleUnderCheck, row: Row) {
  const marked = row.claimId ? { claimId: row.claimId, events: [] } : await mark(tx, actor, article, row)
  const claim = await claimUnderCheck(tx, actor, marked.claimId)
  const { url, ...source } = proposedSource(row)
  const note = row.author ? `${row.author}: ${row.text}` : row.text
  const { events } = await addEvidenceWithin(tx, actor, claim, {
    source: SourceInput.parse({ ...source, url }),
    evidence: { stance: "supports", note },
  })
  return { claimId: marked.claimId, events: [...marked.events, ...events] }
}

async function mark(tx: Tx, actor: Actor, { id: articleId, revisionId }: ArticleUnderCheck, row: Row) {
  const { id, text } = await tx.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { id: true, text: true },
  })
  const span = (await spansNow([row], { id, text })).get(row.id)
  if (!span) throw refuse("conflict", "remark.noPassage")
  const { result, events } = await markWithin(tx, actor, {
    ...{ articleId, revisionId, version: undefined },
    claims: [{ spans: [span], fields: {} }],
  })
  const [claim] = result
  if (!claim) throw new Error("a marked claim was not answered")
  return { claimId: claim.id, events }
}

/** It keeps the remark's id, so that taking the decision back finds it. */
async function becomeComment(tx: Tx, actor: Actor, row: Row, kind: "query" | "note"): Promise<void> {
  const { id, workspaceId, articleId, revisionId, claimId, start, end, quote, author: saidBy } = row
  const body = row.text.trim() || (row.href ?? quote)
  await tx.comment.create({
    data: {
      id,
      workspaceId,
      articleId,
      revisionId,
      claimId,
      kind,
      body,
      quote,
      start,
      end,
      saidBy,
      writtenById: actor.id,
    },
  })
}

function toldOf({ articleId, claimId }: Row, outcome: string | null): NewEvent {
  const subjects = { article: articleId, ...(claimId && { claim: claimId }) }
  return { stream: articleId, act: "remark.decided", subjects, payload: { outcome } }
}

const shown = { claim: { select: { id: true, number: true } }, decidedBy: person } as const

function remarksOf(actor: Actor, articleId: string) {
  return db().remark.findMany({
    where: { workspaceId: actor.workspaceId, articleId },
    include: shown,
    orderBy: [{ revisionId: "desc" }, { ordinal: "asc" }],
    take: MOST,
  })
}

/** Notes are the desk's alone; a question is for whoever it is put to. */
async function commentsOf(actor: Actor, articleId: string): Promise<CommentView[]> {
  const rows = await db().comment.findMany({
    where: { workspaceId: actor.workspaceId, articleId, ...(!can(actor, "note.read") && { kind: "query" }) },
    include: { claim: shown.claim, writtenBy: person, resolvedBy: person },
    orderBy: { createdAt: "desc" },
    take: MOST,
  })
  return rows.map(({ id, kind, body, quote, saidBy, claim, ...row }) => ({
    ...{ id, kind, body, quote, saidBy, claim },
    writtenBy: asPerson(row.writtenBy),
    createdAt: row.createdAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: row.resolvedBy && asPerson(row.resolvedBy),
  }))
}

type Standing = Pick<Row, "id" | "revisionId" | "start" | "end">

/** Where remarks stand in a text: those of an earlier one, only where their words are carried. */
async function spansNow(rows: readonly Standing[], to: { id: string; text: string }): Promise<Map<string, Span>> {
  const now = new Map<string, Span>()
  for (const from of new Set(rows.map((row) => row.revisionId))) {
    const there = rows.flatMap(({ id, revisionId, start, end }) =>
      revisionId === from && start !== null && end !== null ? [{ id, start, end }] : [],
    )
    const placed = from === to.id ? there.map(asIs) : await placedIn(from, there, to.text)
    there.forEach(({ id }, at) => {
      const one = placed[at]
      if (one?.kind === "exact" || one?.kind === "moved") now.set(id, one.span)
    })
  }
  return now
}

const asIs = ({ start, end }: Span): Placed => ({ kind: "exact", span: { start, end }, contextChanged: false })

async function placedIn(revisionId: string, spans: Span[], text: string): Promise<Placed[]> {
  const old = await db().revision.findUniqueOrThrow({ where: { id: revisionId }, select: { text: true } })
  return place(spans, old.text, text)
}

function remarkView(
  row: Prisma.RemarkGetPayload<{ include: typeof shown }>,
  span: Span | undefined,
  text: string,
): RemarkView {
  const { id, kind, author, text: words, href, quote, claim, outcome, decidedBy } = row
  const around = span && describe(text, span)
  return {
    ...{ id, kind, author, text: words, href, quote, claim, outcome },
    writtenAt: row.writtenAt?.toISOString() ?? null,
    passage: around ? { ...span, words: around.quote, before: around.prefix, after: around.suffix } : null,
    decidedBy: decidedBy && asPerson(decidedBy),
  }
}
