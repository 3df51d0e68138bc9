/** Adjudication: what becomes of a claim whose two verdicts differ, decided by a third or by both who gave them. */
import { v7 as newId } from "uuid"
import { db, type Tx } from "../db"
import type { ClaimView } from "../domain/claim"
import { claimEvent, type NewEvent } from "../domain/event"
import { afterAdjudication, isSame, type Adjudicate, type AgreeAdjudication } from "../domain/opinion"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import { RoundSnapshot } from "../domain/round"
import { ratingOf } from "../domain/scale"
import type { Actor } from "../domain/workspace"
import { change } from "./change"
import { notify } from "./notifications"
import { knownScales } from "./scales"
import { seenBy } from "./seen-by"
import { claimUnderCheck, NOT_LET_STAND, viewOf, type ClaimUnderCheck } from "./under-check"

/** Decides, as a third, what a claim shall be rated. Where that is not the first verdict, its authors redraft it. */
export function adjudicate(actor: Actor, { claimId, version, rating, reason }: Adjudicate): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const { claim, difference } = await differenceUnderCheck(tx, actor, claimId, version)
    authorize(actor, "opinion.adjudicate", subjectOf(claim, difference))
    const { scaleId } = ratedOn(difference, rating)
    const decided = { rating, scaleId, reason, decidedAt: new Date() }
    const adjudicationId = await insert(tx, actor, difference, decided)
    const events = await decide(tx, actor, claim, { difference, rating, adjudicationId })
    return { result: await viewOf(tx, actor, claim), events }
  })
}

/** Proposes it, as one of the two, to the other. What was proposed before is no more. */
export function proposeAdjudication(
  actor: Actor,
  { claimId, version, rating, reason }: Adjudicate,
): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const { claim, difference } = await differenceUnderCheck(tx, actor, claimId, version)
    authorize(actor, "opinion.settle", subjectOf(claim, difference))
    const { scaleId } = ratedOn(difference, rating)
    const adjudicationId = await insert(tx, actor, difference, { rating, scaleId, reason, decidedAt: null })
    const { senderId, giverId, id: opinion } = difference
    const other = senderId === actor.id ? giverId : senderId
    await notify(tx, actor.workspaceId, [{ membershipId: other, kind: "opinions_differ", claimId }])
    const about = { opinion, adjudication: adjudicationId }
    const told = claimEvent("adjudication.proposed", claim.row, { rating }, about)
    return { result: await viewOf(tx, actor, claim), events: [told] }
  })
}

/** Does what is whoever acts' to do: one of the two proposes, anybody else decides as a third. */
export async function settleDifference(actor: Actor, asked: Adjudicate): Promise<ClaimView> {
  const where = { claimId: asked.claimId, ...OPEN, OR: [{ takenById: actor.id }, { round: { senderId: actor.id } }] }
  const own = await db().secondOpinion.count({ where: { ...where, workspaceId: actor.workspaceId } })
  return own > 0 ? proposeAdjudication(actor, asked) : adjudicate(actor, asked)
}

/** Agrees to what the other of the two proposed last: both have decided. */
export function agreeAdjudication(
  actor: Actor,
  { adjudicationId, claimId, version }: AgreeAdjudication,
): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = { AND: [seenBy(actor).claim, claimId ? { id: claimId } : {}] }
    const where = { id: adjudicationId, workspaceId: actor.workspaceId, opinion: { claim } }
    const proposed = await tx.adjudication.findFirst({ where, include: { opinion: { select: { claimId: true } } } })
    if (!proposed) throw refuse("not-found", "adjudication.notFound")
    const { claim: locked, difference } = await differenceUnderCheck(tx, actor, proposed.opinion.claimId, version)
    authorize(actor, "opinion.settle", subjectOf(locked, difference))
    if (proposed.proposedById === actor.id) throw refuse("forbidden", "adjudication.yourOwn")
    const last = await tx.adjudication.findFirst({ where: { opinionId: difference.id }, orderBy: { id: "desc" } })
    if (last?.id !== adjudicationId) throw refuse("conflict", "adjudication.over")
    await tx.adjudication.update({
      where: { id: adjudicationId },
      data: { agreedById: actor.id, decidedAt: new Date() },
    })
    const events = await decide(tx, actor, locked, { difference, rating: proposed.rating, adjudicationId })
    return { result: await viewOf(tx, actor, locked), events }
  })
}

/** Both are in and differ, and nobody has decided. */
const OPEN = { revealedAt: { not: null }, decidedAt: null } as const

/** A claim, locked, whose two verdicts are in and differ. */
async function differenceUnderCheck(tx: Tx, actor: Actor, claimId: string, version?: number) {
  const claim = await claimUnderCheck(tx, actor, claimId, version)
  const row = await tx.secondOpinion.findFirst({
    where: { claimId, ...OPEN },
    include: { round: { include: { authors: { select: { membershipId: true } } } } },
  })
  if (!row?.round || !row.takenById) throw refuse("conflict", "adjudication.none")
  const { round, takenById: giverId, id } = row
  // What is decided is held against the round that stands, which may be one that was sent since.
  const { roundId } = claim.row
  const current = roundId ? await tx.round.findUniqueOrThrow({ where: { id: roundId } }) : round
  const scaleOf = await knownScales(tx, [round.scaleId, current.scaleId])
  const ratedBy = ({ scaleId, snapshot }: Pick<typeof round, "scaleId" | "snapshot">) => ({
    ...{ scale: scaleOf(scaleId).code, rating: RoundSnapshot.parse(snapshot).rating },
  })
  const difference = {
    ...{ id, giverId, senderId: round.senderId, scale: scaleOf(round.scaleId) },
    authorIds: round.authors.map(({ membershipId }) => membershipId),
    current: ratedBy(current),
  }
  return { claim, difference }
}

type Difference = Awaited<ReturnType<typeof differenceUnderCheck>>["difference"]

const subjectOf = ({ article, priority }: ClaimUnderCheck, { senderId, giverId, authorIds }: Difference) => ({
  ...{ article, priority, senderId, giverId, authorIds },
})

/** The scale that the first verdict was given on. */
function ratedOn({ scale }: Difference, rating: string) {
  ratingOf(scale, rating)
  return { scaleId: scale.id }
}

async function insert(
  tx: Tx,
  { workspaceId, id: proposedById }: Actor,
  { id: opinionId }: Difference,
  adjudication: { rating: string; scaleId: string; reason: string; decidedAt: Date | null },
): Promise<string> {
  const id = newId()
  await tx.adjudication.create({ data: { id, workspaceId, opinionId, proposedById, ...adjudication } })
  return id
}

interface Decision {
  difference: Difference
  rating: string
  adjudicationId: string
}

/** Closes the difference, and has the verdict that stands redrafted where it is another. */
async function decide(
  tx: Tx,
  actor: Actor,
  { row }: ClaimUnderCheck,
  { difference, rating, adjudicationId }: Decision,
): Promise<[NewEvent]> {
  const { scale, current, id: opinion, giverId, senderId } = difference
  await tx.secondOpinion.update({ where: { id: opinion }, data: { decidedAt: new Date() } })
  const decided = { scale: scale.code, rating }
  const state = afterAdjudication(row, current, decided)
  const falls = state !== row.state
  await tx.claim.update({
    where: { id: row.id },
    data: { ...(falls && { state, ...NOT_LET_STAND }), version: { increment: 1 } },
  })
  const told = [...new Set([giverId, senderId])].filter((id) => id !== actor.id)
  const notices = told.map((membershipId) => ({ membershipId, kind: "adjudicated" as const, claimId: row.id }))
  await notify(tx, actor.workspaceId, notices)
  const stands = isSame(current, decided)
  const payload = { rating, stands, ...(falls && { state }) }
  return [claimEvent("adjudication.decided", row, payload, { opinion, adjudication: adjudicationId })]
}
