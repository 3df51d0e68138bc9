/**
 * The claims that a desk has in flight, day by day. How they stand now is on the claims; how they stood is told by the
 * events of those that anything happened to since, all others stand as they stood. While its article is put away a claim
 * is in flight nowhere; what it was before and after counts.
 */
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import type { Clock } from "../domain/days"
import {
  dayEnds,
  firstDay,
  flightOver,
  timeOf,
  type FigureFilters,
  type Moves,
  type WorkInFlight,
} from "../domain/figures"
import { passedStates } from "../domain/standing"
import type { Actor } from "../domain/workspace"
import { isHidden } from "./blind"
import { askedFor } from "./figures"

/** How many of the claims asked for stood how, at the end of each day of the period. */
export async function workInFlight(actor: Actor, filters: FigureFilters, clock: Clock): Promise<WorkInFlight> {
  const since = await firstMarked(actor, filters)
  const ends = dayEnds(firstDay(filters.period, clock, since), clock)
  const { from } = timeOf(filters.period, clock)
  // Where somebody may not see how far a claim is, it has been open since it was marked.
  const hidden = isHidden(actor, Prisma.sql`c."id"`)
  const points = Prisma.sql`${ends.map(({ at }) => at)}::timestamptz[]`
  const moves = await db().$queryRaw<Moves[]>`
    WITH asked AS (
      SELECT c."id", c."articleId", c."withdrawnAt" IS NOT NULL OR a."archivedAt" IS NOT NULL AS "gone",
             ${hidden} AS "hidden", CASE WHEN ${hidden} THEN 'open'
               ELSE ${standing(actor, Prisma.sql`c."waitingOn" IS NOT NULL`)} END AS "standing"
      FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId"
      WHERE (a."archivedAt" IS NULL OR a."archivedAt" >= ${from}) AND ${askedFor(actor, filters)}
    ), ${spans(actor, from)}, moves AS (
      SELECT "standing", width_bucket("from", ${points}) AS "point", 1 AS "by" FROM spans
      UNION ALL
      SELECT "standing", width_bucket("to", ${points}), -1 FROM spans WHERE "to" IS NOT NULL
      UNION ALL
      SELECT "standing", 0, 1 FROM asked WHERE NOT "gone" AND "id" NOT IN (SELECT "id" FROM moved)
    )
    SELECT "point", "standing", sum("by")::int AS "by" FROM moves
    WHERE "standing" IS NOT NULL GROUP BY 1, 2 HAVING sum("by") <> 0`
  return { since: since?.toISOString() ?? null, days: flightOver(ends, moves) }
}

/** When the first of the claims asked for was marked, in whichever article. */
async function firstMarked(actor: Actor, filters: FigureFilters): Promise<Date | null> {
  const [row] = await db().$queryRaw<[{ since: Date | null }]>`
    SELECT min(c."markedAt") AS "since" FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId"
    WHERE ${askedFor(actor, filters)}`
  return row.since
}

/** The acts that move a claim, and what it is after each: its state, whether it waits, whether it is gone. */
const MOVES = {
  state: Prisma.sql`CASE
    WHEN e."act" IN ('claim.marked', 'claim.reopened', 'round.recalled', 'approval.withdrawn', 'check.withdrawn') THEN 'open'
    WHEN e."act" = 'round.sent' THEN coalesce(e."payload"::jsonb->>'state', 'in_review')
    WHEN e."act" LIKE 'review.%' OR e."act" = 'adjudication.decided' THEN e."payload"::jsonb->>'state' END`,
  waits: Prisma.sql`CASE e."act" WHEN 'claim.waiting' THEN true WHEN 'claim.resumed' THEN false END`,
  gone: Prisma.sql`CASE e."act" WHEN 'claim.withdrawn' THEN true WHEN 'claim.restored' THEN false END`,
  acts: Prisma.sql`(
    'claim.marked', 'claim.withdrawn', 'claim.restored', 'claim.waiting', 'claim.resumed', 'round.sent', 'round.recalled',
    'review.approved', 'review.changes_requested', 'review.withdrawn', 'review.settled', 'approval.withdrawn',
    'check.withdrawn', 'claim.reopened', 'adjudication.decided')`,
  /** Those that do not tell of its verdict. */
  open: Prisma.sql`('claim.marked', 'claim.withdrawn', 'claim.restored')`,
}

/**
 * Where a claim with a state `c."state"` stands in flight; null where it does not. As `standingOf` says it; what was
 * checked waits for review once somebody is asked to approve.
 */
function standing({ settings }: Actor, waits: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN c."state"::text = ANY (${passedStates(settings)}::text[]) THEN NULL
    WHEN c."state"::text = 'checked' THEN 'in_review'
    WHEN c."state" <> 'in_review' AND ${waits} THEN 'waiting'
    ELSE c."state"::text END`
}

/**
 * `shelved`, `moved` and `spans`, to stand after `asked`: when articles were put away and fetched back, the claims that
 * anything happened to since an instant, that included, and from when to when each of them stood how. An event tells one
 * thing of a claim; the others are as the last event on them left them. An article and its claims share a stream.
 */
function spans(actor: Actor, from: Date): Prisma.Sql {
  const { workspaceId } = actor
  const last = (told: string) =>
    Prisma.sql`count(${Prisma.raw(`"${told}"`)}) OVER claim AS ${Prisma.raw(`"${told}At"`)}`
  return Prisma.sql`shelved AS MATERIALIZED (
      SELECT e."streamId" AS "articleId", e."seq", e."at", e."act" = 'article.archived' AS "away" FROM "Event" e
      WHERE e."workspaceId" = ${workspaceId}::uuid AND e."act" IN ('article.archived', 'article.restored')
    ), moved AS MATERIALIZED (
      SELECT k."id", k."articleId", k."hidden" FROM "Event" e JOIN asked k ON k."id" = e."claimId"
      WHERE e."workspaceId" = ${workspaceId}::uuid AND e."at" >= ${from} AND e."act" IN ${MOVES.acts}
        AND (NOT k."hidden" OR e."act" IN ${MOVES.open})
      UNION
      SELECT k."id", k."articleId", k."hidden" FROM shelved s JOIN asked k ON k."articleId" = s."articleId" WHERE s."at" >= ${from}
    ), told AS (
      SELECT e."claimId", e."seq", e."at", ${MOVES.state} AS "state", ${MOVES.waits} AS "waits", ${MOVES.gone} AS "gone",
             NULL::boolean AS "away"
      FROM moved m JOIN "Event" e ON e."claimId" = m."id" WHERE e."act" IN ${MOVES.acts}
        AND (NOT m."hidden" OR e."act" IN ${MOVES.open})
      UNION ALL
      SELECT m."id", s."seq", s."at", NULL, NULL, NULL, s."away"
      FROM moved m JOIN shelved s ON s."articleId" = m."articleId"
    ), runs AS (
      SELECT *, ${last("state")}, ${last("waits")}, ${last("gone")}, ${last("away")}
      FROM told WINDOW claim AS (PARTITION BY "claimId" ORDER BY "seq")
    ), stood AS (
      SELECT "at" AS "from", lead("at") OVER (PARTITION BY "claimId" ORDER BY "seq") AS "to",
             max("state") OVER (PARTITION BY "claimId", "stateAt") AS "state",
             bool_or("waits") OVER (PARTITION BY "claimId", "waitsAt") AS "waits",
             bool_or("gone") OVER (PARTITION BY "claimId", "goneAt") AS "gone",
             bool_or("away") OVER (PARTITION BY "claimId", "awayAt") AS "away"
      FROM runs
    ), spans AS (
      SELECT c."from", c."to", ${standing(actor, Prisma.sql`c."waits" IS TRUE`)} AS "standing"
      FROM stood c WHERE c."gone" IS NOT TRUE AND c."away" IS NOT TRUE
    )`
}
