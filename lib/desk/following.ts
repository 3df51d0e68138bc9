/**
 * Who follows what. People follow by their part in it: who checks a claim, whose verdict it is, who has spoken about it,
 * who leads the article. Their own word comes before that, and what they said of a claim before what they said of its
 * article. A matter of their own: nothing of the desk changes by it.
 */
import { db, type Tx } from "../db"
import type { FollowWords } from "../domain/follow"
import type { FollowArticle, FollowClaim } from "../domain/notification"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { seenBy } from "./relations"

/** Somebody who follows a claim. */
export interface Follower {
  claimId: string
  membershipId: string
  articleId: string
  /** Works on it or has asked to hear of it; not so who leads its article by that alone. */
  closely: boolean
}

/** Follows an article, with all its claims, or hears no more of it. */
export async function followArticle(
  actor: Actor,
  { articleId, follows }: FollowArticle,
): Promise<{ follows: boolean }> {
  await assertSeen(actor, { articleId })
  const { id: membershipId, workspaceId } = actor
  await db().articleFollow.upsert({
    where: { articleId_membershipId: { articleId, membershipId } },
    create: { workspaceId, articleId, membershipId, follows },
    update: { follows },
  })
  return { follows }
}

/** Follows a claim, or hears no more of it. */
export async function followClaim(actor: Actor, { claimId, follows }: FollowClaim): Promise<{ follows: boolean }> {
  await assertSeen(actor, { claimId })
  const { id: membershipId, workspaceId } = actor
  await db().claimFollow.upsert({
    where: { claimId_membershipId: { claimId, membershipId } },
    create: { workspaceId, claimId, membershipId, follows },
    update: { follows },
  })
  return { follows }
}

/** What a person has said of following an article and its claims, and where in it they have a part that the claims don't show. */
export async function readFollowing(actor: Actor, articleId: string): Promise<FollowWords> {
  const { id: membershipId } = actor
  const [whole, claims, part] = await Promise.all([
    db().article.findFirst({
      where: { id: articleId, ...seenBy(actor).article },
      select: { follows: { where: { membershipId }, select: { follows: true } } },
    }),
    db().claimFollow.findMany({
      where: { membershipId, claim: { articleId } },
      select: { claimId: true, follows: true },
      take: MOST_CLAIMS,
    }),
    partsIn(actor, articleId),
  ])
  if (!whole) throw refuse("not-found", "article.notFound")
  return {
    article: whole.follows[0]?.follows ?? null,
    claims: Object.fromEntries(claims.map(({ claimId, follows }) => [claimId, follows])),
    part,
  }
}

/** More than an article has. */
const MOST_CLAIMS = 2_000

/** The claims of an article that somebody has written about, or has made a verdict of. */
async function partsIn({ id }: Actor, articleId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ claimId: string }[]>`
    SELECT m."claimId" FROM "Comment" m
      WHERE m."articleId" = ${articleId}::uuid AND m."writtenById" = ${id}::uuid AND m."claimId" IS NOT NULL
    UNION SELECT r."claimId" FROM "RoundAuthor" w JOIN "Round" r ON r."id" = w."roundId"
      JOIN "Claim" c ON c."id" = r."claimId"
      WHERE c."articleId" = ${articleId}::uuid AND w."membershipId" = ${id}::uuid
    UNION SELECT w."claimId" FROM "ClaimAuthor" w JOIN "Claim" c ON c."id" = w."claimId"
      WHERE c."articleId" = ${articleId}::uuid AND w."membershipId" = ${id}::uuid
    ORDER BY 1`
  return rows.map(({ claimId }) => claimId)
}

/** Refuses what the actor may not see. */
async function assertSeen(actor: Actor, asked: { claimId: string } | { articleId: string }): Promise<void> {
  const { claim, article } = seenBy(actor)
  const found =
    "claimId" in asked
      ? await db().claim.count({ where: { id: asked.claimId, ...claim } })
      : await db().article.count({ where: { id: asked.articleId, ...article } })
  if (found === 0) throw refuse("not-found", "claimId" in asked ? "claim.notFound" : "article.notFound")
}

/** Everybody who follows some claims, whatever they may see of them today. */
export function followersOf(tx: Tx, workspaceId: string, claimIds: readonly string[]): Promise<Follower[]> {
  const ids = [...claimIds]
  return tx.$queryRaw<Follower[]>`
    WITH asked AS (
      SELECT c."id", c."articleId", coalesce(c."assigneeId", c."markedById") AS checker, a."leadId"
      FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId"
      WHERE c."workspaceId" = ${workspaceId}::uuid AND c."id" = ANY (${ids}::uuid[])
    ), part AS (
      SELECT "id" AS claim, checker AS member, true AS closely FROM asked
      UNION ALL SELECT w."claimId", w."membershipId", true FROM "ClaimAuthor" w JOIN asked k ON k."id" = w."claimId"
      UNION ALL SELECT r."claimId", w."membershipId", true FROM "RoundAuthor" w
        JOIN "Round" r ON r."id" = w."roundId" JOIN asked k ON k."id" = r."claimId"
      UNION ALL SELECT m."claimId", m."writtenById", true FROM "Comment" m JOIN asked k ON k."id" = m."claimId"
      UNION ALL SELECT k."id", f."membershipId", true FROM "ArticleFollow" f
        JOIN asked k ON k."articleId" = f."articleId" WHERE f."follows"
      UNION ALL SELECT f."claimId", f."membershipId", true FROM "ClaimFollow" f
        JOIN asked k ON k."id" = f."claimId" WHERE f."follows"
      UNION ALL SELECT "id", "leadId", false FROM asked WHERE "leadId" IS NOT NULL
    )
    SELECT part.claim AS "claimId", part.member AS "membershipId", k."articleId", bool_or(part.closely) AS closely
    FROM part JOIN asked k ON k."id" = part.claim
    LEFT JOIN "ClaimFollow" own ON own."claimId" = part.claim AND own."membershipId" = part.member
    LEFT JOIN "ArticleFollow" whole ON whole."articleId" = k."articleId" AND whole."membershipId" = part.member
    WHERE coalesce(own."follows", whole."follows", true)
    GROUP BY part.claim, part.member, k."articleId" ORDER BY part.claim, part.member`
}

/** Everybody who hears of an article whole: who leads it or follows it, and who follows one of its claims by their part in it. */
export async function articleFollowers(tx: Tx, workspaceId: string, articleId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ member: string }[]>`
    WITH part AS (
      SELECT "leadId" AS member FROM "Article" WHERE "id" = ${articleId}::uuid AND "leadId" IS NOT NULL
      UNION SELECT "membershipId" FROM "ArticleFollow" WHERE "articleId" = ${articleId}::uuid AND "follows"
      UNION SELECT coalesce("assigneeId", "markedById") FROM "Claim"
        WHERE "articleId" = ${articleId}::uuid AND "withdrawnAt" IS NULL
      UNION SELECT w."membershipId" FROM "RoundAuthor" w JOIN "Round" r ON r."id" = w."roundId"
        JOIN "Claim" c ON c."id" = r."claimId" WHERE c."articleId" = ${articleId}::uuid AND c."withdrawnAt" IS NULL
      UNION SELECT f."membershipId" FROM "ClaimFollow" f JOIN "Claim" c ON c."id" = f."claimId"
        WHERE c."articleId" = ${articleId}::uuid AND f."follows"
    )
    SELECT part.member FROM part
    LEFT JOIN "ArticleFollow" whole ON whole."articleId" = ${articleId}::uuid AND whole."membershipId" = part.member
    JOIN "Membership" m ON m."id" = part.member AND m."workspaceId" = ${workspaceId}::uuid
    WHERE coalesce(whole."follows", true) ORDER BY 1`
  return rows.map(({ member }) => member)
}
