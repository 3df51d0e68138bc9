/**
 * What a desk has done, and what is late: times to approval, ratings, overdue claims. Counted where they are kept.
 * What was done counts wherever it was; what is late, in the articles that are not put away. Withdrawn claims count nowhere.
 */
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import type { Clock } from "../domain/days"
import {
  BAND_ENDS,
  bandsOf,
  timeOf,
  type ApprovalTimes,
  type FigureFilters,
  type Overdue,
  type VerdictMix,
} from "../domain/figures"
import type { Scale } from "../domain/scale"
import { passedStates } from "../domain/standing"
import type { Actor } from "../domain/workspace"
import { seenArticles } from "./grouped-articles"
import { knownScales } from "./scales"
import { isHidden, isPassed } from "./blind"

/** Which claims are asked for, as a condition on `"Claim" c JOIN "Article" a`: of those that a person may see. */
export function askedFor(actor: Actor, { section, job }: FigureFilters): Prisma.Sql {
  return Prisma.sql`c."workspaceId" = ${actor.workspaceId}::uuid AND ${seenArticles(actor)}
    AND ${section ? Prisma.sql`a."section" = ${section}` : Prisma.sql`true`}
    AND ${job ? Prisma.sql`c."job" = ${job}::"Job"` : Prisma.sql`true`}`
}

/** When claims passed in a period, as a condition on `"Event" e`. */
function passings(actor: Actor, from: Date): Prisma.Sql {
  return Prisma.sql`e."workspaceId" = ${actor.workspaceId}::uuid AND ${passing(actor)} AND e."at" >= ${from}`
}

/** The reviews after which a claim was approved; where the desk asks for none, also the rounds that are enough. */
function passing({ settings }: Actor): Prisma.Sql {
  const sent = settings.approvals === 0 ? Prisma.sql`, 'round.sent'` : Prisma.empty
  return Prisma.sql`e."act" IN ('review.approved', 'review.settled'${sent})
    AND e."payload"::jsonb->>'state' = ANY (${passedStates(settings)}::text[])`
}

/** How long claims took until they first passed. One that was reopened and passed again counts once, with the first. */
export async function approvalTimes(actor: Actor, filters: FigureFilters, clock: Clock): Promise<ApprovalTimes> {
  const { from } = timeOf(filters.period, clock)
  const [row] = await db().$queryRaw<[Omit<ApprovalTimes, "bands"> & { bands: Record<number, number> }]>`
    WITH first AS (
      SELECT e."claimId", min(e."at") AS "at" FROM "Event" e WHERE ${passings(actor, from)} GROUP BY 1
    ), took AS (
      SELECT extract(epoch FROM f."at" - m."at")::float8 AS "seconds"
      FROM first f
      JOIN "Claim" c ON c."id" = f."claimId" AND c."withdrawnAt" IS NULL
      JOIN "Article" a ON a."id" = c."articleId"
      CROSS JOIN LATERAL (SELECT e."at" FROM "Event" e WHERE e."claimId" = c."id" ORDER BY e."seq" LIMIT 1) m
      WHERE ${askedFor(actor, filters)} AND NOT ${isHidden(actor, Prisma.sql`c."id"`)}
        AND NOT EXISTS (SELECT 1 FROM "Event" e WHERE e."claimId" = c."id" AND ${passing(actor)} AND e."at" < ${from})
    ), bands AS (
      SELECT width_bucket("seconds", ${BAND_ENDS}::float8[]) AS "band", count(*)::int AS "count" FROM took GROUP BY 1
    )
    SELECT count(*)::int AS "count",
           percentile_cont(0.5) WITHIN GROUP (ORDER BY "seconds") AS "median",
           percentile_cont(0.9) WITHIN GROUP (ORDER BY "seconds") AS "ninety",
           (SELECT coalesce(jsonb_object_agg("band", "count"), '{}') FROM bands) AS "bands"
    FROM took`
  return { ...row, bands: bandsOf(row.bands) }
}

/** The ratings, on each scale, of the claims that passed in the period and still stand so. */
export async function verdictMix(actor: Actor, filters: FigureFilters, clock: Clock): Promise<VerdictMix[]> {
  const { from } = timeOf(filters.period, clock)
  const rows = await db().$queryRaw<RatingCount[]>`
    SELECT r."scaleId", r."snapshot"->>'rating' AS "rating", count(DISTINCT c."id")::int AS "count"
    FROM "Event" e
    JOIN "Claim" c ON c."id" = e."claimId" AND ${isPassed(actor)} AND c."withdrawnAt" IS NULL
    JOIN "Round" r ON r."id" = c."roundId" AND r."id"::text = e."subjects"->>'round'
    JOIN "Article" a ON a."id" = c."articleId"
    WHERE ${passings(actor, from)} AND ${askedFor(actor, filters)}
    GROUP BY 1, 2`
  const scaleOf = await knownScales(
    db(),
    rows.map((row) => row.scaleId),
  )
  return mixesOf(rows, scaleOf)
}

interface RatingCount {
  scaleId: string
  rating: string
  count: number
}

/** Versions of a scale count together, under the words of the newest. */
function mixesOf(rows: readonly RatingCount[], scaleOf: (id: string) => Scale): VerdictMix[] {
  const scales = [...new Set(rows.map((row) => row.scaleId))].map(scaleOf)
  const newestFirst = scales.toSorted((one, other) => other.version - one.version)
  const codes = [...new Set(scales.map((scale) => scale.code))].sort()
  return codes.map((code) => {
    const versions = newestFirst.filter((scale) => scale.code === code)
    const ratings = new Map(
      versions
        .flatMap((scale) => scale.ratings)
        .toReversed()
        .map((one) => [one.code, one]),
    )
    const inOrder = [...new Set(versions.flatMap((scale) => scale.ratings.map((one) => one.code)))]
    const counted = inOrder.flatMap((rating) => {
      const known = ratings.get(rating)
      const given = rows.filter((row) => row.rating === rating && versions.some(({ id }) => id === row.scaleId))
      const count = given.reduce((sum, row) => sum + row.count, 0)
      return known && count > 0
        ? [{ code: rating, label: known.label, tone: known.tone, shape: known.shape, count }]
        : []
    })
    const total = counted.reduce((sum, one) => sum + one.count, 0)
    return { job: versions[0]?.job ?? "theirs", scale: code, name: versions[0]?.name ?? null, total, ratings: counted }
  })
}

/** Beyond so many, a table of who or what is late is not read any more; the total counts all. */
const MOST_LATE = 50

/** The claims whose time has passed, or their article's, by who checks them and by article: at most so many of each, and how many more. */
export async function overdueClaims(
  actor: Actor,
  filters: FigureFilters,
  { now }: Clock,
  { most = MOST_LATE } = {},
): Promise<Overdue> {
  const due = Prisma.sql`least(c."dueAt", a."dueAt")`
  const late = Prisma.sql`${due} <= ${now} AND NOT ${isPassed(actor)} AND c."withdrawnAt" IS NULL
    AND a."archivedAt" IS NULL AND ${askedFor(actor, filters)}`
  const counts = Prisma.sql`count(*)::int AS "count", min(${due}) AS "oldest",
    (sum(count(*)) OVER ())::int AS "total", (count(*) OVER ())::int AS "groups"`
  const [checkers, articles] = await Promise.all([
    db().$queryRaw<(LateRow & { id: string | null; name: string | null })[]>`
      SELECT c."assigneeId" AS "id", u."name", ${counts}
      FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId"
      LEFT JOIN "Membership" m ON m."id" = c."assigneeId" LEFT JOIN "User" u ON u."id" = m."userId"
      WHERE ${late} GROUP BY 1, 2 ORDER BY "count" DESC, "oldest", 1 LIMIT ${most}`,
    db().$queryRaw<(LateRow & { id: string; title: string })[]>`
      SELECT a."id", a."title", ${counts}
      FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId"
      WHERE ${late} GROUP BY 1 ORDER BY "count" DESC, "oldest", 1 LIMIT ${most}`,
  ])
  return {
    total: checkers[0]?.total ?? 0,
    checkers: checkers.map(({ id, name, ...row }) => ({ person: id && name ? { id, name } : null, ...lateOf(row) })),
    articles: articles.map(({ id, title, ...row }) => ({ id, title, ...lateOf(row) })),
    more: { checkers: beyond(checkers), articles: beyond(articles) },
  }
}

interface LateRow {
  count: number
  oldest: Date
  /** Of all, those that are not listed included: claims, and rows. */
  total: number
  groups: number
}

const beyond = (rows: readonly LateRow[]) => (rows[0]?.groups ?? 0) - rows.length

const lateOf = ({ count, oldest }: LateRow) => ({ count, oldest: oldest.toISOString() })
