/**
 * Turns at hosts of the web: however many pages of one host come into the ledger at once, and however many servers look,
 * it is asked a page at a time; and not before it says where it has asked to be left alone.
 */
import { db } from "../db"
import { env } from "../env"
import { queueJob, type Jobs } from "../jobs"
import type { NotFetched } from "../outside/fetch-page"
import { lookAtLink } from "./watching"

/** Between two looks at one host. As much as careful crawlers keep; a dozen links of one paper are there in a minute. */
const GAP_SECONDS = 5

/** So long a host may send Stet away. What asks for more is gone for the day, and is asked again tomorrow. */
const MOST_CLOSED_SECONDS = 24 * 60 * 60

/** A look that is put off is given an hour before the watch would queue it again. */
const GRACE_MS = 3_600_000

/** Looks at a source's page when it is its host's turn: now, or later by another job. */
export async function lookInTurn(job: Jobs["link"]): Promise<void> {
  const source = await db().source.findUnique({ where: { id: job.sourceId }, select: { url: true } })
  const own = source?.url && !isOwn(source.url) ? hostOf(source.url) : null
  const turn = own === null ? null : await turnAt(own, job.turnAt)
  if (turn !== null) return putOff(job, turn)
  const stopped = await lookAtLink(job)
  if (stopped) await keepAway(stopped, own)
}

/** Keeps from a host that has asked for it, for as long as it asks; and from the one that leads there, which is asked first. */
async function keepAway({ detail }: NotFetched, own: string | null): Promise<void> {
  const { host, retryAfter } = detail
  if (typeof retryAfter !== "number" || retryAfter <= 0 || host === "") return
  const seconds = Math.min(retryAfter, MOST_CLOSED_SECONDS)
  const hosts = [...new Set([host.toLowerCase(), own ?? host.toLowerCase()])]
  await db().$executeRaw`
    INSERT INTO "HostTurn" AS t ("host", "nextAt", "closedUntil")
    SELECT host, now(), now() + ${seconds} * interval '1 second' FROM unnest(${hosts}::text[]) AS host
    ON CONFLICT ("host") DO UPDATE SET "closedUntil" = greatest(t."closedUntil", EXCLUDED."closedUntil")`
}

/** Forgets hosts that nobody has looked at for a day: where Stet has been is nobody's to read. */
export async function forgetHosts(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "HostTurn" WHERE "nextAt" < now() - interval '1 day' AND coalesce("closedUntil" < now(), true)`
}

const hostOf = (url: string) => new URL(url).hostname.toLowerCase()

/** A server of the desk's own, which is listed so that Stet may reach it, is asked as often as the desk likes. */
function isOwn(url: string): boolean {
  const { hostname, port, protocol } = new URL(url)
  const names = [hostname, `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`]
  return env().STET_FETCH_INSIDE.some((inside) => names.includes(inside))
}

/** Null where it is its turn now; else when it will be. One that has waited for its turn has it, unless the host is closed. */
async function turnAt(host: string, waitedFor: string | undefined): Promise<Date | null> {
  if (waitedFor !== undefined) {
    const closed = await db().hostTurn.count({ where: { host, closedUntil: { gt: new Date() } } })
    if (closed === 0) return null
  }
  // Kept in milliseconds, to which a finer time would be rounded, half the time into the future.
  const [{ at, isNow }] = await db().$queryRaw<[{ at: Date; isNow: boolean }]>`
    INSERT INTO "HostTurn" AS t ("host", "nextAt")
    VALUES (${host}, date_trunc('milliseconds', now()) + ${GAP_SECONDS} * interval '1 second')
    ON CONFLICT ("host") DO UPDATE SET
      "nextAt" = greatest(t."nextAt", t."closedUntil", date_trunc('milliseconds', now())) + ${GAP_SECONDS} * interval '1 second'
    RETURNING "nextAt" - ${GAP_SECONDS} * interval '1 second' AS "at",
      "nextAt" - ${GAP_SECONDS} * interval '1 second' <= now() AS "isNow"`
  return isNow ? null : at
}

async function putOff(job: Jobs["link"], at: Date): Promise<void> {
  const graced = new Date(at.getTime() + GRACE_MS)
  await db().$transaction(async (tx) => {
    await tx.source.updateMany({
      where: { id: job.sourceId, linkDueAt: { lt: graced } },
      data: { linkDueAt: graced },
    })
    await queueJob(tx, "link", { ...job, turnAt: at.toISOString() }, { notBefore: at })
  })
}
