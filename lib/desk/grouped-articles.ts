/**
 * The articles that a filter asks for, as SQL: which group one is in is decided by its claims and sentences, which Prisma
 * can't ask. It says what `standingOf` and `seenBy` say, and its test compares them.
 */
import { Prisma } from "../../prisma/client/client"
import type { ArticleFilter, ArticleGroup } from "../domain/article-list"
import type { Actor } from "../domain/workspace"
import { outOfPlace } from "./coverage"
import { containing } from "./containing"
import { HAS_OPEN_OPINION, isPassed } from "./blind"

/** `seenBy(actor).article` as a condition on `"Article" a`. */
export function seenArticles({ workspaceId, role, id }: Actor): Prisma.Sql {
  const own = Prisma.sql`AND EXISTS (
    SELECT 1 FROM "ArticleAuthor" w WHERE w."articleId" = a."id" AND w."membershipId" = ${id}::uuid)`
  return Prisma.sql`a."workspaceId" = ${workspaceId}::uuid AND a."deletedAt" IS NULL ${role === "author" ? own : Prisma.empty}`
}

/**
 * `asked` and `ready`, to stand after WITH: what a person may see of the articles that a filter asks for, whatever their
 * group, and the ids of those that are ready for sign-off. Which articles have claims alone that have passed is counted in one go,
 * and only of those is more asked, one by one: how many they are no planner can foresee, and its joins would be a gamble.
 */
export function groupedArticles(actor: Actor, filter: ArticleFilter): Prisma.Sql {
  return Prisma.sql`
    asked AS NOT MATERIALIZED (
      SELECT a."id", a."title", a."dueAt", a."kind", a."revisionId", a."archivedAt" IS NOT NULL AS "archived",
             a."goneOut" IS NOT NULL AS "out", a."goneOut" = 'signed_off' IS TRUE AS "signed",
             a."leadId" = ${actor.id}::uuid IS TRUE OR ${worksOn(Prisma.sql`c."assigneeId"`, actor.id)} AS "mine"
      FROM "Article" a WHERE ${Prisma.join([seenArticles(actor), ...conditions(filter)], " AND ")}
    ), settling AS MATERIALIZED (
      SELECT s."id" AS "scaleId", r->>'code' AS "rating"
      FROM "Scale" s CROSS JOIN LATERAL jsonb_array_elements(s."ratings") r
      WHERE s."workspaceId" = ${actor.workspaceId}::uuid AND (r->>'settles')::boolean
    ), passed AS MATERIALIZED (
      SELECT c."articleId" FROM "Claim" c
      WHERE c."workspaceId" = ${actor.workspaceId}::uuid AND c."withdrawnAt" IS NULL
      GROUP BY 1 HAVING bool_and(${isPassed(actor)})
    ), settled AS MATERIALIZED (
      SELECT c."articleId" FROM passed p
      JOIN "Claim" c ON c."articleId" = p."articleId" AND c."withdrawnAt" IS NULL
      LEFT JOIN (
        SELECT d."claimId" FROM "VerdictDraft" d
        JOIN settling s ON s."scaleId" = d."scaleId" AND s."rating" = d."rating") d ON d."claimId" = c."id"
      GROUP BY 1 HAVING bool_and((d."claimId" IS NOT NULL OR c."letStandReason" IS NOT NULL) AND NOT ${HAS_OPEN_OPINION})
    ), ready AS MATERIALIZED (
      SELECT k."id" FROM asked k JOIN settled p ON p."articleId" = k."id"
      WHERE NOT k."archived" AND NOT k."out" AND ${isPlaced} AND (k."kind" = 'factcheck' OR ${isCovered})
    )`
}

/** Whether nobody has to look again at where a claim of `k` stands. */
const isPlaced = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM "Anchor" b JOIN "Claim" c ON c."id" = b."claimId" AND c."withdrawnAt" IS NULL
  WHERE b."revisionId" = k."revisionId" AND ${outOfPlace})`

/** Whether every sentence of `k` is marked or claimed: where all claims are done, that is what coverage asks. */
const isCovered = Prisma.sql`(
  SELECT bool_and(m."ordinal" IS NOT NULL OR (claimed."spans" && int4range(s."start", s."end")) IS TRUE)
  FROM "Sentence" s
  LEFT JOIN "SentenceMark" m ON m."revisionId" = s."revisionId" AND m."ordinal" = s."ordinal"
  CROSS JOIN (
    SELECT range_agg(int4range(b."start", b."end")) AS "spans"
    FROM "Anchor" b JOIN "Claim" c ON c."id" = b."claimId" AND c."withdrawnAt" IS NULL
    WHERE b."revisionId" = k."revisionId" AND b."start" IS NOT NULL) claimed
  WHERE s."revisionId" = k."revisionId") IS NOT FALSE`

/** Each group as a condition on `asked k`. */
export const groups: Record<ArticleGroup, Prisma.Sql> = {
  all: Prisma.sql`NOT k."archived"`,
  mine: Prisma.sql`NOT k."archived" AND k."mine"`,
  checking: Prisma.sql`NOT k."archived" AND NOT k."signed" AND k."id" NOT IN (SELECT "id" FROM ready)`,
  ready: Prisma.sql`k."id" IN (SELECT "id" FROM ready)`,
  signed_off: Prisma.sql`NOT k."archived" AND k."signed"`,
  archived: Prisma.sql`k."archived"`,
}

function conditions({ query, section, person, kind, due }: ArticleFilter): Prisma.Sql[] {
  const words = `%${containing(query ?? "").contains}%`
  return [
    ...(query
      ? [Prisma.sql`(a."title" ILIKE ${words} OR a."publisher" ILIKE ${words} OR a."byline" ILIKE ${words})`]
      : []),
    ...(section ? [Prisma.sql`a."section" = ${section}`] : []),
    ...(person ? [Prisma.sql`(a."leadId" = ${person}::uuid OR ${atWork(person)})`] : []),
    ...(kind ? [Prisma.sql`a."kind" = ${kind}::"ArticleKind"`] : []),
    ...(due?.from ? [Prisma.sql`a."dueAt" >= ${due.from}`] : []),
    ...(due?.before ? [Prisma.sql`a."dueAt" < ${due.before}`] : []),
  ]
}

const atWork = (person: string) =>
  Prisma.sql`(${worksOn(Prisma.sql`c."assigneeId"`, person)} OR ${worksOn(Prisma.sql`c."markedById"`, person)})`

/** Whether one of the article's claims names a person in a column. */
function worksOn(column: Prisma.Sql, person: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "Claim" c WHERE c."articleId" = a."id" AND c."withdrawnAt" IS NULL AND ${column} = ${person}::uuid)`
}
