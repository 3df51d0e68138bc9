/** What follows where somebody is named an author of an article: they judge nothing in it from then on, nor have they. */
import { v7 as newId } from "uuid"
import type { Prisma } from "../../prisma/client/client"
import type { Tx } from "../db"
import { claimEvent, type NewEvent } from "../domain/event"
import { refuse } from "../domain/refusal"
import { afterReview } from "../domain/round"
import { isSent, isStanding } from "../domain/standing"
import type { Actor } from "../domain/workspace"
import { deskWords } from "../messages/translator"
import { NOT_LET_STAND } from "./under-check"

/**
 * Takes whoever is about to be named an author of a locked article back from judging it: their approvals that stand are
 * withdrawn, and they check none of its claims any more. Refuses with `conflict` where what they approved has gone out.
 * To be called before they are written down as authors: from then on the database lets no review of theirs in.
 */
export async function standBack(tx: Tx, actor: Actor, articleId: string, named: string[]): Promise<NewEvent[]> {
  if (named.length === 0) return []
  const rows = await tx.claim.findMany({
    where: { articleId, round: { reviews: { some: { reviewerId: { in: named }, decision: "approve" } } } },
    ...approved,
  })
  const given = rows.flatMap((row) => named.filter((id) => approves(row, id)).map((by) => ({ row, by })))
  assertNoneOut(given.map(({ row }) => row))
  const events: NewEvent[] = []
  const note = given.length > 0 ? await whyWithdrawn(tx, actor) : ""
  for (const { row, by } of given) events.push(...(await takeBack(tx, actor, row, { by, note })))
  return [...events, ...(await unassign(tx, articleId, named))]
}

const approved = {
  select: {
    ...{ id: true, number: true, articleId: true, state: true, roundId: true, signOffId: true, withdrawnAt: true },
    round: {
      select: { number: true, reviews: { select: { reviewerId: true, decision: true }, orderBy: { id: "asc" } } },
    },
  },
  orderBy: { number: "asc" },
} as const satisfies Prisma.ClaimFindManyArgs
type ApprovedRow = Prisma.ClaimGetPayload<typeof approved>

/** Whether a claim stands, or waits, with somebody's approval. */
function approves({ state, round }: ApprovedRow, by: string): boolean {
  return isSent({ state }) && round?.reviews.filter((review) => review.reviewerId === by).at(-1)?.decision === "approve"
}

function assertNoneOut(rows: ApprovedRow[]): void {
  const out = rows.find((row) => row.signOffId !== null)
  if (out) throw refuse("conflict", "article.authorApproved", { params: { number: out.number } })
}

async function takeBack(
  tx: Tx,
  actor: Actor,
  row: ApprovedRow,
  { by, note }: { by: string; note: string },
): Promise<NewEvent[]> {
  const { id, roundId, round } = row
  if (!roundId || !round) return []
  const subjects = { round: roundId, membership: by }
  // Of a withdrawn claim nothing is reviewed: should it come back, it is sent anew.
  if (row.withdrawnAt) {
    const anew = { state: "open", roundId: null, ...NOT_LET_STAND } as const
    await tx.claim.update({ where: { id }, data: { ...anew, version: { increment: 1 } } })
    row.state = "open"
    row.roundId = null
    return [claimEvent("approval.withdrawn", row, { changed: ["authors"] }, subjects)]
  }
  const review = { reviewerId: by, decision: "withdraw" } as const
  const state = afterReview(row, { id: roundId, past: round.reviews }, review, actor.settings.approvals)
  const { workspaceId } = actor
  await tx.review.create({ data: { id: newId(), workspaceId, roundId, ...review, note } })
  const fallen = isStanding({ state }) ? {} : NOT_LET_STAND
  await tx.claim.update({ where: { id }, data: { state, ...fallen, version: { increment: 1 } } })
  round.reviews.push(review)
  row.state = state
  return [claimEvent("review.withdrawn", row, { round: round.number, state, because: "author" }, subjects)]
}

/** The reason, in the language of whoever names them: the desk's others read it as theirs. */
async function whyWithdrawn(tx: Tx, { id }: Actor): Promise<string> {
  const seat = await tx.membership.findUniqueOrThrow({
    where: { id },
    select: { user: { select: { language: true } } },
  })
  const t = await deskWords(seat.user.language ?? "en")
  return t("authorNow")
}

async function unassign(tx: Tx, articleId: string, named: string[]): Promise<NewEvent[]> {
  const rows = await tx.claim.findMany({
    where: { articleId, assigneeId: { in: named } },
    select: { id: true, number: true, articleId: true },
    orderBy: { number: "asc" },
  })
  const where = { id: { in: rows.map(({ id }) => id) } }
  if (rows.length > 0) await tx.claim.updateMany({ where, data: { assigneeId: null, version: { increment: 1 } } })
  return rows.map((row) => claimEvent("claim.assigned", row, { changed: ["assignee"] }))
}
