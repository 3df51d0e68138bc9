/**
 * Agreement, counted where verdicts are kept: of second opinions that are revealed, and of nothing that is still blind.
 * Opinions count in the period in which they were revealed, those on withdrawn claims nowhere.
 */
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { agreementByScale, lastMonths, type AgreementFigures, type ComparedVerdicts } from "../domain/agreement-figures"
import type { Clock } from "../domain/days"
import { timeOf, type FigureFilters } from "../domain/figures"
import type { Actor } from "../domain/workspace"
import { isHidden } from "./blind"
import { askedFor } from "./figures"
import { knownScales } from "./scales"

/** How far first verdicts, as they were sent, and second opinions agree, on each scale. */
export async function agreementFigures(actor: Actor, filters: FigureFilters, clock: Clock): Promise<AgreementFigures> {
  const rows = await comparedVerdicts(actor, filters, clock)
  const scaleOf = await knownScales(
    db(),
    rows.map((row) => row.scaleId),
  )
  const scales = agreementByScale(rows, scaleOf)
  return {
    scales,
    names: await namesOf(
      actor,
      scales.flatMap(({ pairs }) => pairs.flatMap(({ part }) => part)),
    ),
  }
}

/** Two verdicts on different scales can't be compared, and count nowhere; nor do those on a claim that hides another. */
async function comparedVerdicts(actor: Actor, filters: FigureFilters, clock: Clock): Promise<ComparedVerdicts[]> {
  const { from } = timeOf(filters.period, clock)
  const months = lastMonths(clock)
  const rows = await db().$queryRaw<(Omit<ComparedVerdicts, "month"> & { bucket: number })[]>`
    SELECT r."scaleId", r."snapshot"->>'rating' AS "first", o."rating" AS "second", a."section",
      width_bucket(o."revealedAt", ${months.map((one) => one.from)}::timestamptz[]) AS "bucket",
      r."senderId" AS "firstBy", o."takenById" AS "secondBy", ${outcome} AS "outcome", count(*)::int AS "count"
    FROM "SecondOpinion" o
    JOIN "Round" r ON r."id" = o."roundId"
    JOIN "Scale" s ON s."id" = r."scaleId" JOIN "Scale" z ON z."id" = o."scaleId" AND z."code" = s."code"
    JOIN "Claim" c ON c."id" = o."claimId" AND c."withdrawnAt" IS NULL
    JOIN "Article" a ON a."id" = c."articleId"
    LEFT JOIN LATERAL (
      SELECT j."rating" FROM "Adjudication" j WHERE j."opinionId" = o."id" AND j."decidedAt" IS NOT NULL
      ORDER BY j."decidedAt" DESC LIMIT 1) d ON true
    WHERE o."workspaceId" = ${actor.workspaceId}::uuid AND o."revealedAt" >= ${from} AND o."withdrawnAt" IS NULL
      AND ${askedFor(actor, filters)} AND NOT ${isHidden(actor, Prisma.sql`c."id"`)}
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`
  return rows.map(({ bucket, ...row }) => ({ ...row, month: months[bucket - 1]?.month ?? null }))
}

const outcome = Prisma.sql`CASE
  WHEN o."rating" = r."snapshot"->>'rating' THEN 'agreed'
  WHEN d."rating" IS NULL THEN 'undecided'
  WHEN d."rating" = r."snapshot"->>'rating' THEN 'first'
  WHEN d."rating" = o."rating" THEN 'second'
  ELSE 'other' END`

async function namesOf(actor: Actor, ids: string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const rows = await db().membership.findMany({
    where: { workspaceId: actor.workspaceId, id: { in: [...new Set(ids)] } },
    select: { id: true, user: { select: { name: true } } },
  })
  return Object.fromEntries(rows.map(({ id, user }) => [id, user.name]))
}
