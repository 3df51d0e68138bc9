/** Live verdicts of the desk that differ on the same statement: found when they are asked for, kept nowhere. */
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import type { Actor } from "../domain/workspace"
import { isHidden } from "./blind"
import { isSeenArticle } from "./seen-sql"

/** Claims whose live verdict another one contradicts, newest first. */
export async function claimsThatDisagree(actor: Actor, most = 500): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT mine."id" FROM ${differing(actor)} ORDER BY mine."id" DESC LIMIT ${most}`
  return rows.map(({ id }) => id)
}

/** `mine` and `other`: claims with the same words and another rating of one scale, in whatever version, in articles that their reader sees. */
export function differing(actor: Actor): Prisma.Sql {
  return Prisma.sql`"MemoryEntry" said
    JOIN "Claim" mine ON mine."id" = said."id" AND mine."state" IN ('in_review', 'checked', 'approved')
    JOIN "VerdictDraft" judged ON judged."claimId" = mine."id"
    JOIN "MemoryEntry" again ON again."workspaceId" = said."workspaceId" AND again."wording" = said."wording"
      AND again."id" <> said."id" AND again."kind" = 'claim'
    JOIN "Claim" other ON other."id" = again."id" AND other."state" IN ('in_review', 'checked', 'approved')
    JOIN "VerdictDraft" held ON held."claimId" = other."id"
    JOIN "Scale" one ON one."id" = judged."scaleId"
    JOIN "Scale" same ON same."id" = held."scaleId" AND same."code" = one."code"
      AND held."rating" <> judged."rating" AND said."workspaceId" = ${actor.workspaceId}::uuid AND said."kind" = 'claim'
      AND NOT ${isHidden(actor, Prisma.sql`mine."id"`)} AND NOT ${isHidden(actor, Prisma.sql`other."id"`)}
      AND ${isSeenArticle(actor, Prisma.sql`mine."articleId"`)} AND ${isSeenArticle(actor, Prisma.sql`other."articleId"`)}`
}
