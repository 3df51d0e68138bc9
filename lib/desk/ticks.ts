/** Ticks: a fact of our own copy, marked on the source that its checker used last and confirmed, in one act. */
import { v7 as newId } from "uuid"
import type { Tx } from "../db"
import type { ClaimView, TickClaim } from "../domain/claim"
import { claimEvent, type NewEvent } from "../domain/event"
import type { Actor } from "../domain/workspace"
import { change } from "./change"
import { markWithin } from "./claims"
import { scaleFor } from "./scales"
import { seenBy } from "./seen-by"
import { claimUnderCheck, nameAuthor, viewOf } from "./under-check"
import { sawVerdicts } from "./who-saw"

/**
 * Marks a claim on our own copy, cites the source that its marker used last, and drafts `confirmed`. Where they have used
 * none yet, it is marked and drafted without. It may be sent once its place in the source is said.
 */
export function tickClaim(actor: Actor, input: TickClaim): Promise<ClaimView> {
  const { articleId, revisionId, spans } = input
  return change(actor, async (tx) => {
    const marking = { articleId, version: undefined, revisionId, claims: [{ spans, fields: { job: "ours" as const } }] }
    const { result, events } = await markWithin(tx, actor, marking)
    const id = result[0]?.id ?? ""
    // Drawn for a second opinion, it is the other's: this is the first.
    if (result[0]?.opinion) await sawVerdicts(tx, actor, [id])
    const claim = await claimUnderCheck(tx, actor, id)
    const cited = await cite(tx, actor, claim.row)
    const drafted = await confirm(tx, actor, claim.row)
    await nameAuthor(tx, actor, [claim.row.id])
    return { result: await viewOf(tx, actor, claim), events: [...events, ...cited, drafted] }
  })
}

/** The id of the source that somebody cited last, of those that they still see. */
async function lastUsed(tx: Tx, actor: Actor): Promise<string | null> {
  const row = await tx.evidence.findFirst({
    where: { ...seenBy(actor).evidence, accessedById: actor.id },
    orderBy: { id: "desc" },
    select: { sourceId: true },
  })
  return row?.sourceId ?? null
}

type Ticked = Parameters<typeof claimEvent>[1]

async function cite(tx: Tx, actor: Actor, claim: Ticked): Promise<NewEvent[]> {
  const sourceId = await lastUsed(tx, actor)
  if (!sourceId) return []
  const { workspaceId, id: accessedById } = actor
  const id = newId()
  await tx.evidence.create({ data: { id, workspaceId, claimId: claim.id, sourceId, stance: "supports", accessedById } })
  return [claimEvent("evidence.added", claim, { stance: "supports" }, { evidence: id, source: sourceId })]
}

async function confirm(tx: Tx, actor: Actor, claim: Ticked): Promise<NewEvent> {
  const scale = await scaleFor(tx, actor, "ours")
  const rating = "confirmed"
  await tx.verdictDraft.create({
    data: { claimId: claim.id, workspaceId: actor.workspaceId, scaleId: scale.id, rating, draftedById: actor.id },
  })
  return claimEvent("verdict.drafted", claim, { changed: ["rating"], rating })
}
