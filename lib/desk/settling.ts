/**
 * Settling: rounds that have the approvals their desk asks for by now, where it asked for more when they were given. A
 * chore of the server's, nobody's act: whoever approved has nothing left to press.
 */
import { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { claimEvent } from "../domain/event"
import { HAS_DIFFERING } from "./blind"
import { change, unchanged } from "./change"
import { lockArticles } from "./under-check"

/** More at once would keep the other chores waiting; the next minute brings the rest. */
const AT_ONCE = 200

interface Enough {
  id: string
  workspaceId: string
  articleId: string
}

/** Approves what has enough approvals; in an article that is put away, once it is back. Answers how many it looked at. */
export async function settleRounds(): Promise<number> {
  const enough = await enoughApproved(db())
  for (const claim of enough) await settle(claim)
  return enough.length
}

/** Claims in review by as many as their desk asks for, one at least; nobody's latest review asks for changes, and no two verdicts differ. */
function enoughApproved(tx: Tx, only?: string): Promise<Enough[]> {
  return tx.$queryRaw<Enough[]>`
    SELECT c."id", c."workspaceId", c."articleId" FROM "Workspace" w
    JOIN "Claim" c ON c."workspaceId" = w."id" AND c."state" = 'in_review' AND c."withdrawnAt" IS NULL
    JOIN "Article" a ON a."id" = c."articleId" AND a."archivedAt" IS NULL
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE l."decision" = 'approve') AS "approvals",
             count(*) FILTER (WHERE l."decision" = 'request_changes') AS "objections"
      FROM (SELECT DISTINCT ON (r."reviewerId") r."decision" FROM "Review" r
        WHERE r."roundId" = c."roundId" ORDER BY r."reviewerId", r."id" DESC) l
    ) v
    WHERE NOT ${HAS_DIFFERING} AND v."approvals" >= greatest(1, coalesce((w."settings"->>'approvals')::int, 1)) AND v."objections" = 0
      AND ${only ? Prisma.sql`c."id" = ${only}::uuid` : Prisma.sql`true`}
    ORDER BY c."articleId", c."id" LIMIT ${AT_ONCE}`
}

function settle({ id, workspaceId, articleId }: Enough): Promise<void> {
  return change({ id: null, workspaceId }, async (tx) => {
    await lockArticles(tx, workspaceId, [articleId])
    // It may have been recalled meanwhile, or an approval withdrawn.
    if ((await enoughApproved(tx, id)).length === 0) return unchanged(undefined)
    const claim = await tx.claim.update({
      where: { id },
      data: { state: "approved", version: { increment: 1 } },
      select: { id: true, articleId: true, number: true, round: { select: { id: true, number: true } } },
    })
    const { round } = claim
    const payload = { state: "approved", ...(round && { round: round.number }) }
    const told = claimEvent("review.settled", claim, payload, round ? { round: round.id } : {})
    return { result: undefined, events: [told] }
  })
}
