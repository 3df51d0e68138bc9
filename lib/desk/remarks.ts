/**
 * Remarks that came with a file, until each is a fact with its evidence, a query, a note, or nothing. What there is of
 * them is read in remark-list.ts; what is said about queries and notes is in comments.ts.
 */
import { v7 as newId } from "uuid"
import type { Prisma } from "../../prisma/client/client"
import type { Span } from "../anchor"
import { db, type Tx } from "../db"
import type { NewEvent } from "../domain/event"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import {
  notedOf,
  proposedSource,
  twinsOf,
  type DecideRemark,
  type FoundRemark,
  type ReopenRemark,
} from "../domain/remark"
import type { Actor } from "../domain/workspace"
import { change, unchanged } from "./change"
import { markWithin } from "./claims"
import { tellOfComment } from "./comment-notices"
import { addEvidenceWithin } from "./evidence"
import { passagesIn } from "./remark-list"
import { seenBy } from "./seen-by"
import { articleUnderCheck, claimUnderCheck, type ArticleUnderCheck } from "./under-check"

/** More than a manuscript has. */
const MOST = 2_000

/**
 * Keeps the remarks of a new revision, and answers how many of them wait for a decision. One that was there before is the same one with what became of it, on its words of
 * now. Those about a claim that is withdrawn, or of another article, are about none.
 */
export async function keepRemarks(
  tx: Tx,
  { workspaceId }: Pick<Actor, "workspaceId">,
  { articleId, revisionId }: { articleId: string; revisionId: string },
  remarks: readonly FoundRemark[],
): Promise<number> {
  const found = remarks.slice(0, MOST)
  const named = found.flatMap(({ claimId }) => claimId ?? [])
  const where = { articleId, id: { in: named }, withdrawnAt: null }
  const known = new Set((await tx.claim.findMany({ where, select: { id: true } })).map(({ id }) => id))
  const twins = twinsOf(found, await earlierRemarks(tx, articleId))
  await tx.remark.deleteMany({ where: { id: { in: twins.flatMap((twin) => twin?.id ?? []) } } })
  const rows = found.map(({ span, at, claimId, ...remark }, ordinal) => ({
    ...{ id: newId(), outcome: null, decidedById: null, decidedAt: null },
    ...twins[ordinal]?.decided,
    ...remark,
    ...{ workspaceId, articleId, revisionId, ordinal },
    start: span?.start ?? null,
    end: span?.end ?? null,
    writtenAt: at === null ? null : new Date(at),
    claimId: twins[ordinal]?.decided.claimId ?? (claimId !== null && known.has(claimId) ? claimId : null),
  }))
  await tx.remark.createMany({ data: rows })
  return rows.filter(({ outcome, resolved }) => outcome === null && !resolved).length
}

/** The remarks of the texts before, the newest first: with what became of each, under the id that its query has too. */
async function earlierRemarks(tx: Tx, articleId: string) {
  const rows = await tx.remark.findMany({
    where: { articleId },
    include: { claim: { select: { withdrawnAt: true } } },
    orderBy: [{ revisionId: "desc" }, { ordinal: "asc" }],
    take: MOST,
  })
  return rows.map(({ id, kind, author, writtenAt, text, href, quote, claim, ...row }) => {
    const { outcome, decidedById, decidedAt } = row
    const claimId = outcome === null && claim?.withdrawnAt ? null : row.claimId
    const decided = { id, outcome, decidedById, decidedAt, claimId }
    return { id, kind, author, at: writtenAt?.toISOString() ?? null, text, href, quote, decided }
  })
}

/** Says what becomes of a remark. Answers the claim it became or came back to, if there is one. */
export async function decideRemark(
  actor: Actor,
  { remarkId, outcome }: DecideRemark,
): Promise<{ claimId: string | null }> {
  // Looking through the whole text is done before anybody has to wait for it.
  const standing = outcome === "fact" ? await standingNow(actor, remarkId) : null
  return change(actor, async (tx) => {
    const { article, row } = await remarkUnderCheck(tx, actor, remarkId)
    if (row.outcome !== null) throw refuse("conflict", "remark.decided")
    const made =
      outcome === "fact"
        ? await becomeFact(tx, actor, { article, row, standing })
        : { claimId: row.claimId, events: [] }
    if (outcome === "query" || outcome === "note") await becomeComment(tx, actor, { article, row, kind: outcome })
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
    // What others have said to it would go with it.
    if (await tx.comment.findFirst({ where: { threadId: remarkId } })) throw refuse("conflict", "remark.isDiscussed")
    await tx.comment.deleteMany({ where: { id: remarkId } })
    await tx.remark.update({ where: { id: remarkId }, data: { outcome: null, decidedById: null, decidedAt: null } })
    return { result: { remarkId }, events: [toldOf(row, null)] }
  })
}

async function remarkUnderCheck(tx: Tx, actor: Actor, remarkId: string) {
  const where = { id: remarkId, workspaceId: actor.workspaceId, article: seenBy(actor).article }
  const found = await tx.remark.findFirst({ where, select: { articleId: true } })
  if (!found) throw refuse("not-found", "remark.notFound")
  const article = await articleUnderCheck(tx, actor, found.articleId)
  authorize(actor, "remark.decide", article)
  const row = await tx.remark.findUniqueOrThrow({ where: { id: remarkId }, include })
  return { article, row }
}

const include = { claim: { select: { id: true, withdrawnAt: true } } } as const
type Row = Prisma.RemarkGetPayload<{ include: typeof include }>

interface Becoming {
  article: ArticleUnderCheck
  row: Row
  standing: Standing | null
}

/** A claim on the remark's words, or the one it comes back to, with what it says as evidence. */
async function becomeFact(tx: Tx, actor: Actor, { row, ...becoming }: Becoming) {
  const there = row.claim && !row.claim.withdrawnAt ? { claimId: row.claim.id, events: [] } : null
  const marked = there ?? (await mark(tx, actor, becoming))
  const claim = await claimUnderCheck(tx, actor, marked.claimId)
  const { events } = await addEvidenceWithin(tx, actor, claim, {
    source: proposedSource(row),
    evidence: { stance: "supports", note: notedOf(row) },
  })
  return { claimId: marked.claimId, events: [...marked.events, ...events] }
}

/** Where a remark stands in the current text. */
interface Standing {
  revisionId: string
  span: Span | undefined
}

async function standingNow(actor: Actor, remarkId: string): Promise<Standing | null> {
  const row = await db().remark.findFirst({
    where: { id: remarkId, workspaceId: actor.workspaceId, article: seenBy(actor).article },
    include: { article: { select: { revision: { select: { id: true, text: true } } } } },
  })
  const revision = row?.article.revision
  if (!revision) return null
  return { revisionId: revision.id, span: (await passagesIn([row], revision)).get(remarkId) }
}

async function mark(tx: Tx, actor: Actor, { article: { id: articleId, revisionId }, standing }: Omit<Becoming, "row">) {
  if (standing?.revisionId !== revisionId) throw refuse("conflict", "article.newerRevision")
  if (!standing.span) throw refuse("conflict", "remark.noPassage")
  const { result, events } = await markWithin(tx, actor, {
    ...{ articleId, revisionId, version: undefined },
    claims: [{ spans: [standing.span], fields: {} }],
  })
  const [claim] = result
  if (!claim) throw new Error("a marked claim was not answered")
  return { claimId: claim.id, events }
}

/** It keeps the remark's id, so that taking the decision back finds it. */
async function becomeComment(
  tx: Tx,
  actor: Actor,
  { article, row, kind }: Omit<Becoming, "standing"> & { kind: "query" | "note" },
): Promise<void> {
  const { id, workspaceId, articleId, revisionId, claimId, start, end, quote, author: saidBy } = row
  const body = row.text.trim() || (row.href ?? quote)
  const comment = await tx.comment.create({
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
      waitingSince: kind === "query" ? new Date() : null,
    },
  })
  await tellOfComment(tx, actor, { ...comment, threadId: id, article, as: "first" })
}

function toldOf({ articleId, claimId }: Row, outcome: string | null): NewEvent {
  const subjects = { article: articleId, ...(claimId && { claim: claimId }) }
  return { stream: articleId, act: "remark.decided", subjects, payload: { outcome } }
}
