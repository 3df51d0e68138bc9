/** What verdicts are sent without: told by the log, which keeps what was asked of each round and what it went without. */
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { CHECKLIST_ITEMS } from "../domain/checklist"
import type { Clock } from "../domain/days"
import { timeOf, type FigureFilters, type WaiverRate } from "../domain/figures"
import type { Actor } from "../domain/workspace"
import { isHidden } from "./blind"
import { askedFor } from "./figures"

/** How many rounds of a period went without something, and of each item how often it was asked and gone without. */
export async function waiverRate(actor: Actor, filters: FigureFilters, clock: Clock): Promise<WaiverRate> {
  const { from } = timeOf(filters.period, clock)
  const rows = await db().$queryRaw<{ item: string | null; asked: number; waived: number }[]>`
    WITH sent AS MATERIALIZED (
      SELECT e."payload"::jsonb AS "told"
      FROM "Event" e
      JOIN "Claim" c ON c."id" = e."claimId" AND c."withdrawnAt" IS NULL
      JOIN "Article" a ON a."id" = c."articleId"
      WHERE e."workspaceId" = ${actor.workspaceId}::uuid AND e."act" = 'round.sent' AND e."at" >= ${from}
        AND ${askedFor(actor, filters)} AND NOT ${isHidden(actor, Prisma.sql`c."id"`)}
    )
    SELECT NULL AS "item", count(*)::int AS "asked",
           (count(*) FILTER (WHERE jsonb_array_length("told"->'waived') > 0))::int AS "waived"
    FROM sent WHERE jsonb_typeof("told"->'asked') = 'array'
    UNION ALL
    SELECT i."item", count(*)::int, (count(*) FILTER (WHERE "told"->'waived' @> ${ONE_ITEM}))::int
    FROM sent CROSS JOIN LATERAL jsonb_array_elements_text(coalesce("told"->'asked', '[]')) i("item") GROUP BY 1`
  const all = rows.find(({ item }) => item === null)
  return {
    sent: all?.asked ?? 0,
    without: all?.waived ?? 0,
    items: CHECKLIST_ITEMS.flatMap((item) => {
      const row = rows.find((one) => one.item === item)
      return row ? { item, asked: row.asked, waived: row.waived } : []
    }),
  }
}

const ONE_ITEM = Prisma.sql`jsonb_build_array(jsonb_build_object('item', i."item"))`
