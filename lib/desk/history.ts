/**
 * The log as people read it: of a claim, an article, the desk. Every history comes through one condition, so that what
 * its reader may not see is told in none, counted in none, and in no file.
 */
import { z } from "zod"
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { Moment } from "../domain/article"
import type { Clock } from "../domain/days"
import type { EventView } from "../domain/event"
import { actsOf, instantsOf, type HistoryFilters, type HistoryItem, type HistoryPage } from "../domain/history"
import { Id } from "../domain/id"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { openPlace, sealPlace } from "./cursor"
import { seenBy } from "./seen-by"
import { isSeenEvent } from "./seen-events"
import { sawArticles } from "./who-saw"

/** What is asked of a history, and by which clock its days are the reader's. */
export interface HistoryAsked {
  filters: HistoryFilters
  clock: Clock
  cursor?: string | undefined
  limit?: number | undefined
}

/** More than anybody reads of one claim; the oldest are left out. */
const OF_A_CLAIM = 500

/** What happened to a claim, oldest first; one that was withdrawn keeps its history. */
export async function claimHistory(actor: Actor, { claimId }: { claimId: string }): Promise<EventView[]> {
  const where = { id: claimId, workspaceId: actor.workspaceId, article: seenBy(actor).article }
  const claim = await db().claim.findFirst({ where, select: { id: true } })
  if (!claim) throw refuse("not-found", "claim.notFound")
  const about = Prisma.sql`e."claimId" = ${claimId}::uuid`
  const rows = await told(actor, about, Prisma.sql`e."seq" DESC`, { limit: OF_A_CLAIM })
  await sawArticles(db(), actor, articlesIn(rows))
  return rows.map(eventOf).reverse()
}

/** What happened to an article and all that is in it, newest first. */
export async function articleHistory(
  actor: Actor,
  articleId: string,
  asked: HistoryAsked,
): Promise<HistoryPage & { article: { id: string; title: string; language: string; archivedAt: string | null } }> {
  const select = { id: true, title: true, language: true, archivedAt: true }
  const article = await db().article.findFirst({ where: { id: articleId, ...seenBy(actor).article }, select })
  if (!article) throw refuse("not-found", "article.notFound")
  const at = openPlace(InStream, asked.cursor)
  // An event that is none of the article's is no place in its history, which then begins at its start.
  const after = at
    ? Prisma.sql`e."seq" < coalesce((
        SELECT l."seq" FROM "Event" l WHERE l."id" = ${at[1]}::uuid AND l."streamId" = ${articleId}::uuid), ${NEWEST})`
    : ANY
  const page = await pageOf(actor, Prisma.sql`e."streamId" = ${articleId}::uuid AND ${after}`, asked, ["seq"])
  return { ...page, article: { ...article, archivedAt: article.archivedAt?.toISOString() ?? null } }
}

/** What happened at the desk, in whatever article that its reader sees, newest first. */
export function deskHistory(actor: Actor, asked: HistoryAsked): Promise<HistoryPage> {
  const at = openPlace(InDesk, asked.cursor)
  const after = at ? Prisma.sql`(e."at", e."id") < (${at[1]}::timestamptz, ${at[2]}::uuid)` : ANY
  return pageOf(actor, after, asked, ["at", "id"])
}

/**
 * Where a page ended: with an event that was told. Not with its number in its stream: what is missing between two of them
 * would say how much there is that its reader may not see.
 */
const InStream = z.tuple([z.literal("event"), Id])
const InDesk = z.tuple([z.literal("at"), Moment, Id])

/** More than any stream has. */
const NEWEST = 2 ** 31 - 1

const ANY = Prisma.sql`true`

async function pageOf(
  actor: Actor,
  about: Prisma.Sql,
  { filters, clock, limit = 50 }: HistoryAsked,
  order: readonly ["seq"] | readonly ["at", "id"],
): Promise<HistoryPage> {
  const newest = Prisma.raw(order.map((column) => `e."${column}" DESC`).join(", "))
  const acts = filters.kind && actsOf(filters.kind)
  const asked = Prisma.sql`${about} AND ${askedFor(actor, filters, clock)}`
  const rows = await told(actor, asked, newest, { limit: limit + 1, acts })
  const page = rows.slice(0, limit)
  await sawArticles(db(), actor, articlesIn(page))
  const last = page.at(-1)
  const place = last && (order[0] === "seq" ? ["event", last.id] : ["at", last.at.toISOString(), last.id])
  return { items: page.map(itemOf), next: rows.length > limit && place ? sealPlace(place) : null }
}

/** What is asked for, as a condition on `"Event" e`. */
function askedFor(actor: Actor, filters: HistoryFilters, clock: Clock): Prisma.Sql {
  const { who } = filters
  const { since, before } = instantsOf(filters, clock)
  const conditions = [
    who === "stet" && Prisma.sql`e."actorId" IS NULL`,
    who && who !== "stet" && Prisma.sql`e."actorId" = ${who === "me" ? actor.id : who}::uuid`,
    since && Prisma.sql`e."at" >= ${since}`,
    before && Prisma.sql`e."at" < ${before}`,
  ].filter((one) => one instanceof Prisma.Sql)
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : ANY
}

interface Row {
  id: string
  seq: number
  act: string
  actor: EventView["actor"]
  subjects: EventView["subjects"]
  payload: string | null
  at: Date
  article: HistoryItem["article"]
  claim: HistoryItem["claim"]
  source: HistoryItem["source"]
  member: HistoryItem["member"]
}

/** Events with what they are about, of those that their reader may be told of: in one statement, however many. */
function told(
  actor: Actor,
  about: Prisma.Sql,
  order: Prisma.Sql,
  { limit, acts }: { limit: number; acts?: readonly string[] | undefined },
): Promise<Row[]> {
  const newest = (ofAct: Prisma.Sql) => Prisma.sql`
    SELECT e.* FROM "Event" e
    WHERE e."workspaceId" = ${actor.workspaceId}::uuid AND ${about} AND ${ofAct} AND ${isSeenEvent(actor)}
    ORDER BY ${order} LIMIT ${limit}`
  // Of each act by itself: what is rare is found where it is indexed, not by reading all else.
  const events = acts
    ? Prisma.sql`SELECT e.* FROM unnest(${acts}::text[]) AS wanted (act)
        CROSS JOIN LATERAL (${newest(Prisma.sql`e."act" = wanted.act`)}) e ORDER BY ${order} LIMIT ${limit}`
    : newest(ANY)
  return db().$queryRaw<Row[]>`
    SELECT e."id", e."seq", e."act", e."subjects", e."payload", e."at",
      CASE WHEN m."id" IS NOT NULL THEN jsonb_build_object('id', m."id", 'name', u."name") END AS "actor",
      CASE WHEN a."id" IS NOT NULL
        THEN jsonb_build_object('id', a."id", 'title', a."title", 'language', a."language") END AS "article",
      CASE WHEN c."id" IS NOT NULL THEN jsonb_build_object(
        'number', c."number", 'job', c."job", 'withdrawn', c."withdrawnAt" IS NOT NULL) END AS "claim",
      CASE WHEN s."id" IS NOT NULL THEN jsonb_build_object('id', s."id", 'title', s."title") END AS "source",
      CASE WHEN p."id" IS NOT NULL THEN jsonb_build_object('id', p."id", 'name', v."name") END AS "member"
    FROM (${events}) e
    LEFT JOIN "Membership" m ON m."id" = e."actorId" LEFT JOIN "User" u ON u."id" = m."userId"
    LEFT JOIN "Article" a ON a."id" = e."streamId" AND a."deletedAt" IS NULL
    LEFT JOIN "Claim" c ON c."id" = e."claimId" AND a."id" IS NOT NULL
    LEFT JOIN "Source" s ON s."id" = e."sourceId"
    LEFT JOIN "Membership" p ON p."id" = (e."subjects"->>'membership')::uuid AND p."id" IS DISTINCT FROM e."actorId"
    LEFT JOIN "User" v ON v."id" = p."userId"
    ORDER BY ${order}`
}

const articlesIn = (rows: Row[]) => rows.flatMap(({ article }) => article?.id ?? [])

/** One line of a history. */
function eventOf({ id, act, actor, subjects, payload, at }: Row): EventView {
  return {
    ...{ id, actor, subjects },
    act: act as EventView["act"],
    payload: payload === null ? {} : (JSON.parse(payload) as Record<string, unknown>),
    at: at.toISOString(),
  }
}

const itemOf = (row: Row): HistoryItem => ({
  ...eventOf(row),
  article: row.article,
  claim: row.claim,
  source: row.source,
  member: row.member,
})
