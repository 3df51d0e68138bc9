/**
 * Searching all that is written at a desk. Places are found in one table that triggers keep; what is shown of each is read
 * where it stands, by the same projection as everywhere, so that a slip in the one shows nothing of what the other hides.
 */
import { z } from "zod"
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import {
  FoundKind,
  HIT,
  MOST_OF_A_KIND,
  piecesOf,
  typedQuery,
  windowOf,
  type FoundText,
  type FoundTexts,
  type Piece,
  type Since,
  type TextFilters,
} from "../domain/full-text"
import { Id } from "../domain/id"
import { can } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import { isHidden } from "./blind"
import { openPlace, sealPlace } from "./cursor"
import { readFound, type Place } from "./full-text-rows"
import { seenBy } from "./seen-by"
import { isOwnArticle, isSeenArticle, isSeenComment, isSeenSource } from "./seen-sql"

interface Paging {
  cursor?: string | undefined
  limit?: number
  /** None but these, where more than one and less than all are wanted. */
  kinds?: readonly FoundKind[]
}

/**
 * What holds the words that are asked for, best first, and how many there are of each kind. Of more than can be told apart
 * the newest `MOST_OF_A_KIND` of each kind that the reader may see are looked at: so many are ranked, however common a word is.
 */
export async function searchTexts(
  actor: Actor,
  filters: TextFilters,
  { cursor, limit = 20, kinds = filters.kind ? [filters.kind] : FoundKind.options }: Paging = {},
): Promise<FoundTexts> {
  if (filters.q === "") return { items: [], next: null, counts: countsOf([]), more: [] }
  const after = openPlace(z.tuple([z.int32(), Id, FoundKind]), cursor)
  const beyond = after
    ? Prisma.sql`(f.rank, f.id, f.kind) < (${after[0]}::int, ${after[1]}::uuid, ${after[2]}::text)`
    : Prisma.sql`true`
  const wanted = Prisma.sql`f.kind = ANY (${kinds}::text[])`
  const rows = await db().$queryRaw<(Place & { rank: number; counts: Counted[] | null })[]>`
    WITH ${foundBy(actor, filters)}
    SELECT f.id, f.kind, f.part, f.config, f."sourceId", f.rank, NULL::jsonb AS counts FROM (
      SELECT * FROM found f WHERE ${wanted} AND ${beyond} ORDER BY rank DESC, id DESC, kind DESC LIMIT ${limit + 1}
    ) f
    UNION ALL
    SELECT NULL, NULL, NULL, NULL, NULL, NULL, (
      SELECT coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'count', c.n, 'entries', c.entries)), '[]')
      FROM (SELECT kind, count(*)::int AS n, max(entries)::int AS entries FROM found GROUP BY kind) c)`
  const counted = rows.find((row) => row.counts)?.counts ?? []
  const places = rows.filter((row) => !row.counts)
  const page = places.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await shown(actor, filters.q, page),
    next: places.length > limit && last ? sealPlace([last.rank, last.id, last.kind]) : null,
    counts: countsOf(counted),
    more: counted.flatMap(({ kind, entries }) => (entries > MOST_OF_A_KIND ? kind : [])),
  }
}

interface Counted {
  kind: FoundKind
  /** At most `MOST_OF_A_KIND`. */
  count: number
  /** Notes and parts of files each for itself; one more than are looked at where there are more. */
  entries: number
}

function countsOf(counted: readonly Counted[]): Record<FoundKind, number> {
  const of = (kind: FoundKind) => counted.find((one) => one.kind === kind)?.count ?? 0
  return Object.fromEntries(FoundKind.options.map((kind) => [kind, Math.min(of(kind), MOST_OF_A_KIND)])) as Record<
    FoundKind,
    number
  >
}

/** What an entry of the index is, of which some are about one thing: a note is found as the evidence that it is on. */
const ENTRIES = ["article", "claim", "source", "evidence", "note", "file", "comment"] as const
type EntryKind = (typeof ENTRIES)[number]

/**
 * `found`: id, kind, part, language, source and rank of the newest that hold the words of each kind. Each kind is a
 * statement of its own, in which its reader's restriction comes before the bound: what they may not see takes no place.
 */
function foundBy(actor: Actor, filters: TextFilters): Prisma.Sql {
  const { words, typed } = typedQuery(filters.q)
  const newest = ENTRIES.filter((kind) => isFor(actor, kind)).map((kind) => newestOf(actor, kind, filters))
  return Prisma.sql`asked AS MATERIALIZED (
      SELECT config, search_query(config, ${words}, ${typed}) AS query
      FROM search_configs(${actor.workspaceId}::uuid) AS config
    ), matching AS MATERIALIZED (
      SELECT m.*, a.query FROM asked a CROSS JOIN LATERAL (
        SELECT s."id", s."kind", s."part", s."config", s."workspaceId", s."articleId", s."sourceId" FROM "SearchEntry" s
        WHERE s."workspaceId" = ${actor.workspaceId}::uuid AND s."vector" @@ a.query AND s."config" = a.config
          AND ${askedFor(filters)}
      ) m
    ), newest AS MATERIALIZED (${Prisma.join(newest, " UNION ALL ")}), ranked AS (
      SELECT n.id, CASE n.kind WHEN 'note' THEN 'evidence' ELSE n.kind END AS kind, n.part, n.config::text AS config,
        n."sourceId", (ts_rank(s.vector, n.query, 1) * 100000)::int AS rank, n.entries
      FROM newest n JOIN "SearchEntry" s ON s."id" = n."id" AND s."kind" = n."kind" AND s."part" = n."part"
    ), found AS MATERIALIZED (SELECT DISTINCT ON (kind, id) * FROM ranked ORDER BY kind, id, rank DESC, part)`
}

/** Notes are the desk's, and the ledger is for whoever looks at all articles: to authors its pages lead nowhere. */
function isFor(actor: Actor, kind: EntryKind): boolean {
  if (kind === "note") return can(actor, "note.read")
  return kind !== "source" || can(actor, "desk.read")
}

/** The index of words is asked once for all kinds: the beginning of a word is looked for in the words of all desks. */
function newestOf(actor: Actor, kind: EntryKind, filters: TextFilters): Prisma.Sql {
  const source = kind === "file" ? Prisma.sql`file."sourceId"` : Prisma.sql`s."sourceId"`
  const holder = kind === "file" ? Prisma.sql`CROSS JOIN LATERAL (${sourceOfFile(actor, filters)}) file` : Prisma.empty
  return Prisma.sql`(
    SELECT *, count(*) OVER () AS entries FROM (
      SELECT s."id", s."kind", s."part", s."config", ${source} AS "sourceId", s.query FROM matching s ${holder}
      WHERE s."kind" = ${kind} AND ${seen(actor, kind)}
      ORDER BY s."id" DESC LIMIT ${MOST_OF_A_KIND + 1}
    ) n)`
}

/** The source whose file, or whose page as it once was, holds the text: one that its reader may see. */
function sourceOfFile(actor: Actor, { by }: TextFilters): Prisma.Sql {
  const added = by ? Prisma.sql`o."createdById" = ${by}::uuid` : Prisma.sql`true`
  return Prisma.sql`
    SELECT o."id" AS "sourceId" FROM "Source" o
    WHERE ${isSeenSource(actor, "o")} AND ${citedBy(actor)} AND ${added} AND o."id" IN (
      SELECT f."id" FROM "Source" f WHERE f."workspaceId" = s."workspaceId" AND f."fileId" = s."id"
      UNION ALL SELECT p."sourceId" FROM "Snapshot" p WHERE p."workspaceId" = s."workspaceId" AND p."fileId" = s."id")
    ORDER BY o."id" LIMIT 1`
}

/** An author finds what their own articles rest on, not what the desk collects for others. */
function citedBy(actor: Actor): Prisma.Sql {
  if (actor.role !== "author") return Prisma.sql`true`
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId"
    WHERE e."sourceId" = o."id" AND c."withdrawnAt" IS NULL AND ${isSeenArticle(actor, Prisma.sql`c."articleId"`)})`
}

/** `seenBy(actor)`, for each kind of what is searched. */
function seen(actor: Actor, kind: EntryKind): Prisma.Sql {
  const inArticle = isSeenArticle(actor, Prisma.sql`s."articleId"`)
  const isSeen = Prisma.sql`SELECT 1 FROM "Source" o WHERE o."id" = s."sourceId" AND ${isSeenSource(actor, "o")}`
  switch (kind) {
    case "article":
      return inArticle
    case "claim":
      // It holds the words of its verdict: whoever may not see that finds none of it by words.
      return Prisma.sql`${inArticle} AND NOT ${isHidden(actor, Prisma.sql`s."id"`)}`
    case "source":
      return Prisma.sql`EXISTS (${isSeen})`
    case "note":
      return Prisma.sql`${seen(actor, "evidence")} AND NOT ${isOwnArticle(actor, Prisma.sql`s."articleId"`)}`
    case "evidence":
      return Prisma.sql`${inArticle} AND EXISTS (${isSeen}) AND EXISTS (
        SELECT 1 FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId" WHERE e."id" = s."id" AND c."withdrawnAt" IS NULL
          AND NOT ${isHidden(actor, Prisma.sql`c."id"`)})`
    case "comment":
      return Prisma.sql`${inArticle} AND EXISTS (
        SELECT 1 FROM "Comment" m WHERE m."id" = s."id" AND ${isSeenComment(actor, "m")})`
    case "file":
      // By the source that holds it.
      return Prisma.sql`true`
  }
}

function askedFor({ article, section, language, since, by }: TextFilters): Prisma.Sql {
  const conditions = [
    Prisma.sql`true`,
    ...(article ? [Prisma.sql`s."articleId" = ${article}::uuid`] : []),
    ...(section
      ? [Prisma.sql`EXISTS (SELECT 1 FROM "Article" a WHERE a."id" = s."articleId" AND a."section" = ${section})`]
      : []),
    ...(language ? [Prisma.sql`s."config" = search_config(${language})`] : []),
    // A file is by whoever added the source that holds it.
    ...(by ? [Prisma.sql`(s."byId" = ${by}::uuid OR s."kind" = 'file')`] : []),
    ...(since ? [Prisma.sql`s."id" >= ${firstIdSince(since)}::uuid`] : []),
  ]
  return Prisma.join(conditions, " AND ")
}

const DAYS: Record<Since, number> = { week: 7, month: 31, year: 366 }

/** Ids begin with the millisecond in which they were made. */
function firstIdSince(since: Since): string {
  const from = Date.now() - DAYS[since] * 24 * 60 * 60 * 1000
  const hex = from.toString(16).padStart(12, "0")
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/** What is shown of places, in their order: what could not be read for this reader is left out. */
async function shown(actor: Actor, q: string, places: Place[]): Promise<FoundText[]> {
  const rows = await readFound(actor, places)
  const read = places.flatMap((place) => {
    const row = rows.get(`${place.kind} ${place.id}`)
    return row ? [{ ...row, config: place.config }] : []
  })
  const pieces = await marked(
    q,
    read.map(({ text, config }) => ({ text, config })),
  )
  return read.map(({ found }, at) => ({ ...found, pieces: pieces[at] ?? [] }))
}

/** The words around what was looked for, of each text. They come from texts that were read for their reader alone. */
async function marked(q: string, texts: { text: string; config: string }[]): Promise<Piece[][]> {
  if (texts.length === 0) return []
  const { words, typed } = typedQuery(q)
  // Postgres skips what looks like markup; here it is words like all others.
  const clean = texts.map(({ text }) =>
    windowOf(text, q)
      .replace(/[\uE000-\uE003]/g, "")
      .replaceAll("<", "\uE002")
      .replaceAll(">", "\uE003"),
  )
  const options = `StartSel=${HIT.start}, StopSel=${HIT.end}, MaxWords=34, MinWords=14, MaxFragments=2, FragmentDelimiter=" … "`
  const rows = await db().$queryRaw<{ line: string }[]>`
    SELECT ts_headline(g.config::regconfig, g.words, search_query(g.config::regconfig, ${words}, ${typed}), ${options}) AS line
    FROM unnest(${clean}::text[], ${texts.map(({ config }) => config)}::text[]) WITH ORDINALITY AS g (words, config, place)
    ORDER BY g.place`
  return rows.map(({ line }) => piecesOf(line.replaceAll("\uE002", "<").replaceAll("\uE003", ">")))
}

/** The languages of the articles that somebody sees: what can be asked for. */
export async function articleLanguages(actor: Actor): Promise<string[]> {
  const rows = await db().article.groupBy({
    by: ["language"],
    where: seenBy(actor).article,
    orderBy: { language: "asc" },
  })
  return rows.map(({ language }) => language)
}
