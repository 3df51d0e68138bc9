/** Rounds: sending a drafted verdict to review, and taking it back. */
import { v7 as newId } from "uuid"
import type { z } from "zod"
import type { Prisma } from "../../prisma/client/client"
import type { Tx } from "../db"
import { checklistOf, isListed } from "../domain/checklist"
import type { ClaimView } from "../domain/claim"
import { claimEvent } from "../domain/event"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import {
  afterRecall,
  readyToSend,
  RoundSnapshot,
  type RecallRound,
  type SendToReview,
  type WaiverInput,
} from "../domain/round"
import { frozenContact } from "../domain/contact"
import { quoteOf } from "../domain/shown"
import { afterSending } from "../domain/standing"
import type { Actor } from "../domain/workspace"
import { change } from "./change"
import { citeFiles, holdSources } from "./cited-files"
import { unflagDescribed } from "./flags"
import { frozenCalculation } from "./contact-views"
import { revealOpinion } from "./opinions"
import { calculationRelations } from "./relations"
import { claimViewOf, seenBy, sourceParts, sourceView } from "./seen-by"
import { claimUnderCheck, nameAuthor, NOT_LET_STAND, viewOf, type ClaimUnderCheck } from "./under-check"

/** Sends a claim's drafted verdict to review: freezes it, and all it rests on, as the claim's next round. Where no approval is asked for, it is checked by that. */
export function sendToReview(
  actor: Actor,
  { claimId, version, waivers }: z.output<typeof SendToReview>,
): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "round.send", claim)
    const whole = await wholeLedger(tx, claimId)
    // By what its sender sees of it: going without a waiver would tell of a hidden source.
    const view = await claimViewOf(tx, actor, claim.row, claim.article.revisionId)
    const kept = readyToSend(view, waivers, actor.settings.checklist)
    if (kept.length > 0) authorize(actor, "checklist.waive", claim)
    await nameAuthor(tx, actor, [claimId])
    const round = await insertRound(tx, actor, claim, snapshotOf(actor, view, whole, kept))
    await citeFiles(tx, { ...round, workspaceId: actor.workspaceId }, whole.evidence)
    const state = afterSending(actor.settings)
    await tx.claim.update({
      where: { id: claimId },
      data: { state, roundId: round.id, ...NOT_LET_STAND, version: { increment: 1 } },
    })
    await unflagDescribed(tx, claimId)
    const asked = checklistOf(view, actor.settings.checklist).map(({ item }) => item)
    const payload = { round: round.number, state, asked, waived: waivedIn(kept) }
    const told = claimEvent("round.sent", claim.row, payload, { round: round.id })
    const revealed = await revealOpinion(tx, actor, claimId)
    return { result: await viewOf(tx, actor, claim), events: [told, ...revealed] }
  })
}

/** Items that a round goes without, and why: a code of the list, `other` for words of somebody's own, which no log holds. */
const waivedIn = (waivers: WaiverInput[]) =>
  waivers.map(({ item, reason }) => ({ item, reason: isListed(reason) ? reason : "other" }))

/** Takes a round back, by its sender, while it is in review: the claim is open again. */
export function recallRound(actor: Actor, { roundId, version }: RecallRound): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const { claim, round } = await roundUnderCheck(tx, actor, roundId, version)
    authorize(actor, "round.recall", claim)
    afterRecall(claim.row, round, actor.id)
    await tx.claim.update({
      where: { id: claim.row.id },
      data: { state: "open", roundId: null, version: { increment: 1 } },
    })
    const told = claimEvent("round.recalled", claim.row, { round: round.number }, { round: round.id })
    return { result: await viewOf(tx, actor, claim), events: [told] }
  })
}

/**
 * Locks the claim of a round, which need not be its current one. Refuses with `not-found` what the actor may not see,
 * with `conflict` another version of the claim.
 */
export async function roundUnderCheck(tx: Tx, actor: Actor, roundId: string, version?: number) {
  const found = await tx.round.findFirst({
    where: { id: roundId, workspaceId: actor.workspaceId, claim: seenBy(actor).claim },
  })
  if (!found) throw refuse("not-found", "round.notFound")
  const claim = await claimUnderCheck(tx, actor, found.claimId, version)
  return { claim, round: { id: found.id, number: found.number, senderId: found.senderId } }
}

/** All evidence and sums of a claim: a round freezes what it rests on, whatever its sender may see of it. */
async function wholeLedger(tx: Tx, claimId: string) {
  await holdSources(tx, claimId)
  const inOrder = { where: { claimId }, orderBy: { id: "asc" } } as const
  const evidence = await tx.evidence.findMany({ ...inOrder, include: { source: { include: sourceParts } } })
  return { evidence, calculations: await tx.calculation.findMany({ ...inOrder, include: calculationRelations }) }
}

type WholeLedger = Awaited<ReturnType<typeof wholeLedger>>

function snapshotOf(
  actor: Actor,
  view: ClaimView,
  { evidence, calculations }: WholeLedger,
  waivers: WaiverInput[],
): RoundSnapshot {
  const { verdict } = view
  if (!verdict) throw refuse("invalid", "round.noVerdict")
  // Parsing keeps what a round freezes and drops the rest.
  return RoundSnapshot.parse({
    ...view,
    ...verdict,
    rating: verdict.rating.code,
    quote: quoteOf(view.anchors),
    evidence: evidence.map((row) => ({
      ...row,
      source: sourceView(row.source),
      accessedAt: row.accessedAt.toISOString(),
    })),
    checklist: checklistOf(view, actor.settings.checklist),
    contacts: view.contacts.map(frozenContact),
    calculations: calculations.map(frozenCalculation),
    waivers,
  })
}

async function insertRound(tx: Tx, actor: Actor, claim: ClaimUnderCheck, snapshot: RoundSnapshot) {
  const { workspaceId } = actor
  const claimId = claim.row.id
  const id = newId()
  const number = (claim.row.rounds.at(-1)?.number ?? 0) + 1
  const scaleId = claim.row.draft?.scaleId
  if (!scaleId) throw refuse("invalid", "round.noVerdict")
  await tx.round.create({
    data: {
      id,
      workspaceId,
      claimId,
      number,
      scaleId,
      senderId: actor.id,
      snapshot: snapshot as Prisma.InputJsonObject,
    },
  })
  const authors = await tx.claimAuthor.findMany({ where: { claimId }, select: { membershipId: true } })
  await tx.roundAuthor.createMany({
    data: authors.map(({ membershipId }) => ({ workspaceId, roundId: id, membershipId })),
  })
  return { id, number }
}
