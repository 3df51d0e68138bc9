/**
 * Who may not see the first verdict of a claim: whoever gives the second opinion on it, until both are in; and while
 * nobody has taken that, everybody who has not seen the first. The article's authors see it as before: they never judge it.
 * Said once as a condition for queries and once for statements; for them the claim is as if nobody had begun.
 */
import { Prisma } from "../../prisma/client/client"
import type { Tx } from "../db"
import { passedStates } from "../domain/standing"
import type { Actor } from "../domain/workspace"

type Reader = Pick<Actor, "id">

/** Opinions that keep the first verdict from a person. */
export function blinding({ id: membershipId }: Reader): Prisma.SecondOpinionWhereInput {
  const unseen = { verdictSeen: { none: { membershipId } }, article: { authors: { none: { membershipId } } } }
  return {
    withdrawnAt: null,
    revealedAt: null,
    OR: [{ takenById: membershipId }, { takenById: null, claim: unseen }],
  }
}

/** Claims whose first verdict a person may not see. */
export const hiddenFrom = (actor: Reader): Prisma.ClaimWhereInput => ({ opinions: { some: blinding(actor) } })

/** Claims whose first verdict a person may see, where there is one. */
export const openTo = (actor: Reader): Prisma.ClaimWhereInput => ({ opinions: { none: blinding(actor) } })

/** The same as `blinding`, of `"SecondOpinion" o`. */
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

/** The state of `"Claim" c` as a person sees it. */
export function seenState(actor: Reader & Pick<Actor, "workspaceId">): Prisma.Sql {
  return Prisma.sql`(CASE WHEN c."state" <> 'open' AND ${isHidden(actor, Prisma.sql`c."id"`)}
    THEN 'open'::"ClaimState" ELSE c."state" END)`
}

/** A claim `c` that has all that its desk asks for, as far as a person may see that: `hasPassed`. */
export function isPassed(actor: Pick<Actor, "id" | "workspaceId" | "settings">): Prisma.Sql {
  return Prisma.sql`(c."state" = ANY (${passedStates(actor.settings)}::text[]::"ClaimState"[])
    AND NOT ${isHidden(actor, Prisma.sql`c."id"`)})`
}

/** Whether a second opinion on `"Claim" c` is not in, or differs and nobody has decided: then it is not done. */
export const HAS_OPEN_OPINION = Prisma.sql`EXISTS (SELECT 1 FROM "SecondOpinion" p
  WHERE p."claimId" = c."id" AND p."withdrawnAt" IS NULL AND p."decidedAt" IS NULL)`

/** Opinions that are in, differ from the first verdict, and nobody has decided between. */
export const DIFFERING = {
  withdrawnAt: null,
  revealedAt: { not: null },
  decidedAt: null,
} as const satisfies Prisma.SecondOpinionWhereInput

/** The same, of `"Claim" c`. */
export const HAS_DIFFERING = Prisma.sql`EXISTS (SELECT 1 FROM "SecondOpinion" p
  WHERE p."claimId" = c."id" AND p."withdrawnAt" IS NULL AND p."revealedAt" IS NOT NULL AND p."decidedAt" IS NULL)`

/** Of some claims those with a second opinion that is not in or not decided on: `hidden` where a person may not see the first verdict. */
export async function opinionsOpen(
  tx: Tx,
  actor: Reader,
  claimIds: readonly string[],
): Promise<Map<string, "hidden" | "open">> {
  if (claimIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ claimId: string; hidden: boolean }[]>`
    SELECT o."claimId", (${isBlinding(actor)}) AS "hidden" FROM "SecondOpinion" o
    WHERE o."claimId" = ANY (${claimIds}::uuid[]) AND o."withdrawnAt" IS NULL AND o."decidedAt" IS NULL`
  return new Map(rows.map(({ claimId, hidden }) => [claimId, hidden ? "hidden" : "open"]))
}

/** As a relation of a claim: there where a person may not see its first verdict. */
export const hiding = (actor: Reader) =>
  ({ where: blinding(actor), select: { id: true }, take: 1 }) as const satisfies Prisma.Claim$opinionsArgs

/** A claim's row as its reader sees it, which was asked for with `opinions: hiding(actor)`. */
export function asSeen<Row extends { openVersion?: number; opinions: { id: string }[] }>(row: Row): Row {
  return row.opinions.length > 0 ? asHidden(row) : row
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
export function asHidden<Row extends { openVersion?: number; evidence?: unknown }>(row: Row): Row {
  const evidence = Array.isArray(row.evidence) ? row.evidence.map((one: object) => over(one, AS_FOUND)) : []
  const version = row.openVersion === undefined ? {} : { version: row.openVersion }
  return { ...over(row, AS_OPEN), ...version, ...("evidence" in row && { evidence }) }
}

/** Puts other values in the place of those that there are. */
function over<Row extends object>(row: Row, values: Record<string, unknown>): Row {
  return { ...row, ...Object.fromEntries(Object.entries(values).filter(([name]) => name in row)) }
}
