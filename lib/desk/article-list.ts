/** The list of articles: what there is, and how far each is, without their texts. */
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { standingOf, type ArticleSummary, type ClaimCounts, type ListedArticle } from "../domain/article"
import {
  ARTICLE_ORDERS,
  placeNamed,
  placeWord,
  type ArticleFilter,
  type ArticleOrder,
  type GroupCounts,
  type ListPlace,
} from "../domain/article-list"
import type { CoverageCounts } from "../domain/coverage"
import { hasPassed } from "../domain/standing"
import type { Actor, Person } from "../domain/workspace"
import { countQueriesIn } from "./comment-list"
import { coverageOf, outOfPlace } from "./coverage"
import { groupedArticles, groups } from "./grouped-articles"
import { pageOf } from "./page"
import { asPerson, dayOf, person, seenBy } from "./seen-by"
import { HAS_OPEN_OPINION, isPassed, seenState } from "./blind"

export interface ListArticles extends ArticleFilter {
  order?: ArticleOrder | undefined
  /** Where the page before ended, as it said itself; what names no place begins at the start. */
  cursor?: string | undefined
  limit?: number | undefined
}

const NO_SENTENCES: CoverageCounts = { sentences: 0, untouched: 0, in_work: 0, checked: 0, nothing_to_check: 0 }

/** The articles that a person may see and asks for, page by page, the newest first if nothing else is asked. */
export async function listArticles(
  actor: Actor,
  { order = ARTICLE_ORDERS.newest, cursor, limit = 50, ...filter }: ListArticles = {},
): Promise<{ items: ListedArticle[]; next: string | null }> {
  const after = cursor === undefined ? null : placeNamed(cursor, order)
  const { page, next } = pageOf(await placesOf(actor, filter, order, after, limit + 1), limit)
  const ids = page.map(({ id }) => id)
  const [rows, claims, coverage, queries] = await Promise.all([
    db().article.findMany({ where: { AND: [seenBy(actor).article, { id: { in: ids } }] }, include: summarised }),
    claimsIn(actor, ids),
    coverageOf(actor, ids),
    countQueriesIn(actor, ids),
  ])
  const items = rows
    .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
    .map((row) => {
      const its = claims.filter((claim) => claim.articleId === row.id)
      return {
        ...summary(actor, row, its, coverage.get(row.id) ?? NO_SENTENCES),
        queries: queries.get(row.id) ?? 0,
      }
    })
  const last = page.at(-1)
  return { items, next: next && last ? placeWord(last) : null }
}

/** How many articles of each group a filter finds, whatever group it asks for itself. */
export async function countArticles(actor: Actor, filter: ArticleFilter = {}): Promise<GroupCounts> {
  const count = (group: keyof GroupCounts) => Prisma.sql`(count(*) FILTER (WHERE ${groups[group]}))::int`
  const [counts] = await db().$queryRaw<[GroupCounts]>`
    WITH ${groupedArticles(actor, filter)}
    SELECT ${count("all")} AS "all", ${count("mine")} AS "mine", ${count("checking")} AS "checking",
           ${count("ready")} AS "ready", ${count("signed_off")} AS "signed_off", ${count("archived")} AS "archived"
    FROM asked k`
  return counts
}

/** Beyond so many, a choice of sections is none. */
const MOST_SECTIONS = 200

/** The sections that the articles which a person may see are in, in the order of the alphabet. */
export async function listSections(actor: Actor): Promise<string[]> {
  const rows = await db().article.findMany({
    where: { AND: [seenBy(actor).article, { section: { not: null } }] },
    select: { section: true },
    distinct: ["section"],
    orderBy: { section: "asc" },
    take: MOST_SECTIONS,
  })
  return rows.flatMap(({ section }) => section ?? [])
}

/** Further off than any deadline, for those that have none: they come last, whichever way a list runs. */
const NEVER = { ascending: Prisma.sql`9e15`, descending: Prisma.sql`-9e15` }

/** What a list is ordered by, as a column over `asked k`: a deadline counts in milliseconds since 1970. */
function keyColumn(actor: Actor, { by, direction }: ArticleOrder): Prisma.Sql {
  if (by === "title") return Prisma.sql`k."title" COLLATE "und-x-icu"`
  if (by === "due") return Prisma.sql`coalesce(extract(epoch FROM k."dueAt") * 1000, ${NEVER[direction]})::float8`
  // As `progressOf` counts it.
  if (by === "progress")
    return Prisma.sql`(
      SELECT CASE WHEN count(*) = 0 THEN -1
               ELSE div(1000000 * count(*) FILTER (WHERE ${isPassed(actor)}), count(*)) END::float8
      FROM "Claim" c WHERE c."articleId" = k."id" AND c."withdrawnAt" IS NULL)`
  return Prisma.sql`NULL::text`
}

/** Where the articles asked for stand in their order, so many after a place. */
async function placesOf(
  actor: Actor,
  { group = "all", ...filter }: ArticleFilter,
  order: ArticleOrder,
  after: ListPlace | null,
  limit: number,
): Promise<ListPlace[]> {
  const [sign, way] = order.direction === "ascending" ? [">", "ASC"] : ["<", "DESC"]
  const byKey = order.by !== "imported"
  const id = Prisma.sql`${after?.id}::uuid`
  const key = Prisma.sql`${after?.key}::${Prisma.raw(order.by === "title" ? "text" : "float8")}`
  const beyond = byKey
    ? Prisma.sql`(l."key", l."id") ${Prisma.raw(sign)} (${key}, ${id})`
    : Prisma.sql`l."id" ${Prisma.raw(sign)} ${id}`
  return db().$queryRaw<ListPlace[]>`
    WITH ${groupedArticles(actor, filter)}
    SELECT l."id", l."key" FROM (
      SELECT k."id", ${keyColumn(actor, order)} AS "key" FROM asked k WHERE ${groups[group]}
    ) l
    WHERE ${after ? beyond : Prisma.sql`true`}
    ORDER BY ${Prisma.raw(byKey ? `l."key" ${way}, l."id" ${way}` : `l."id" ${way}`)}
    LIMIT ${limit}`
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
        SELECT c."articleId", ${seenState(actor)} AS "state", c."markedById", c."assigneeId",
               -- Whether it is settled and in its place is asked of what has passed alone.
               ${isPassed(actor)} AND NOT ${HAS_OPEN_OPINION} AND (c."letStandReason" IS NOT NULL OR EXISTS (
                 SELECT 1 FROM "VerdictDraft" d JOIN "Scale" s ON s."id" = d."scaleId"
                 WHERE d."claimId" = c."id" AND jsonb_path_exists(s."ratings",
                   '$[*] ? (@.code == $code && @.settles == true)', jsonb_build_object('code', d."rating")))) AS "settled",
               ${isPassed(actor)} AND NOT EXISTS (
                 SELECT 1 FROM "Anchor" b JOIN "Article" t ON t."revisionId" = b."revisionId"
                 WHERE b."claimId" = c."id" AND ${outOfPlace}) AS "placed"
        FROM "Claim" c
        WHERE c."workspaceId" = ${actor.workspaceId}::uuid AND c."articleId" = ANY (${articleIds}::uuid[])
          AND c."withdrawnAt" IS NULL
      ) told
      GROUP BY 1, 2, 3, 4
    ) counted`
}

/** What an article's row must bring along to be summed up. */
export const summarised = {
  lead: person,
  authors: { select: { membershipId: true, name: true }, orderBy: { ordinal: "asc" } },
  signOff: { select: { signedAt: true, reason: true } },
} as const satisfies Prisma.ArticleInclude

type ArticleRow = Prisma.ArticleGetPayload<{ include: typeof summarised }>

/** What a list tells of an article. */
export function summary(
  { settings }: Actor,
  row: ArticleRow,
  claims: ClaimsTold[],
  coverage: CoverageCounts,
): ArticleSummary {
  const counts: ClaimCounts = { total: 0, open: 0, in_review: 0, changes_requested: 0, checked: 0, approved: 0 }
  for (const { state, count } of claims) {
    counts[state] += count
    counts.total += count
  }
  const passing = claims.map((claim) => ({ ...claim, passed: hasPassed(claim, settings) }))
  const { id, title, dek, byline, publisher, section, sourceUrl, language, kind, words, version } = row
  return {
    ...{ id, title, dek, byline, publisher, section, sourceUrl, language, kind, words, version },
    publishedOn: dayOf(row.publishedOn),
    standing: row.goneOut ?? standingOf(kind, passing, coverage),
    counts,
    coverage,
    people: everybodyIn(claims),
    authors: row.authors,
    lead: row.lead && asPerson(row.lead),
    dueAt: row.dueAt?.toISOString() ?? null,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}

/** Whoever marked or checks one of the claims, once, always in the same order. */
function everybodyIn(claims: ClaimsTold[]): Person[] {
  const byId = new Map(claims.flatMap((claim) => claim.people).map((one) => [one.id, one]))
  return [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}
