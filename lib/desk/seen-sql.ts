/** `seenBy(actor)` for statements that are written by hand: the same conditions, in the same words. */
import { Prisma } from "../../prisma/client/client"
import type { Actor } from "../domain/workspace"
import { isHidden } from "./blind"
import { otherLanes } from "./relations"

/** A source, under the name that it has in the statement; within its workspace, which the statement says. */
export function isSeenSource({ role, id }: Actor, name: string): Prisma.Sql {
  const s = Prisma.raw(name)
  const here = Prisma.sql`${s}."mergedIntoId" IS NULL`
  if (role === "owner" || role === "editor") return here
  if (role !== "checker") return Prisma.sql`${here} AND NOT ${s}."confidential"`
  return Prisma.sql`${here} AND (NOT ${s}."confidential" OR EXISTS (
    SELECT 1 FROM "SourceReader" r WHERE r."sourceId" = ${s}."id" AND r."membershipId" = ${id}::uuid))`
}

/** The article of that id: an author sees their own alone. */
export function isSeenArticle({ role, id }: Pick<Actor, "role" | "id">, articleId: Prisma.Sql): Prisma.Sql {
  return role === "author" ? isOwnArticle({ id }, articleId) : Prisma.sql`true`
}

/** Whether a person is an author of the article of that id, whatever their role. */
export function isOwnArticle({ id }: Pick<Actor, "id">, articleId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "ArticleAuthor" w WHERE w."articleId" = ${articleId} AND w."membershipId" = ${id}::uuid)`
}

/** A comment, under the name that it has in the statement; of an article that is seen, which the statement says. */
export function isSeenComment(actor: Actor, name: string): Prisma.Sql {
  const m = Prisma.raw(name)
  const open = Prisma.sql`(${m}."claimId" IS NULL OR NOT ${isHidden(actor, Prisma.sql`${m}."claimId"`)} OR (${m}."kind" = 'query'
    AND (${m}."writtenById" = ${actor.id}::uuid OR (${m}."answer" AND EXISTS (
      SELECT 1 FROM "Comment" t WHERE t."id" = ${m}."threadId" AND t."writtenById" = ${actor.id}::uuid)))))`
  return Prisma.sql`${open} AND (${m}."kind" = 'query' OR (${m}."kind"::text = ANY (${otherLanes(actor)}::text[])
    AND NOT ${isOwnArticle(actor, Prisma.sql`${m}."articleId"`)}))`
}
