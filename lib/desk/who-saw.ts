/**
 * Who has seen the first verdict of a claim, or may have: they give no second opinion on it. As long as nobody may see it
 * by chance, that is whoever looked in; before an opinion is asked for, whoever worked on it or read its article since.
 */
import { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import type { Actor } from "../domain/workspace"

/** Remembers that somebody sees the first verdict of these claims. */
export async function sawVerdicts(tx: Tx, { workspaceId, id: membershipId }: Actor, claimIds: string[]): Promise<void> {
  const data = claimIds.map((claimId) => ({ workspaceId, claimId, membershipId }))
  await tx.verdictSeen.createMany({ data, skipDuplicates: true })
}

/** Whether somebody has seen the first verdict of a claim, as far as it was remembered. */
export async function hasSeen(tx: Tx, membershipId: string, claimId: string): Promise<boolean> {
  return (await tx.verdictSeen.count({ where: { claimId, membershipId } })) > 0
}

/** How exactly it is known when somebody read. */
const MINUTE = 60_000

/** What was written down by this process, and when: whose reading is known to the minute is asked of no database. */
const known = new Map<string, number>()
const MOST_KNOWN = 20_000

/**
 * Remembers that somebody reads what tells of the verdicts of these articles: at most once a minute for each. Of everybody,
 * for who may not check today may tomorrow.
 */
export async function sawArticles(tx: Tx, { workspaceId, id }: Actor, articleIds: readonly string[]): Promise<void> {
  const now = Date.now()
  const fresh = (articleId: string) => (known.get(`${id} ${articleId}`) ?? 0) > now - MINUTE
  const news = [...new Set(articleIds)].filter((articleId) => !fresh(articleId)).sort()
  if (news.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "ArticleSeen" AS s ("workspaceId", "articleId", "membershipId", "seenAt")
    SELECT ${workspaceId}::uuid, a."id", ${id}::uuid, now() FROM "Article" a
    WHERE a."workspaceId" = ${workspaceId}::uuid AND a."id" = ANY (${news}::uuid[]) ORDER BY a."id"
    ON CONFLICT ("articleId", "membershipId") DO UPDATE SET "seenAt" = excluded."seenAt"
    WHERE s."seenAt" < excluded."seenAt"`
  // What an act writes may come to nothing.
  if (tx !== db()) return
  if (known.size > MOST_KNOWN) known.clear()
  for (const articleId of news) known.set(`${id} ${articleId}`, now)
}

/**
 * Remembers of a claim, whose article is locked, everybody who may have seen its first verdict: who worked on it, and who
 * read the article since it was begun, or since it was kept from nobody but `since`. Where nobody has begun, only the former.
 */
export async function rememberWhoSaw(
  tx: Tx,
  { workspaceId }: Pick<Actor, "workspaceId">,
  claim: { id: string; articleId: string },
  { since, but }: { since: Date | null; but: string | null },
): Promise<void> {
  const readSince = since && new Date(since.getTime() - 2 * MINUTE)
  const others = but ? Prisma.sql`m."id" <> ${but}::uuid` : Prisma.sql`true`
  await tx.$executeRaw`
    INSERT INTO "VerdictSeen" ("workspaceId", "claimId", "membershipId")
    SELECT ${workspaceId}::uuid, ${claim.id}::uuid, m."id" FROM "Membership" m
    WHERE m."workspaceId" = ${workspaceId}::uuid AND ${others} AND (
      EXISTS (SELECT 1 FROM "ClaimAuthor" a WHERE a."claimId" = ${claim.id}::uuid AND a."membershipId" = m."id")
      OR EXISTS (SELECT 1 FROM "VerdictDraft" d WHERE d."claimId" = ${claim.id}::uuid AND d."draftedById" = m."id")
      OR EXISTS (SELECT 1 FROM "Round" r WHERE r."claimId" = ${claim.id}::uuid AND (r."senderId" = m."id"
        OR EXISTS (SELECT 1 FROM "RoundAuthor" a WHERE a."roundId" = r."id" AND a."membershipId" = m."id")
        OR EXISTS (SELECT 1 FROM "Review" v WHERE v."roundId" = r."id" AND v."reviewerId" = m."id")))
      OR EXISTS (SELECT 1 FROM "ArticleSeen" s WHERE s."articleId" = ${claim.articleId}::uuid AND s."membershipId" = m."id"
        AND s."seenAt" >= ${readSince}::timestamptz))
    ON CONFLICT DO NOTHING`
}

/** When the first verdict of a claim was begun; null where it has not been. */
export async function begunAt(tx: Tx, claimId: string): Promise<Date | null> {
  const first = await tx.event.findFirst({
    where: { claimId, act: "verdict.drafted" },
    select: { at: true },
    orderBy: { seq: "asc" },
  })
  return first?.at ?? null
}

/** Whoever was an author of an article until now has seen its verdicts: they were kept from none of them. */
export async function sawAsAuthors(tx: Tx, articleId: string, authorIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "VerdictSeen" ("workspaceId", "claimId", "membershipId")
    SELECT o."workspaceId", o."claimId", m FROM "SecondOpinion" o
      JOIN "Claim" c ON c."id" = o."claimId" AND c."articleId" = ${articleId}::uuid, unnest(${authorIds}::uuid[]) m
    WHERE o."withdrawnAt" IS NULL AND o."revealedAt" IS NULL AND o."takenById" IS DISTINCT FROM m
    ON CONFLICT DO NOTHING`
}
