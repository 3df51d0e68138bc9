/** How much lies with whom: the claims that are not done, by who checks them. Counted where they are kept. */
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import type { Clock } from "../domain/days"
import type { FigureFilters, Workload } from "../domain/figures"
import type { Actor } from "../domain/workspace"
import { askedFor } from "./figures"
import { isHidden, isPassed, seenState } from "./blind"

/** Beyond so many, a table of people is not read any more. */
const MOST = 50

/** Of the claims asked for, those that are in hand now: the most first, and how many people there are beyond those. */
export async function workload(
  actor: Actor,
  filters: FigureFilters,
  { now }: Clock,
  { most = MOST } = {},
): Promise<Workload> {
  const count = (which: Prisma.Sql) => Prisma.sql`(count(*) FILTER (WHERE ${which}))::int`
  const inHand = Prisma.sql`h."state" IN ('open', 'changes_requested')`
  const rows = await db().$queryRaw<Row[]>`
    SELECT c."assigneeId" AS "id", u."name", count(*)::int AS "total",
      ${count(Prisma.sql`${inHand} AND NOT h."waits"`)} AS "open",
      ${count(Prisma.sql`${inHand} AND h."waits"`)} AS "waiting", ${count(Prisma.sql`h."state" IN ('in_review', 'checked')`)} AS "inReview",
      ${count(Prisma.sql`least(c."dueAt", a."dueAt") <= ${now}`)} AS "overdue", (count(*) OVER ())::int AS "groups"
    FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId"
    CROSS JOIN LATERAL (SELECT ${seenState(actor)} AS "state",
      c."waitingOn" IS NOT NULL AND NOT ${isHidden(actor, Prisma.sql`c."id"`)} AS "waits") h
    LEFT JOIN "Membership" m ON m."id" = c."assigneeId" LEFT JOIN "User" u ON u."id" = m."userId"
    WHERE NOT ${isPassed(actor)} AND c."withdrawnAt" IS NULL AND a."archivedAt" IS NULL AND ${askedFor(actor, filters)}
    GROUP BY 1, 2 ORDER BY "total" DESC, 1 LIMIT ${most}`
  return {
    people: rows.map(({ id, name, total, open, waiting, inReview, overdue }) => ({
      person: id && name ? { id, name } : null,
      ...{ total, open, waiting, inReview, overdue },
    })),
    more: (rows[0]?.groups ?? 0) - rows.length,
  }
}

interface Row {
  id: string | null
  name: string | null
  total: number
  open: number
  waiting: number
  inReview: number
  overdue: number
  groups: number
}
