/** Evidence: passages of sources, used for one claim. */
import { v7 as newId } from "uuid"
import type { z } from "zod"
import type { ClaimView } from "../domain/claim"
import { claimEvent, type NewEvent } from "../domain/event"
import { blankAsNull, changedFields } from "../domain/fields"
import type { LookAtEvidence } from "../domain/link"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type { AddEvidence, EditEvidence, RemoveEvidence } from "../domain/source"
import type { Actor } from "../domain/workspace"
import type { Tx } from "../db"
import { untieEvidence } from "./calculations"
import { change, unchanged } from "./change"
import { lockSource, placeExcerpts } from "./excerpts"
import { evidenceView, seenBy, sourceParts } from "./seen-by"
import { sourceFor } from "./sources"
import { watchPage } from "./watching"
import { claimOrSigned, claimUnderCheck, outdated, viewOf, writeEdit, type ClaimUnderCheck } from "./under-check"

/** Uses a source, of the ledger or new, for a claim. Answers the claim, and the id of the new evidence. */
export function addEvidence(
  actor: Actor,
  { claimId, version, source: given, evidence }: z.output<typeof AddEvidence>,
): Promise<{ claim: ClaimView; evidenceId: string }> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    const { evidenceId, events } = await addEvidenceWithin(tx, actor, claim, { source: given, evidence })
    return { result: { claim: await viewOf(tx, actor, claim), evidenceId }, events }
  })
}

/** Adds evidence within an act that does more with the claim. */
export async function addEvidenceWithin(
  tx: Tx,
  actor: Actor,
  claim: ClaimUnderCheck,
  { source: given, evidence }: Pick<z.output<typeof AddEvidence>, "source" | "evidence">,
): Promise<{ evidenceId: string; events: [NewEvent, ...NewEvent[]] }> {
  authorize(actor, "evidence.edit", claim)
  const { source, events: sourceEvents } = await sourceFor(tx, actor, given)
  const { workspaceId, id: accessedById } = actor
  const id = newId()
  const { stance, locator = null, excerpt = null, note = null } = blankAsNull(evidence)
  await tx.evidence.create({
    data: { id, workspaceId, claimId: claim.row.id, sourceId: source.id, stance, locator, excerpt, note, accessedById },
  })
  await watchPage(tx, source.id)
  if (excerpt !== null) await placeExcerpts(tx, source.id, id)
  const told = claimEvent("evidence.added", claim.row, { stance }, { evidence: id, source: source.id })
  const [first, ...rest] = await writeEdit(tx, actor, claim, { frozen: ["evidence"], told })
  return { evidenceId: id, events: [first, ...rest, ...sourceEvents] }
}

/** Changes stance, locator, excerpt or note of a piece of evidence. */
export function editEvidence(actor: Actor, { evidenceId, version, evidence: typed }: EditEvidence): Promise<ClaimView> {
  const fields = blankAsNull(typed)
  return change(actor, async (tx) => {
    const { claim, row } = await evidenceUnderCheck(tx, actor, evidenceId, version)
    authorize(actor, "evidence.edit", claim)
    const changed = changedFields(row, fields)
    if (changed.length === 0) return unchanged(await viewOf(tx, actor, claim))
    const told = claimEvent("evidence.edited", claim.row, { changed }, { evidence: row.id, source: row.sourceId })
    const events = await writeEdit(tx, actor, claim, { frozen: ["evidence"], told })
    // Before its own row, as whoever edits the source and flags what cites it does.
    await lockSource(tx, row.sourceId)
    const known = Object.fromEntries(changed.map((name) => [name, fields[name as keyof typeof fields]]))
    await tx.evidence.update({ where: { id: row.id }, data: { ...known, version: { increment: 1 } } })
    if (changed.includes("excerpt") || changed.includes("locator")) await placeExcerpts(tx, row.sourceId, row.id)
    return { result: await viewOf(tx, actor, claim), events }
  })
}

/** Takes a piece of evidence off its claim. Rounds that cited it keep it. */
export function removeEvidence(actor: Actor, { evidenceId, version }: RemoveEvidence): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const { claim, row } = await evidenceUnderCheck(tx, actor, evidenceId, version)
    authorize(actor, "evidence.edit", claim)
    const told = claimEvent("evidence.removed", claim.row, {}, { evidence: row.id, source: row.sourceId })
    const [first, ...rest] = await writeEdit(tx, actor, claim, { frozen: ["evidence"], told })
    const untied = await untieEvidence(tx, actor, claim, row.id)
    await tx.evidence.delete({ where: { id: row.id } })
    return { result: await viewOf(tx, actor, claim), events: [first, ...rest, ...untied] }
  })
}

/**
 * Says that a piece of evidence still holds whose source is not what it was: its flag comes off. Nothing else of the claim
 * changes, so that it can be said in review too, and of what is approved.
 */
export function lookAtEvidence(actor: Actor, { evidenceId }: LookAtEvidence): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const { claim, row } = await evidenceUnderCheck(tx, actor, evidenceId, undefined, claimOrSigned)
    authorize(actor, "evidence.look", claim)
    if (row.flag === null) return unchanged(await viewOf(tx, actor, claim))
    await tx.evidence.update({ where: { id: row.id }, data: { flag: null, flaggedAt: null } })
    const about = { evidence: row.id, source: row.sourceId }
    const told = claimEvent("evidence.looked", claim.row, { flag: row.flag }, about)
    return { result: await viewOf(tx, actor, claim), events: [told] }
  })
}

async function evidenceUnderCheck(
  tx: Tx,
  actor: Actor,
  evidenceId: string,
  version?: number,
  lockClaim: typeof claimUnderCheck = claimUnderCheck,
) {
  const seen = { id: evidenceId, ...seenBy(actor).evidence, claim: seenBy(actor).claim }
  const found = await tx.evidence.findFirst({ where: seen, select: { claimId: true } })
  if (!found) throw refuse("not-found", "evidence.notFound")
  const claim = await lockClaim(tx, actor, found.claimId)
  const row = await tx.evidence.findFirst({ where: seen, include: { source: { include: sourceParts } } })
  if (!row) throw refuse("not-found", "evidence.notFound")
  if (version !== undefined && version !== row.version) {
    const about = { claimId: claim.row.id, subjects: { path: ["evidence"], equals: evidenceId } }
    const current = evidenceView(actor, row)
    throw await outdated(tx, actor, about, { noun: "evidence", seen: version, now: row.version, current })
  }
  return { claim, row }
}
