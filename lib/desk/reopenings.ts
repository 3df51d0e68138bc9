/** After an article has gone out: a claim of it, or its text, is looked at again; and complaints, which may lead to that. */
import { v7 as newId } from "uuid"
import type { Tx } from "../db"
import { claimEvent, type NewEvent } from "../domain/event"
import { authorize, can } from "../domain/policy"
import { refuse } from "../domain/refusal"
import { assertReopens, type DecideComplaint, type RecordComplaint, type Reopen } from "../domain/sign-off"
import type { Actor } from "../domain/workspace"
import { change } from "./change"
import { concernedBy } from "./concerned"
import { seenBy } from "./seen-by"
import {
  articleOrArchived,
  articleUnderCheck,
  claimOrArchived,
  claimOrSigned,
  membersAmong,
  NOT_LET_STAND,
  startAnew,
  type ArticleUnderCheck,
  type ClaimUnderCheck,
} from "./under-check"

/** Opens a claim of an article that has gone out, or without one its text; all else of it stays as it went out. */
export function reopen(actor: Actor, asked: Reopen): Promise<{ reopeningId: string }> {
  return change(actor, async (tx) => {
    const { article, claim } = await subjectOf(tx, actor, asked)
    authorize(actor, "article.reopen", article)
    const { reopeningId, events } = await reopenWithin(tx, actor, { ...asked, article, claim })
    return { result: { reopeningId }, events }
  })
}

/** Writes down what somebody outside says is wrong, also of what is put away: readers can read it still. */
export function recordComplaint(actor: Actor, asked: RecordComplaint): Promise<{ complaintId: string }> {
  return change(actor, async (tx) => {
    const { article } = await goneOutSubject(tx, actor, asked)
    authorize(actor, "complaint.read", article)
    if (article.goneOut === null) throw refuse("conflict", "reopen.notOut")
    const { articleId, claimId = null, who, text, receivedAt, dueAt } = asked
    const complaintId = newId()
    await tx.complaint.create({
      data: {
        ...{ id: complaintId, workspaceId: actor.workspaceId, articleId, claimId, who, text, recordedById: actor.id },
        receivedAt: new Date(receivedAt),
        dueAt: dueAt ? new Date(dueAt) : null,
      },
    })
    return {
      result: { complaintId },
      events: [complaintEvent("complaint.recorded", { articleId, claimId, complaintId })],
    }
  })
}

/**
 * Upholds or rejects a complaint, with the answer that goes to whoever complained; what is upheld is reopened, for which an
 * article that is put away has to be restored first: work on it is nothing that an answer brings back unasked.
 */
export function decideComplaint(
  actor: Actor,
  { complaintId, version, outcome, answer, kind }: DecideComplaint,
): Promise<{ complaintId: string; reopeningId: string | null }> {
  return change(actor, async (tx) => {
    const { row, article, claim } = await complaintUnderCheck(tx, actor, complaintId)
    authorize(actor, "complaint.decide", { article, concernedIds: await concernedBy(tx, actor, article, row.claimId) })
    if (row.outcome !== null || (version ?? row.version) !== row.version) throw refuse("conflict", "complaint.over")
    if (outcome === "upheld" && article.archivedAt) throw refuse("conflict", "complaint.archived")
    const reason = row.text.slice(0, 2000)
    const upheld = kind && outcome === "upheld" ? { kind, reason, article, claim } : null
    const { reopeningId, events } = upheld ? await reopenUnlessOpen(tx, actor, row, upheld) : NOTHING_REOPENED
    await tx.complaint.update({
      where: { id: complaintId },
      data: { outcome, answer, reopeningId, decidedById: actor.id, decidedAt: new Date(), version: { increment: 1 } },
    })
    const { articleId, claimId } = row
    const told = complaintEvent("complaint.decided", { articleId, claimId, complaintId }, { outcome })
    return { result: { complaintId, reopeningId }, events: [told, ...events] }
  })
}

const NOTHING_REOPENED = { reopeningId: null, events: [] }

/** What is looked at again already goes on being so, and what was withdrawn since there is nothing to look at of. */
async function reopenUnlessOpen(
  tx: Tx,
  actor: Actor,
  { claimId }: { claimId: string | null },
  upheld: Parameters<typeof reopenWithin>[2],
): Promise<{ reopeningId: string | null; events: NewEvent[] }> {
  const where = { articleId: upheld.article.id, claimId, closedById: null }
  const open = await tx.reopening.findFirst({ where, select: { id: true } })
  if (open) return { reopeningId: open.id, events: [] }
  const isOut = claimId === null || (upheld.claim !== null && upheld.claim.row.signOffId !== null)
  return isOut ? reopenWithin(tx, actor, upheld) : NOTHING_REOPENED
}

/** A complaint with what it is about, locked; to whoever may not read any, there is none. */
async function complaintUnderCheck(tx: Tx, actor: Actor, complaintId: string) {
  const where = { id: complaintId, workspaceId: actor.workspaceId, article: seenBy(actor).article }
  const found = await tx.complaint.findFirst({ where, include: { article: { include: { authors: true } } } })
  const about = found && { authorIds: membersAmong(found.article.authors), leadId: found.article.leadId }
  if (!about || !can(actor, "complaint.read", about)) throw refuse("not-found", "complaint.notFound")
  await articleOrArchived(tx, actor, found.articleId)
  // A claim that was withdrawn since is gone, what was said about it is not.
  const gone = await tx.claim.count({
    where: { complaints: { some: { id: complaintId } }, withdrawnAt: { not: null } },
  })
  const subject = await goneOutSubject(tx, actor, gone > 0 ? { articleId: found.articleId } : found)
  return { ...subject, row: await tx.complaint.findUniqueOrThrow({ where: { id: complaintId } }) }
}

interface Subject {
  article: ArticleUnderCheck
  claim: ClaimUnderCheck | null
}

/** Locks what is meant: a claim with its article, or the article. */
async function subjectOf(
  tx: Tx,
  actor: Actor,
  {
    articleId,
    claimId,
    version,
  }: { articleId: string; claimId?: string | null | undefined; version?: number | undefined },
): Promise<Subject> {
  const article = await articleUnderCheck(tx, actor, articleId)
  if (!claimId) return { article, claim: null }
  const claim = await claimOrSigned(tx, actor, claimId, version)
  if (claim.row.articleId !== articleId) throw refuse("not-found", "claim.notFound")
  return { article, claim }
}

/** The same where the article may be put away. */
async function goneOutSubject(tx: Tx, actor: Actor, { articleId, claimId }: Parameters<typeof subjectOf>[2]) {
  const article = await articleOrArchived(tx, actor, articleId)
  const claim = claimId ? await claimOrArchived(tx, actor, claimId) : null
  if (claim && claim.row.articleId !== articleId) throw refuse("not-found", "claim.notFound")
  return { article, claim }
}

async function reopenWithin(
  tx: Tx,
  actor: Actor,
  { kind, reason, article, claim }: Pick<Reopen, "kind" | "reason"> & Subject,
): Promise<{ reopeningId: string; events: [NewEvent, ...NewEvent[]] }> {
  assertReopens(article.goneOut, claim && claim.row)
  const { workspaceId, id: openedById } = actor
  const articleId = article.id
  const { signOffId } = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { signOffId: true } })
  if (!signOffId) throw refuse("conflict", "reopen.notOut")
  const open = await tx.reopening.count({ where: { articleId, claimId: claim?.row.id ?? null, closedById: null } })
  if (open > 0) throw refuse("conflict", "reopen.isOpen")
  const reopeningId = newId()
  const about = { id: reopeningId, workspaceId, articleId, claimId: claim?.row.id ?? null, signOffId, openedById }
  await tx.reopening.create({ data: { ...about, kind, reason } })
  await tx.article.update({ where: { id: articleId }, data: { goneOut: "under_review", version: { increment: 1 } } })
  if (claim) await letGo(tx, claim)
  const subjects = { article: articleId, reopening: reopeningId }
  const told: NewEvent = claim
    ? claimEvent("claim.reopened", claim.row, { kind }, subjects)
    : { stream: articleId, act: "article.reopened", subjects, payload: { kind } }
  return { reopeningId, events: [told] }
}

/** The claim is open again, as after an edit that withdrew its approval; its draft is what had gone out. */
async function letGo(tx: Tx, { row }: ClaimUnderCheck): Promise<void> {
  await tx.claim.update({
    where: { id: row.id },
    data: {
      ...{ state: "open", roundId: null, signOffId: null, underReviewSince: new Date(), ...NOT_LET_STAND },
      version: { increment: 1 },
    },
  })
  // What nobody has approved keeps its authors.
  if (row.state === "approved") await startAnew(tx, row)
}

function complaintEvent(
  act: "complaint.recorded" | "complaint.decided",
  { articleId, claimId, complaintId }: { articleId: string; claimId: string | null; complaintId: string },
  payload: Record<string, unknown> = {},
): NewEvent {
  const subjects = { article: articleId, complaint: complaintId, ...(claimId && { claim: claimId }) }
  return { stream: articleId, act, subjects, payload }
}
