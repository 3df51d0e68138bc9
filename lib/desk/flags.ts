/**
 * Flags: evidence whose source is not what it was when it was cited wants a look. A flag withdraws nothing by itself;
 * whoever has looked takes it off.
 */
import type { EvidenceFlag, Prisma } from "../../prisma/client/client"
import type { Tx } from "../db"
import { claimEvent, type NewEvent } from "../domain/event"

/** Evidence of live claims that a change of its source concerns. */
export type Flagging = Prisma.EvidenceWhereInput

/**
 * Flags evidence of live claims, and answers the events that tell it, in each claim's article. A flag that is there
 * already gives way: the newest reason is the one to look at. Articles that are put away are left alone.
 */
export async function flagEvidence(tx: Tx, flag: EvidenceFlag, concerned: Flagging): Promise<NewEvent[]> {
  const rows = await tx.evidence.findMany({
    where: { AND: [concerned, { claim: { withdrawnAt: null, article: { archivedAt: null } } }] },
    select: { id: true, sourceId: true, claim: { select: { id: true, articleId: true, number: true } } },
    orderBy: { id: "asc" },
  })
  const ids = rows.map(({ id }) => id)
  await tx.evidence.updateMany({ where: { id: { in: ids } }, data: { flag, flaggedAt: new Date() } })
  return rows.map(({ id, sourceId, claim }) =>
    claimEvent("evidence.flagged", claim, { flag }, { evidence: id, source: sourceId }),
  )
}

/** A round that is sent freezes its sources as they are described now: what was described otherwise before is settled. */
export async function unflagDescribed(tx: Tx, claimId: string): Promise<void> {
  const where: Prisma.EvidenceWhereInput = { claimId, flag: { in: ["source_edited", "source_merged"] } }
  await tx.evidence.updateMany({ where, data: { flag: null, flaggedAt: null } })
}
