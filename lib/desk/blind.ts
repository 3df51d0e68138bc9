/**
 * Who may not see the first verdict of a claim: whoever gives the second opinion on it, until both are in; and while
 * nobody has taken that, everybody who has not seen the first. The article's authors see it as before: they never judge it.
 * Said once as a condition for queries and once for statements; for them the claim is as if nobody had begun.
 */
import { Prisma } from "../../prisma/client/client"
import { passedStates } from "../domain/standing"
import type { Actor } from "../domain/workspace"

type Reader = Pick<Actor, "id">

/** Whether `"SecondOpinion" o` keeps the first verdict from a person. */
export function isBlinding({ id }: Reader): Prisma.Sql {
  return Prisma.sql`o."withdrawnAt" IS NULL AND o."revealedAt" IS NULL AND (o."takenById" = ${id}::uuid
    OR (o."takenById" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "VerdictSeen" v WHERE v."claimId" = o."claimId" AND v."membershipId" = ${id}::uuid)
      AND NOT EXISTS (SELECT 1 FROM "Claim" k JOIN "ArticleAuthor" w ON w."articleId" = k."articleId"
        WHERE k."id" = o."claimId" AND w."membershipId" = ${id}::uuid)))`
}

/** The claims of a desk whose first verdict a person may not see. */
export function hiddenClaims(actor: Reader & Pick<Actor, "workspaceId">): Prisma.Sql {
  return Prisma.sql`(SELECT o."claimId" FROM "SecondOpinion" o
    WHERE o."workspaceId" = ${actor.workspaceId}::uuid AND ${isBlinding(actor)})`
}

/** Whether the claim of that id is one of them. */
export function isHidden(actor: Reader & Pick<Actor, "workspaceId">, claimId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${claimId} IN ${hiddenClaims(actor)}`
}

/** A claim `c` that has all that its desk asks for, as far as a person may see that: `hasPassed`. */
export function isPassed(actor: Pick<Actor, "id" | "workspaceId" | "settings">): Prisma.Sql {
  return Prisma.sql`(c."state" = ANY (${passedStates(actor.settings)}::text[]::"ClaimState"[])
    AND NOT ${isHidden(actor, Prisma.sql`c."id"`)})`
}

/** What of a claim's row tells of its verdict, as it is while nobody has begun. */
const AS_OPEN = {
  ...{ state: "open", draft: null, round: null, roundId: null, rounds: [], authors: [], fixes: [] },
  ...{ contacts: [], calculations: [], legal: null, legalAt: null },
  ...{ letStandReason: null, letStandAt: null, letStandBy: null },
  ...{ waitingOn: null, waitingWhom: null, waitingSince: null, chaseAt: null },
} as const

/** What of evidence is somebody's judgement, and what moves with it. */
const AS_FOUND = { stance: "context", note: null, flag: null, flaggedAt: null, version: 1 } as const

/** A claim's row, or as much of it as was asked for, as it is shown to whoever may not see its verdict. */
export function asHidden<Row extends { openVersion: number; evidence?: unknown }>(row: Row): Row {
  const known = Object.fromEntries(Object.entries(AS_OPEN).filter(([name]) => name in row))
  const evidence = Array.isArray(row.evidence) ? row.evidence.map((one: object) => ({ ...one, ...AS_FOUND })) : []
  return { ...row, ...known, version: row.openVersion, ...("evidence" in row && { evidence }) }
}
