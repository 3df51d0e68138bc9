/** The ledger's list, filtered and sorted where it is kept, and what rests on each source. */
import { z } from "zod"
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { quoteOf } from "../domain/claim"
import { Id } from "../domain/id"
import { refuse } from "../domain/refusal"
import type { SourceView } from "../domain/source"
import type { RestingClaim, SourceFilters, SourceItem, SourceOrder } from "../domain/source-list"
import type { Actor } from "../domain/workspace"
import { asSeen, hiding } from "./blind"
import { shownRating } from "./claim-list"
import { openPlace, sealPlace } from "./cursor"
import { pageOf } from "./page"
import { knownScales } from "./scales"
import { containing } from "./containing"
import { isSeenSource } from "./seen-sql"
import { asPerson, authoredBy, person, readerOf, seenBy, sourceParts, sourceView, waitingView } from "./seen-by"
import { sawArticles } from "./who-saw"

interface Paging {
  cursor?: string | undefined
  limit?: number
}

/** A page of the sources that are asked for. `cursor` is the `next` of the page before, in the same order. */
export async function listSources(
  actor: Actor,
  filters: SourceFilters,
  { cursor, limit = 50 }: Paging = {},
): Promise<{ items: SourceItem[]; next: string | null }> {
  const { key, known, beyond, order } = ORDERS[filters.sort]
  const place = openPlace(z.tuple([z.literal(filters.sort), known, Id]), cursor)
  const places = await db().$queryRaw<{ id: string; key: string | number; claims: number }[]>`
    SELECT l."id", l."key", l."claims" FROM ${askedOf(actor, filters, key)} l
    WHERE ${citedOr(filters.cited)} AND ${place ? beyond(place[1], place[2]) : Prisma.sql`true`}
    ORDER BY ${order} LIMIT ${limit + 1}`
  const page = places.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await itemsOf(actor, page),
    next:
      places.length > limit && last
        ? sealPlace([filters.sort, filters.sort === "cited" ? last.claims : last.key, last.id])
        : null,
  }
}

/** How many sources are asked for. */
export async function countSources(actor: Actor, filters: SourceFilters): Promise<number> {
  const [{ count }] = await db().$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS "count" FROM ${askedOf(actor, filters, Prisma.sql`0`)} l WHERE ${citedOr(filters.cited)}`
  return count
}

/** One source of the ledger with what its own page tells. */
export async function readLedgerSource(actor: Actor, sourceId: string): Promise<SourceItem> {
  const counted = await db().$queryRaw<{ id: string; claims: number }[]>`
    SELECT s."id", ${claimsOn(actor)} AS "claims" FROM "Source" s
    WHERE ${seenSources(actor)} AND s."id" = ${sourceId}::uuid`
  const [item] = await itemsOf(actor, counted)
  if (!item) throw refuse("not-found", "source.notFound")
  return item
}

/** The live claims that rest on a source, newest first, with the passages that they take from it. */
export async function restingOn(
  actor: Actor,
  sourceId: string,
  { cursor, limit = 50 }: Paging = {},
): Promise<{ items: RestingClaim[]; next: string | null }> {
  const after = openPlace(z.tuple([Id]), cursor)
  const { claim, evidence } = seenBy(actor)
  const cites = { ...evidence, sourceId }
  const rows = await db().claim.findMany({
    where: { AND: [claim, { evidence: { some: cites } }, after ? { id: { lt: after[0] } } : {}] },
    include: {
      article: { select: { id: true, title: true, language: true, ...authoredBy(actor) } },
      anchors: {
        where: { revision: { currentOf: { some: {} } } },
        select: { quote: true },
        orderBy: { ordinal: "asc" },
      },
      draft: { select: { scaleId: true, rating: true } },
      opinions: hiding(actor),
      evidence: {
        where: cites,
        select: {
          ...{ id: true, stance: true, locator: true, excerpt: true, flag: true, flaggedAt: true, excerptFileId: true },
          source: { select: { fileId: true } },
        },
        orderBy: { id: "asc" },
      },
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  })
  const { page, next } = pageOf(rows.map(asSeen), limit)
  await sawArticles(
    db(),
    actor,
    page.map((row) => row.articleId),
  )
  const scaleOf = await knownScales(
    db(),
    page.flatMap((row) => row.draft?.scaleId ?? []),
  )
  const items = page.map(({ id, number, job, state, article: { authors, ...article }, ...row }) => ({
    ...{ id, number, job, state, article, evidence: row.evidence.map(restingEvidence) },
    words: quoteOf(row.anchors) || (row.statement ?? ""),
    waiting: waitingView(readerOf(actor, { authors }), row),
    verdict: row.draft && { rating: shownRating(scaleOf(row.draft.scaleId), row.draft.rating) },
  }))
  return { items, next: next && sealPlace([next]) }
}

interface CitingRow {
  flaggedAt: Date | null
  excerptFileId: string | null
  source: { fileId: string | null }
}

function restingEvidence<Row extends CitingRow>({ flaggedAt, excerptFileId, source, ...row }: Row) {
  const text = (excerptFileId ?? source.fileId) === null ? "none" : "kept"
  return { ...row, flaggedAt: flaggedAt?.toISOString() ?? null, text: text as "kept" | "none" }
}

/** So many are named: a wire story runs in hundreds of papers. */
const NAMED = 50

/** The sources that count as one with this one, newest first; none where it stands by itself. */
export async function groupMembers(actor: Actor, sourceId: string): Promise<SourceView[]> {
  const { source } = seenBy(actor)
  const row = await db().source.findFirst({
    where: { AND: [{ id: sourceId }, source] },
    select: { independenceGroup: true },
  })
  if (!row) throw refuse("not-found", "source.notFound")
  if (row.independenceGroup === null) return []
  const group = { equals: row.independenceGroup, mode: "insensitive" } as const
  const rows = await db().source.findMany({
    where: { AND: [source, { independenceGroup: group, id: { not: sourceId } }] },
    include: sourceParts,
    orderBy: { id: "desc" },
    take: NAMED,
  })
  return rows.map(sourceView)
}

/** More names than one looks through. */
const GROUPS = 500

/** The names of the groups there are, as far as a source of one may be seen. */
export async function listGroups(actor: Actor): Promise<string[]> {
  const rows = await db().source.findMany({
    where: { AND: [seenBy(actor).source, { independenceGroup: { not: null } }] },
    distinct: ["independenceGroup"],
    select: { independenceGroup: true },
    orderBy: { independenceGroup: "asc" },
    take: GROUPS,
  })
  return rows.flatMap(({ independenceGroup }) => independenceGroup ?? [])
}

/** The rows of places, in their order, as far as their reader may see them. */
async function itemsOf(actor: Actor, places: { id: string; claims: number }[]): Promise<SourceItem[]> {
  const rows = await db().source.findMany({
    where: { AND: [{ id: { in: places.map(({ id }) => id) } }, seenBy(actor).source] },
    include: { ...sourceParts, createdBy: person, readers: { include: { membership: person } } },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return places.flatMap(({ id, claims }) => {
    const row = byId.get(id)
    if (!row) return []
    const { createdBy, createdAt, confidential } = row
    const readers = confidential ? row.readers.map(({ membership }) => asPerson(membership)) : []
    const added = { addedBy: asPerson(createdBy), addedAt: createdAt.toISOString() }
    const { linkState: state, linkStateAt: since } = row
    const link = state && since && { state, since: since.toISOString() }
    return { ...sourceView(row), claims, link, readers, ...added }
  })
}

/** Id, key and number of claims of the sources that are asked for, as a table; whether they are cited is asked of it. */
function askedOf(actor: Actor, filters: SourceFilters, key: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT s."id", ${key} AS "key", ${claimsOn(actor)} AS "claims"
    FROM "Source" s WHERE ${Prisma.join([seenSources(actor), ...conditions(filters)], " AND ")})`
}

/** `seenBy(actor).source` as a condition on `"Source" s`. */
export function seenSources(actor: Actor): Prisma.Sql {
  return Prisma.sql`s."workspaceId" = ${actor.workspaceId}::uuid AND ${isSeenSource(actor, "s")}`
}

/** How many claims that a person may see rest on `s`. */
function claimsOn({ role, id }: Actor): Prisma.Sql {
  const own = Prisma.sql`AND EXISTS (
    SELECT 1 FROM "ArticleAuthor" w WHERE w."articleId" = c."articleId" AND w."membershipId" = ${id}::uuid)`
  return Prisma.sql`(
    SELECT count(DISTINCT c."id")::int FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId"
    WHERE e."sourceId" = s."id" AND c."withdrawnAt" IS NULL AND NOT EXISTS (
      SELECT 1 FROM "Article" a WHERE a."id" = c."articleId" AND a."deletedAt" IS NOT NULL)
      ${role === "author" ? own : Prisma.empty})`
}

function conditions({ q, kind, primary, confidential, group, link }: SourceFilters): Prisma.Sql[] {
  const words = `%${containing(q).contains}%`
  return [
    ...(q
      ? [
          Prisma.sql`(s."title" ILIKE ${words} OR s."author" ILIKE ${words} OR s."publisher" ILIKE ${words} OR s."url" ILIKE ${words})`,
        ]
      : []),
    ...(group ? [Prisma.sql`lower(s."independenceGroup") = lower(${group})`] : []),
    ...(kind ? [Prisma.sql`s."kind" = ${kind}::"SourceKind"`] : []),
    ...(link ? [Prisma.sql`s."linkState" = ${link}::"LinkState"`] : []),
    ...(primary ? [Prisma.sql`s."primary" = ${primary === "yes"}`] : []),
    ...(confidential ? [Prisma.sql`s."confidential" = ${confidential === "yes"}`] : []),
  ]
}

function citedOr(cited: SourceFilters["cited"]): Prisma.Sql {
  if (!cited) return Prisma.sql`true`
  return cited === "yes" ? Prisma.sql`l."claims" > 0` : Prisma.sql`l."claims" = 0`
}

/** One way to sort: by a key of `s`, then by id, so that no two are alike; and what lies beyond a place in it. */
interface Order {
  key: Prisma.Sql
  /** What a place in it may hold as its key: what Postgres can be asked for. */
  known: z.ZodType<string | number>
  order: Prisma.Sql
  beyond: (key: string | number, id: string) => Prisma.Sql
}

const ORDERS: Record<SourceOrder, Order> = {
  newest: {
    key: Prisma.sql`0`,
    known: z.literal(0),
    order: Prisma.sql`l."id" DESC`,
    beyond: (_, id) => Prisma.sql`l."id" < ${id}::uuid`,
  },
  cited: {
    key: Prisma.sql`0`,
    known: z.int32(),
    order: Prisma.sql`l."claims" DESC, l."id" DESC`,
    beyond: (claims, id) => Prisma.sql`(l."claims", l."id") < (${claims}::int, ${id}::uuid)`,
  },
  title: {
    key: Prisma.sql`s."title" COLLATE "und-x-icu"`,
    // No title holds NUL.
    known: z.string().refine((title) => !title.includes("\0")),
    order: Prisma.sql`l."key", l."id"`,
    beyond: (title, id) => Prisma.sql`(l."key", l."id") > (${title} COLLATE "und-x-icu", ${id}::uuid)`,
  },
}
