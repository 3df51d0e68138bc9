/** Which events exist for a person, as a condition for a statement: what they may not see has not happened for them either. */
import { Prisma } from "../../prisma/client/client"
import { OPEN_ACTS } from "../domain/event"
import { actsOf } from "../domain/history"
import { can } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import { isHidden } from "./blind"
import { otherLanes } from "./relations"
import { isOwnArticle, isSeenArticle, isSeenSource } from "./seen-sql"

/** The events, as `"Event" e`, of articles that a person sees, and about nothing that they don't; within their workspace, which the statement says. */
export function isSeenEvent(actor: Actor): Prisma.Sql {
  const conditions = [
    isSeenArticle(actor, Prisma.sql`e."streamId"`),
    hasSeenSources(actor),
    isSaidTo(actor),
    tellsOfNoHiddenVerdict(actor),
  ]
  // Whom the desk asked is the desk's to know, and who complained its editors': not its author's, whatever their role.
  for (const [subject, question] of OF_FEW) {
    const isAbout = Prisma.sql`jsonb_exists(e."subjects", ${subject}::text)`
    const isTold = can(actor, question, NOBODYS) ? Prisma.sql`NOT ${isTheirArticle(actor)}` : Prisma.sql`false`
    conditions.push(Prisma.sql`(NOT ${isAbout} OR ${isTold})`)
  }
  if (actor.role !== "owner") conditions.push(isTheirs(actor), IS_NOT_DELETED)
  return Prisma.join(conditions, " AND ")
}

/** What an event can be about that few are told of, and the policy's question. */
const OF_FEW = [
  ["contact", "note.read"],
  ["complaint", "complaint.read"],
] as const

/** An article that its reader has nothing to do with. */
const NOBODYS = { authorIds: [], leadId: null }

const isTheirArticle = (actor: Actor) => isOwnArticle(actor, Prisma.sql`e."streamId"`)

/** Of a claim whose verdict a person may not see: its words, how it is arranged, and what they asked or gave themselves. */
function tellsOfNoHiddenVerdict(actor: Actor): Prisma.Sql {
  return Prisma.sql`(e."claimId" IS NULL OR e."act" = ANY (${[...OPEN_ACTS]}::text[]) 
    OR (e."actorId" = ${actor.id}::uuid AND e."act" ~ '^(comment|opinion)[.]')
    OR NOT ${isHidden(actor, Prisma.sql`e."claimId"`)})`
}

/** What is deleted is the owners' to know of, who may erase it. */
const IS_NOT_DELETED = Prisma.sql`e."act" <> 'article.erased' AND NOT EXISTS (
  SELECT 1 FROM "Article" a WHERE a."id" = e."streamId" AND a."deletedAt" IS NOT NULL)`

/** Each source that it is about is one that its reader sees, or has turned out to be one. */
function hasSeenSources(actor: Actor): Prisma.Sql {
  return Prisma.sql`(e."sourceId" IS NULL AND NOT jsonb_exists(e."subjects", 'sources') OR NOT EXISTS (
    SELECT 1 FROM jsonb_array_elements_text(
      coalesce(e."subjects"->'sources', jsonb_build_array(e."subjects"->>'source'))) about
    WHERE NOT EXISTS (
      SELECT 1 FROM "Source" told LEFT JOIN "Source" became ON became."id" = told."mergedIntoId"
      WHERE told."id" = about::uuid AND told."workspaceId" = ${actor.workspaceId}::uuid
        AND (${isSeenSource(actor, "told")} OR (became."id" IS NOT NULL AND ${isSeenSource(actor, "became")})))))`
}

/** How people sign in, and with which tokens, is for owners to know, and for whom it is about. */
function isTheirs({ id }: Actor): Prisma.Sql {
  return Prisma.sql`(e."act" <> ALL (${actsOf("desk")}::text[])
    OR e."actorId" = ${id}::uuid OR e."subjects"->>'membership' = ${id})`
}

/** What the desk says to itself is its own, and what is said of the law its editors'; a question is for whoever it is put to. */
function isSaidTo(actor: Actor): Prisma.Sql {
  const lanes = otherLanes(actor)
  // As `isSeenComment`: of an article that they have written nobody is told more than its author is.
  const notTheirs = Prisma.sql`NOT ${isTheirArticle(actor)}`
  const lane = Prisma.sql`coalesce(e."payload"::jsonb->>'kind', 'note')`
  return Prisma.sql`CASE
    WHEN e."act" LIKE 'comment.%' THEN ${lane} = 'query' OR (${lane} = ANY (${lanes}::text[]) AND ${notTheirs})
    WHEN e."act" LIKE 'legal.%' THEN ${lanes.includes("note")} AND ${notTheirs}
    WHEN e."act" = 'remark.decided' THEN coalesce(e."payload"::jsonb->>'outcome', 'query') = 'query'
      OR (${lanes.includes("note")} AND ${notTheirs})
    ELSE true END`
}
