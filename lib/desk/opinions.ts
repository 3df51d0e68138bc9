/**
 * Second opinions: asking for a verdict that is given blind, taking that on, giving it; and seeing the first verdict, after
 * which one gives none. Once both are in they are shown to each other.
 */
import { v7 as newId } from "uuid"
import type { Tx } from "../db"
import { sha256 } from "../document/digest"
import type { ClaimView } from "../domain/claim"
import { claimEvent, type NewEvent } from "../domain/event"
import {
  areBothIn,
  assertOwn,
  assertTakes,
  isDrawn,
  isSame,
  type AskOpinion,
  type GiveOpinion,
  type OpinionOf,
  type OpinionView,
  type WithdrawOpinion,
} from "../domain/opinion"
import { authorize, can } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import { RoundSnapshot } from "../domain/round"
import type { Job } from "../domain/scale"
import type { Actor } from "../domain/workspace"
import { change, unchanged } from "./change"
import { notify } from "./notifications"
import { opinionsOn } from "./opinion-views"
import { actorOf, member } from "./people"
import { assertFits, knownScales, scaleFor } from "./scales"
import { claimInHand, claimOrHidden, viewOf, type ClaimUnderCheck } from "./under-check"
import { begunAt, hasSeen, rememberWhoSaw, sawVerdicts } from "./who-saw"

/** Asks for a second opinion: of one person, or of whoever may give one. */
export function askOpinion(actor: Actor, { claimId, version, ofId }: AskOpinion): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimInHand(tx, actor, claimId, version)
    authorize(actor, "opinion.ask", claim)
    if (await openOpinion(tx, claimId)) throw refuse("conflict", "opinion.already")
    const since = await begunAt(tx, claimId)
    await rememberWhoSaw(tx, actor, claim.row, { since, but: null })
    if (since) await sawVerdicts(tx, actor, [claimId])
    await assertGivable(tx, actor, claim, ofId ?? null)
    const { workspaceId, id: askedById } = actor
    const taken = ofId ? { takenById: ofId, takenAt: new Date() } : {}
    const id = newId()
    await tx.secondOpinion.create({ data: { id, workspaceId, claimId, askedById, ...taken } })
    if (ofId && ofId !== actor.id) {
      await notify(tx, workspaceId, [{ membershipId: ofId, kind: "opinion_asked", claimId }])
    }
    const told = claimEvent("opinion.asked", claim.row, {}, { opinion: id, ...(ofId && { membership: ofId }) })
    return { result: await viewOf(tx, actor, claim), events: [told] }
  })
}

/** Takes on a second opinion that is anybody's: whoever gives it sees nothing of the first verdict until both are in. */
export function takeOpinion(actor: Actor, { claimId }: OpinionOf): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const { claim, opinion } = await opinionUnderCheck(tx, actor, claimId)
    authorize(actor, "opinion.give", claim)
    if (opinion.takenById === actor.id) return unchanged(await viewOf(tx, actor, claim))
    assertTakes(opinion, await seenBefore(tx, actor, claimId), actor.id)
    const data = { takenById: actor.id, takenAt: new Date() }
    await tx.secondOpinion.update({ where: { id: opinion.id }, data })
    const told = claimEvent("opinion.taken", claim.row, {}, { opinion: opinion.id })
    return { result: await viewOf(tx, actor, claim), events: [told] }
  })
}

/** Gives back what one took and has not given. Who may have seen the first verdict since gives no second one. */
export function returnOpinion(actor: Actor, { claimId }: OpinionOf): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const { claim, opinion } = await opinionUnderCheck(tx, actor, claimId)
    authorize(actor, "opinion.give", claim)
    assertOwn(opinion, actor.id)
    await rememberWhoSaw(tx, actor, claim.row, { since: opinion.takenAt, but: actor.id })
    await tx.secondOpinion.update({ where: { id: opinion.id }, data: { takenById: null, takenAt: null } })
    const told = claimEvent("opinion.returned", claim.row, {}, { opinion: opinion.id })
    return { result: await viewOf(tx, actor, claim), events: [told] }
  })
}

/** Gives a second opinion, taking it on where it is nobody's yet. Where the first verdict is in, both are shown. */
export function giveOpinion(actor: Actor, { claimId, version, verdict }: GiveOpinion): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const { claim, opinion } = await opinionUnderCheck(tx, actor, claimId, version)
    authorize(actor, "opinion.give", claim)
    if (opinion.takenById === null) assertTakes(opinion, await seenBefore(tx, actor, claimId), actor.id)
    else assertOwn(opinion, actor.id)
    const scale = await scaleFor(tx, actor, claim.row.job)
    assertFits(scale, claim.row, verdict.rating)
    const { rating, conclusion, explanation, workingNote } = verdict
    const words = {
      conclusion: conclusion || null,
      explanation: explanation || null,
      workingNote: workingNote || null,
    }
    const taken = opinion.takenById === null ? { takenById: actor.id, takenAt: new Date() } : {}
    const given = { scaleId: scale.id, rating, ...words, givenAt: new Date() }
    await tx.secondOpinion.update({ where: { id: opinion.id }, data: { ...taken, ...given } })
    const told = claimEvent("opinion.given", claim.row, {}, { opinion: opinion.id })
    const revealed = await revealOpinion(tx, actor, claimId)
    return { result: await viewOf(tx, actor, claim), events: [told, ...revealed] }
  })
}

/** Goes on without the second opinion that is not in. */
export function withdrawOpinion(actor: Actor, { claimId, reason }: WithdrawOpinion): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const { claim, opinion } = await opinionUnderCheck(tx, actor, claimId)
    authorize(actor, "opinion.withdraw", claim)
    const data = { withdrawnAt: new Date(), withdrawnById: actor.id, withdrawnReason: reason }
    await tx.secondOpinion.update({ where: { id: opinion.id }, data })
    const told = claimEvent("opinion.withdrawn", claim.row, {}, { opinion: opinion.id })
    return { result: await viewOf(tx, actor, claim), events: [told] }
  })
}

/** Shows whoever acts the first verdict of a claim; they can't give the second one then. */
export function lookIn(actor: Actor, { claimId }: OpinionOf): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimOrHidden(tx, actor, claimId)
    authorize(actor, "verdict.lookIn", claim)
    const opinion = (await viewOf(tx, actor, claim)).opinion
    if (opinion?.blind && opinion.isMine) throw refuse("conflict", "opinion.isYours")
    if (!opinion?.blind) return unchanged(await viewOf(tx, actor, claim))
    await sawVerdicts(tx, actor, [claimId])
    const told = claimEvent("verdict.looked_in", claim.row, {}, { opinion: opinion.id })
    return { result: await viewOf(tx, actor, claim), events: [told] }
  })
}

/** An article goes out without the second opinions that are not in: answers those, by claim, as they were. */
export async function releaseOpinions(
  tx: Tx,
  actor: Actor,
  articleId: string,
  reason: string,
): Promise<{ waived: Map<string, OpinionView>; events: NewEvent[] }> {
  const rows = await tx.secondOpinion.findMany({
    where: { ...LIVE, claim: { articleId, withdrawnAt: null } },
    select: { id: true, claim: { select: { id: true, articleId: true, number: true } } },
    orderBy: { claimId: "asc" },
  })
  const claimIds = rows.map(({ claim }) => claim.id)
  const waived = await opinionsOn(tx, actor, claimIds)
  const data = { withdrawnAt: new Date(), withdrawnById: actor.id, withdrawnReason: reason }
  if (rows.length > 0) await tx.secondOpinion.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data })
  return { waived, events: rows.map(({ id, claim }) => claimEvent("opinion.withdrawn", claim, {}, { opinion: id })) }
}

/** Draws claims that have just been marked, as their desk has it. */
export async function drawOpinions(
  tx: Tx,
  { workspaceId, settings }: Actor,
  claims: readonly { id: string; articleId: string; number: number; job: Job }[],
): Promise<NewEvent[]> {
  const drawn = claims.filter(({ id, job }) => isDrawn(sha256(id), settings.secondOpinions[job]))
  const rows = drawn.map((claim) => ({ id: newId(), workspaceId, claimId: claim.id }))
  if (rows.length > 0) await tx.secondOpinion.createMany({ data: rows })
  return drawn.map((claim, at) => claimEvent("opinion.drawn", claim, {}, { opinion: rows[at]?.id ?? "" }))
}

/**
 * Shows both verdicts of a claim to each other where both are in: by whichever came second, in the same transaction. Where
 * they differ, whoever gave them is told, and who leads the article.
 */
export async function revealOpinion(tx: Tx, actor: Actor, claimId: string): Promise<NewEvent[]> {
  const opinion = await tx.secondOpinion.findFirst({ where: { claimId, ...LIVE, givenAt: { not: null } } })
  if (!opinion?.scaleId || !opinion.rating || !opinion.takenById) return []
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    include: { round: true, article: { select: { leadId: true } } },
  })
  const { round } = claim
  if (!round || !areBothIn(opinion, claim)) return []
  const scaleOf = await knownScales(tx, [opinion.scaleId, round.scaleId])
  const first = { scale: scaleOf(round.scaleId).code, rating: RoundSnapshot.parse(round.snapshot).rating }
  const second = { scale: scaleOf(opinion.scaleId).code, rating: opinion.rating }
  const now = new Date()
  const same = isSame(first, second)
  await tx.secondOpinion.update({
    where: { id: opinion.id },
    data: { revealedAt: now, roundId: round.id, ...(same && { decidedAt: now }) },
  })
  if (!same) {
    const { leadId } = claim.article
    const concerned = new Set([opinion.takenById, round.senderId, ...(leadId ? [leadId] : [])])
    const told = [...concerned].filter((id) => id !== actor.id)
    const notices = told.map((membershipId) => ({ membershipId, kind: "opinions_differ" as const, claimId }))
    await notify(tx, actor.workspaceId, notices)
  }
  const payload = { same, first: first.rating, second: second.rating }
  return [claimEvent("opinion.revealed", claim, payload, { opinion: opinion.id, round: round.id })]
}

/** Not in yet: whoever gives it is blind. */
const LIVE = { withdrawnAt: null, revealedAt: null } as const

/** One at a time, until nothing of it is left to decide. */
function openOpinion(tx: Tx, claimId: string) {
  return tx.secondOpinion.findFirst({ where: { claimId, withdrawnAt: null, decidedAt: null } })
}

/** A claim with its second opinion that is not in yet, locked. */
async function opinionUnderCheck(tx: Tx, actor: Actor, claimId: string, version?: number) {
  const claim = await claimOrHidden(tx, actor, claimId, version)
  const opinion = await tx.secondOpinion.findFirst({ where: { claimId, ...LIVE } })
  if (!opinion) throw refuse("conflict", "opinion.none")
  return { claim, opinion }
}

const seenBefore = async (tx: Tx, actor: Actor, claimId: string) =>
  (await hasSeen(tx, actor.id, claimId)) ? "seen" : "unseen"

/** Somebody must be there who may give it: whoever is named, or else anybody. */
async function assertGivable(tx: Tx, actor: Actor, claim: ClaimUnderCheck, ofId: string | null): Promise<void> {
  const rows = await tx.membership.findMany({
    where: {
      workspaceId: actor.workspaceId,
      deactivatedAt: null,
      role: { in: ["checker", "editor", "owner"] },
      verdictsSeen: { none: { claimId: claim.row.id } },
      ...(ofId && { id: ofId }),
    },
    ...member,
    take: 500,
  })
  if (rows.some((row) => can(actorOf(row), "opinion.give", claim))) return
  throw ofId ? refuseField("ofId", "opinion.mayNotGive") : refuse("conflict", "opinion.nobody")
}
