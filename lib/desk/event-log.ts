/**
 * The log as other systems read it: in the order of its transactions, from a place onwards, as far as its reader sees. None
 * is skipped: an event is told once no transaction that began before its own can still commit one.
 */
import { z } from "zod"
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { OPEN_ACTS, type EventView } from "../domain/event"
import { refuseField } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { seal, unseal } from "./secrets"
import { isSeenEvent } from "./seen-events"
import { sawArticles } from "./who-saw"

/** All up to an event has been told, or looked at: its transaction, and its id within that. */
export interface LogPlace {
  xid: string
  id: string
}

/** An event, and the place behind it. */
export interface LoggedEvent {
  event: EventView
  /** The article that it happened in; null at the desk. */
  articleId: string | null
  place: LogPlace
}

/** What there is to tell from a place on. */
export interface LogPart {
  items: LoggedEvent[]
  /** Where to go on from, which may be behind the last item. */
  place: LogPlace
  /** `now`: there is more at once; `soon`: something is written that can't be told yet; `later`: this is the end. */
  more: "now" | "soon" | "later"
}

/** Before the first event. */
export const LOG_START: LogPlace = { xid: "0", id: "00000000-0000-0000-0000-000000000000" }

/** A page of the log for its reader outside; `next` is always a place to go on from: the log has no end. */
export async function readEvents(
  actor: Actor,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: EventView[]; next: string; more: boolean }> {
  const part = await readLog(actor, after === undefined ? LOG_START : openLogPlace(actor, after), limit)
  await sawTold(actor, part.items)
  const items = part.items.map(({ event }) => event)
  return { items, next: sealLogPlace(actor, part.place), more: part.more === "now" }
}

/** Remembers whom these events may have told of a verdict: they give no second one on it blind. */
export function sawTold(actor: Actor, items: readonly LoggedEvent[]): Promise<void> {
  const telling = items.filter(({ event }) => event.subjects.claim && !OPEN.has(event.act))
  return sawArticles(
    db(),
    actor,
    telling.flatMap(({ articleId }) => articleId ?? []),
  )
}

const OPEN = new Set<string>(OPEN_ACTS)

/** A place as it stands in an address: it can be read by nobody, since it would tell how much happens that they don't see. */
export function sealLogPlace({ workspaceId }: Pick<Actor, "workspaceId">, { xid, id }: LogPlace): string {
  return seal(JSON.stringify([xid, id]), `place in the log of ${workspaceId}`)
}

/** The place that was sealed for this workspace. Refuses what is none: to begin anew would tell everything twice. */
export function openLogPlace({ workspaceId }: Pick<Actor, "workspaceId">, sealed: string): LogPlace {
  try {
    const [xid, id] = SealedPlace.parse(JSON.parse(unseal(sealed, `place in the log of ${workspaceId}`)))
    return { xid, id }
  } catch {
    throw refuseField("after", "http.unknownCursor")
  }
}

const SealedPlace = z.tuple([z.string().regex(/^\d{1,19}$/), z.uuid()])

/**
 * The end of a desk's log as it is now: its last event that can be told, and no place behind that. After a crash Postgres may
 * give the numbers of transactions that had written nothing to others, and what those write would lie before such a place.
 */
export async function endOfLog({ workspaceId }: Pick<Actor, "workspaceId">): Promise<LogPlace> {
  const [last] = await db().$queryRaw<LogPlace[]>`
    SELECT e."xid"::text, e."id" FROM "Event" e WHERE e."workspaceId" = ${workspaceId}::uuid AND e."xid" < ${XMIN}
    ORDER BY e."xid" DESC, e."id" DESC LIMIT 1`
  return last ?? LOG_START
}

/** Transactions below it have ended; those from it on may still be under way. */
const XMIN = Prisma.sql`(pg_snapshot_xmin(pg_current_snapshot())::text)::bigint`

interface Row {
  endXid: string | null
  endId: string | null
  held: boolean
  id: string | null
  xid: string
  streamId: string
  act: EventView["act"]
  actor: EventView["actor"]
  subjects: EventView["subjects"]
  payload: string | null
  at: Date
}

/** The next events behind a place, as far as their reader sees: in one statement, so that all is of one moment. */
export async function readLog(actor: Actor, { xid, id }: LogPlace, limit: number): Promise<LogPart> {
  const isBehind = Prisma.sql`e."workspaceId" = ${actor.workspaceId}::uuid
    AND (e."xid", e."id") > (${xid}::bigint, ${id}::uuid) AND e."xid" < h."xmin"`
  const rows = await db().$queryRaw<Row[]>`
    WITH h AS MATERIALIZED (SELECT ${XMIN} AS "xmin")
    SELECT last."xid"::text AS "endXid", last."id" AS "endId", EXISTS (
        SELECT 1 FROM "Event" e WHERE e."workspaceId" = ${actor.workspaceId}::uuid AND e."xid" >= h."xmin") AS "held",
      e."id", e."xid"::text, e."streamId", e."act", e."subjects", e."payload", e."at",
      CASE WHEN m."id" IS NOT NULL THEN jsonb_build_object('id', m."id", 'name', u."name") END AS "actor"
    FROM h LEFT JOIN LATERAL (
      SELECT e."xid", e."id" FROM "Event" e WHERE ${isBehind} ORDER BY e."xid" DESC, e."id" DESC LIMIT 1
    ) last ON true
    LEFT JOIN LATERAL (
      SELECT e.* FROM "Event" e WHERE ${isBehind} AND ${isSeenEvent(actor)} ORDER BY e."xid", e."id" LIMIT ${limit}
    ) e ON true
    LEFT JOIN "Membership" m ON m."id" = e."actorId" LEFT JOIN "User" u ON u."id" = m."userId"
    ORDER BY e."xid", e."id"`
  const items = rows.flatMap((row) => (row.id === null ? [] : [logged(actor, { ...row, id: row.id })]))
  const full = items.length === limit ? items.at(-1) : undefined
  if (full) return { items, place: full.place, more: "now" }
  const { endXid = null, endId = null, held = false } = rows[0] ?? {}
  return {
    items,
    place: endXid === null || endId === null ? { xid, id } : { xid: endXid, id: endId },
    more: held ? "soon" : "later",
  }
}

/** One event, where its reader may be told of it. */
export async function readLogged(actor: Actor, id: string): Promise<LoggedEvent | null> {
  const [row] = await db().$queryRaw<(Row & { id: string })[]>`
    SELECT e."id", e."xid"::text, e."streamId", e."act", e."subjects", e."payload", e."at",
      CASE WHEN m."id" IS NOT NULL THEN jsonb_build_object('id', m."id", 'name', u."name") END AS "actor"
    FROM "Event" e LEFT JOIN "Membership" m ON m."id" = e."actorId" LEFT JOIN "User" u ON u."id" = m."userId"
    WHERE e."id" = ${id}::uuid AND e."workspaceId" = ${actor.workspaceId}::uuid AND ${isSeenEvent(actor)}`
  return row ? logged(actor, row) : null
}

function logged({ workspaceId }: Actor, row: Row & { id: string }): LoggedEvent {
  const { id, xid, streamId, act, actor, subjects, at } = row
  const payload = row.payload === null ? {} : (JSON.parse(row.payload) as Record<string, unknown>)
  return {
    event: { ...{ id, act, actor, subjects, payload }, at: at.toISOString() },
    articleId: streamId === workspaceId ? null : streamId,
    place: { xid, id },
  }
}
