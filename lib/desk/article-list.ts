/** The list of articles: what there is, and how far each is, without their texts. */
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { standingOf, type ArticleSummary, type ClaimCounts } from "../domain/article"
import type { CoverageCounts } from "../domain/coverage"
import type { Actor, Person } from "../domain/workspace"
import { coverageOf } from "./coverage"
import { pageOf } from "./page"
import { containing } from "./search"
import { asPerson, dayOf, person, seenBy } from "./seen-by"

export interface ListArticles {
  query?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

const NO_SENTENCES: CoverageCounts = { sentences: 0, untouched: 0, in_work: 0, checked: 0, nothing_to_check: 0 }

/** The articles a person may see, newest first, or what matches a query in title, publisher or byline. */
export async function listArticles(
  actor: Actor,
  { query, cursor, limit = 50 }: ListArticles = {},
): Promise<{ items: ArticleSummary[]; next: string | null }> {
  const contains = containing(query ?? "")
  const matches: Prisma.ArticleWhereInput = query
    ? { OR: [{ title: contains }, { publisher: contains }, { byline: contains }] }
    : {}
  const rows = await db().article.findMany({
    where: { AND: [seenBy(actor).article, { archivedAt: null }, matches, cursor ? { id: { lt: cursor } } : {}] },
    include: { lead: person },
    orderBy: { id: "desc" },
    take: limit + 1,
  })
  const { page, next } = pageOf(rows, limit)
  const ids = page.map((row) => row.id)
  const [claims, coverage] = await Promise.all([claimsIn(actor, ids), coverageOf(actor, ids)])
  const items = page.map((row) =>
    summary(
      row,
      claims.filter((claim) => claim.articleId === row.id),
      coverage.get(row.id) ?? NO_SENTENCES,
    ),
  )
  return { items, next }
}

/** How many claims of an article are alike in what its summary tells of them. */
export interface ClaimsTold {
  articleId: string
  state: keyof Omit<ClaimCounts, "total">
  settled: boolean
  placed: boolean
  people: Person[]
  count: number
}

/** As much of the claims of some articles as their summaries tell: counted where they are, there may be thousands. */
async function claimsIn(actor: Actor, articleIds: string[]): Promise<ClaimsTold[]> {
  return db().$queryRaw<ClaimsTold[]>`
    SELECT "articleId", "state"::text AS "state", "settled", "placed", "count", ARRAY(
             SELECT jsonb_build_object('id', m."id", 'name', u."name") FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
             WHERE m."id" = ANY ("markers" || "assignees") ORDER BY m."id") AS "people"
    FROM (
      SELECT "articleId", "state", "settled", "placed", count(*)::int AS "count",
             array_agg(DISTINCT "markedById") AS "markers", array_agg(DISTINCT "assigneeId") AS "assignees"
      FROM (
        SELECT c."articleId", c."state", c."markedById", c."assigneeId",
               -- Only an approved claim can be settled and in its place, so only of those is it asked.
               c."state" = 'approved' AND EXISTS (
                 SELECT 1 FROM "VerdictDraft" d JOIN "Scale" s ON s."id" = d."scaleId"
                 WHERE d."claimId" = c."id" AND jsonb_path_exists(s."ratings",
                   '$[*] ? (@.code == $code && @.settles == true)', jsonb_build_object('code', d."rating"))) AS "settled",
               c."state" = 'approved' AND NOT EXISTS (
                 SELECT 1 FROM "Anchor" a JOIN "Article" t ON t."revisionId" = a."revisionId"
                 WHERE a."claimId" = c."id" AND (a."placement" IN ('stale', 'lost') OR a."contextChanged")) AS "placed"
        FROM "Claim" c
        WHERE c."workspaceId" = ${actor.workspaceId}::uuid AND c."articleId" = ANY (${articleIds}::uuid[])
          AND c."withdrawnAt" IS NULL
      ) told
      GROUP BY 1, 2, 3, 4
    ) counted`
}

type ArticleRow = Prisma.ArticleGetPayload<{ include: { lead: typeof person } }>

/** What a list tells of an article. */
export function summary(row: ArticleRow, claims: ClaimsTold[], coverage: CoverageCounts): ArticleSummary {
  const counts: ClaimCounts = { total: 0, open: 0, in_review: 0, changes_requested: 0, approved: 0 }
  for (const { state, count } of claims) {
    counts[state] += count
    counts.total += count
  }
  const { id, title, dek, byline, publisher, section, sourceUrl, language, kind, words, version } = row
  return {
    ...{ id, title, dek, byline, publisher, section, sourceUrl, language, kind, words, version },
    publishedOn: dayOf(row.publishedOn),
    standing: standingOf(
      kind,
      claims.map((claim) => ({ ...claim, approved: claim.state === "approved" })),
      coverage,
    ),
    counts,
    coverage,
    people: [...new Map(claims.flatMap((claim) => claim.people).map((one) => [one.id, one])).values()],
    lead: row.lead && asPerson(row.lead),
    dueAt: row.dueAt?.toISOString() ?? null,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}
