/** Reviews: a second person's decision on a round, and the queue of what waits for one: what was checked without review waits for a second reading. */
import { v7 as newId } from "uuid"
import { db, type Tx } from "../db"
import { Priority, type ClaimView } from "../domain/claim"
import { claimEvent, type EventAct } from "../domain/event"
import { authorize, can } from "../domain/policy"
import { changesBetween, contextOf } from "../domain/review-item"
import type { QueueFilter, ReviewItem, RoundChanges, SentRound, WaitingIn } from "../domain/review-item"
import { refuse } from "../domain/refusal"
import { afterReview, RoundSnapshot, type DecideReview, type Decision, type KeptApproval } from "../domain/round"
import { ratingOf } from "../domain/scale"
import { isStanding } from "../domain/standing"
import type { Actor } from "../domain/workspace"
import { DIFFERING, openTo } from "./blind"
import { change } from "./change"
import { revisionTexts } from "./revisions"
import { roundUnderCheck } from "./rounds"
import { knownScales } from "./scales"
import { authoredBy, claimRelations, claimViews, seenBy } from "./seen-by"
import { NOT_LET_STAND, viewOf, type ClaimUnderCheck } from "./under-check"

const TOLD: Record<Decision, EventAct> = {
  approve: "review.approved",
  request_changes: "review.changes_requested",
  withdraw: "review.withdrawn",
}

/** Approves a round, requests changes, or withdraws one's approval. A person's latest review of a round counts. */
export function decideReview(actor: Actor, { roundId, version, decision, note }: DecideReview): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const { claim, round } = await roundUnderCheck(tx, actor, roundId, version)
    authorize(actor, "review.decide", claim)
    if (decision === "approve") await assertNoAnswerOf(tx, actor, claim.row)
    const past = await tx.review.findMany({ where: { roundId }, orderBy: { id: "asc" } })
    const state = afterReview(
      claim.row,
      { id: round.id, past },
      { reviewerId: actor.id, decision },
      actor.settings.approvals,
    )
    if (decision === "approve") await assertNoDifference(tx, claim.row)
    const { workspaceId, id: reviewerId } = actor
    await tx.review.create({ data: { id: newId(), workspaceId, roundId, reviewerId, decision, note: note || null } })
    const fallen = isStanding({ state }) ? {} : NOT_LET_STAND
    await tx.claim.update({ where: { id: claim.row.id }, data: { state, ...fallen, version: { increment: 1 } } })
    const told = claimEvent(TOLD[decision], claim.row, { round: round.number, state }, { round: roundId })
    return { result: await viewOf(tx, actor, claim), events: [told] }
  })
}

/** What somebody wrote down of an answer since a claim was sent, nobody but them has seen: it is not theirs to approve. */
async function assertNoAnswerOf(tx: Tx, actor: Actor, { id: claimId, round }: ClaimUnderCheck["row"]): Promise<void> {
  if (!round) return
  const { workspaceId, id: actorId } = actor
  const act = { in: ["contact.recorded", "contact.edited"] satisfies EventAct[] }
  const answers = await tx.event.count({ where: { workspaceId, claimId, actorId, act, at: { gt: round.sentAt } } })
  if (answers > 0) throw refuse("forbidden", "review.answeredByYou")
}

/** Where a second opinion differs nobody approves the first before it is decided between them: the round may be the one that falls. */
async function assertNoDifference(tx: Tx, { id: claimId }: ClaimUnderCheck["row"]): Promise<void> {
  const differing = await tx.secondOpinion.count({ where: { claimId, ...DIFFERING } })
  if (differing > 0) throw refuse("conflict", "review.verdictsDiffer")
}

/** Approves a round for whoever pressed it: somebody else may have signed in to their browser since. */
export async function approveKept(actor: Actor, { reviewerId, ...approval }: KeptApproval): Promise<ClaimView> {
  if (reviewerId !== actor.id) throw refuse("signed-out", "review.pressedByAnother")
  return decideReview(actor, { ...approval, decision: "approve" })
}

/** A desk's queue is read in one go; beyond this many, the rest waits behind them. */
const QUEUE = 100

/** What waits for a person: rounds in review that they may decide on and have not yet, oldest first. */
export async function reviewQueue(actor: Actor, { articleId, priority }: QueueFilter = {}): Promise<ReviewItem[]> {
  const rows = await db().claim.findMany({
    where: { AND: [waitingFor(actor), { ...(articleId && { articleId }), ...(priority && { priority }) }] },
    include: {
      ...claimRelations(actor),
      article: { select: { id: true, title: true, language: true, revisionId: true, ...authoredBy(actor) } },
    },
    orderBy: { round: { sentAt: "asc" } },
    take: QUEUE,
  })
  const sent = await sentRounds(rows.map((row) => row.id))
  const seen = await seenAmong(actor, [...sent.values()].flat())
  const revisionIds = rows.flatMap((row) => row.article.revisionId ?? [])
  const texts = new Map((await revisionTexts(actor, revisionIds)).map((revision) => [revision.id, revision]))
  const claims = await claimViews(db(), actor, rows, (row) => row.article.revisionId)
  return rows.flatMap(({ id, article: { revisionId, authors: _, ...article } }) => {
    const claim = claims.find((one) => one.id === id)
    if (!claim) return []
    const spans = claim.anchors.flatMap(({ start, end }) => (start === null || end === null ? [] : { start, end }))
    const revision = texts.get(revisionId ?? "")
    return {
      claim,
      article,
      context: contextOf(revision?.text ?? "", spans, revision?.bodyStart),
      changedSince: changedSince(sent.get(id) ?? [], seen),
    }
  })
}

/** The rounds that wait for a person, by their ids: as many as the queue holds at most. */
export async function waitingRounds(actor: Actor): Promise<string[]> {
  const rows = await db().claim.findMany({ where: waitingFor(actor), select: { roundId: true }, take: QUEUE })
  return rows.flatMap((row) => row.roundId ?? [])
}

/** More articles than this nobody chooses from. */
const ARTICLES = 200

/** How much waits for a person, by article and priority, the most first: what their queue can be narrowed to. */
export async function waitingByArticle(actor: Actor): Promise<WaitingIn[]> {
  const counts = await db().claim.groupBy({
    by: ["articleId", "priority"],
    where: waitingFor(actor),
    _count: { id: true },
    orderBy: [{ _count: { id: "desc" } }, { articleId: "asc" }],
    take: ARTICLES,
  })
  const articles = await db().article.findMany({
    where: { AND: [{ id: { in: counts.map((one) => one.articleId) } }, seenBy(actor).article] },
    select: { id: true, title: true },
  })
  const known = new Map(articles.map((article) => [article.id, article]))
  return counts.flatMap(({ articleId, priority, _count }) => {
    const article = known.get(articleId)
    return article ? [{ article, priority: Priority.parse(priority), count: _count.id }] : []
  })
}

function waitingFor(actor: Actor) {
  const subject = (priority: number) => ({ article: { authorIds: [], leadId: null }, priority, authorIds: [] })
  const priorities = [1, 2, 3].filter((priority) => can(actor, "review.decide", subject(priority)))
  const { workspaceId } = actor
  return {
    workspaceId,
    withdrawnAt: null,
    // What has gone out nobody decides on before it is reopened.
    signOffId: null,
    state: { in: ["in_review" as const, "checked" as const] },
    priority: { in: priorities },
    article: { ...seenBy(actor).article, archivedAt: null, authors: { none: { membershipId: actor.id } } },
    round: { authors: { none: { membershipId: actor.id } }, reviews: { none: { reviewerId: actor.id } } },
    // Between two verdicts that differ it is decided first, which waits among the second opinions.
    AND: [openTo(actor), { opinions: { none: DIFFERING } }],
  }
}

/** The rounds of claims, newest first. */
async function sentRounds(claimIds: string[]): Promise<Map<string, SentRound[]>> {
  const rows = await db().round.findMany({
    where: { claimId: { in: claimIds } },
    orderBy: { number: "desc" },
  })
  const scaleOf = await knownScales(
    db(),
    rows.map((row) => row.scaleId),
  )
  const rounds = rows.map((row) => {
    const snapshot = RoundSnapshot.parse(row.snapshot)
    return {
      claimId: row.claimId,
      number: row.number,
      snapshot,
      rating: ratingOf(scaleOf(row.scaleId), snapshot.rating),
    }
  })
  const byClaim = new Map<string, SentRound[]>()
  for (const round of rounds) byClaim.set(round.claimId, [...(byClaim.get(round.claimId) ?? []), round])
  return byClaim
}

/**
 * Of the sources that rounds cite, those that a person may be told of as they were cited: who may see one today, and
 * might have where it was confidential then, for what it was called may name whom that protected.
 */
async function seenAmong(actor: Actor, rounds: SentRound[]): Promise<Set<string>> {
  const cited = rounds.flatMap((round) => round.snapshot.evidence.map((one) => one.source))
  const closed = new Set(cited.filter((source) => source.confidential).map((source) => source.id))
  const rows = await db().source.findMany({
    where: { AND: [{ id: { in: cited.map((source) => source.id) } }, seenBy(actor).source] },
    select: { id: true, readers: { select: { membershipId: true } } },
  })
  const told = rows.filter(({ id, readers }) => {
    const readerIds = readers.map((reader) => reader.membershipId)
    return can(actor, "source.read", { confidential: closed.has(id), readerIds })
  })
  return new Set(told.map((row) => row.id))
}

function changedSince([now, before]: SentRound[], seen: ReadonlySet<string>): RoundChanges | null {
  return now && before ? changesBetween(before, now, seen) : null
}
