/** What the doctor finds in the database: Postgres itself, the tables, the jobs, and what somebody should look at. */
import type pg from "pg"
import { finding, judged, type Finding } from "./doctor-finding"
import { connected, one } from "./connection"
import { migrationsOf } from "./current"
import { sizeOf, type Question } from "./reply"

/** The oldest Postgres that has what the migrations ask for. */
const OLDEST = 150_000

/** Two processes of twelve and three connections each, and one for whoever looks after it. */
const CONNECTIONS = 31

/** Milliseconds that two clocks may differ by. */
const SKEW = { warn: 2_000, broken: 60_000 }

const PATIENCE_MS = 10_000

export async function examineDatabase(found: Question["found"]): Promise<Finding[]> {
  let client: pg.Client | undefined
  try {
    client = await connected(process.env.DATABASE_URL ?? "", { statement_timeout: PATIENCE_MS })
    const tables = await migrationsOf(client)
    const server = [...(await postgres(client, found)), tables]
    return tables.state === "broken" ? server : [...server, ...(await jobs(client, found)), ...(await desks(client))]
  } catch (error) {
    return [finding("database", "broken", (error as Error).message, "start it, or look at DATABASE_URL")]
  } finally {
    await client?.end().catch(() => undefined)
  }
}

const PLACE: Record<Question["found"], string> = {
  given: "of DATABASE_URL",
  running: "of the data folder, which is in use",
  started: "of the data folder, started for this",
  none: "none",
}

interface Server {
  version: string
  number: number
  encoding: string
  collation: string
  sorts: boolean
  connections: number
  bytes: string
  now: Date
}

async function postgres(client: pg.Client, found: Question["found"]): Promise<Finding[]> {
  const asked = Date.now()
  const server = await one<Server>(
    client,
    `SELECT current_setting('server_version') AS "version", current_setting('server_version_num')::int AS "number",
            pg_encoding_to_char(encoding) AS "encoding", datcollate AS "collation",
            EXISTS (SELECT 1 FROM pg_collation WHERE collname = 'und-x-icu') AS "sorts",
            current_setting('max_connections')::int AS "connections",
            pg_database_size(oid)::text AS "bytes", clock_timestamp() AS "now"
     FROM pg_database WHERE datname = current_database()`,
  )
  const answered = Date.now()
  const { version, number, connections, bytes } = server
  const isOld = number < OLDEST
  const says = `Postgres ${version} ${PLACE[found]}, ${sizeOf(Number(bytes))}`
  return [
    finding("database", isOld ? "broken" : "ok", says, isOld ? "Stet needs Postgres 15 or newer" : undefined),
    textOf(server),
    judged("connections", `${connections} at most`, connections < CONNECTIONS, `let it take ${CONNECTIONS}`),
    clocks(Math.max(asked - server.now.getTime(), server.now.getTime() - answered, 0)),
  ]
}

function textOf({ encoding, collation, sorts }: Server): Finding {
  const says = `${encoding}, ${collation}`
  if (encoding !== "UTF8")
    return finding("texts", "broken", says, "make a database with ENCODING 'UTF8', and restore there")
  if (!sorts) return finding("texts", "broken", `${says}, without ICU`, "use a Postgres that was built with ICU")
  return finding("texts", "ok", says)
}

function clocks(skew: number): Finding {
  const state = skew > SKEW.broken ? "broken" : skew > SKEW.warn ? "warn" : "ok"
  const says = state === "ok" ? "as here" : `${Math.round(skew / 1000)} seconds from here`
  return finding("clock", state, says, state === "ok" ? undefined : "let both machines keep time by NTP")
}

interface Queue {
  waiting: number
  /** Seconds that the oldest has waited beyond its time. */
  oldest: number | null
  failed: number
  /** Seconds since the chores were done last. */
  chores: number | null
}

/** Minutes after which somebody should have done what waits. */
const LATE = 10

async function jobs(client: pg.Client, found: Question["found"]): Promise<Finding[]> {
  const { there } = await one<{ there: boolean }>(client, `SELECT to_regclass('pgboss.job') IS NOT NULL AS "there"`)
  if (!there) return [finding("jobs", "warn", "no server has begun to do any yet", "npm start")]
  const { waiting, oldest, failed, chores } = await one<Queue>(
    client,
    `SELECT count(*) FILTER (WHERE state IN ('created', 'retry') AND start_after <= now() AND name <> 'chores')::int AS "waiting",
            extract(epoch FROM now() - min(start_after) FILTER (WHERE state IN ('created', 'retry') AND start_after <= now() AND name <> 'chores'))::int AS "oldest",
            count(*) FILTER (WHERE state = 'failed' AND completed_on > now() - interval '1 day')::int AS "failed",
            extract(epoch FROM now() - max(completed_on) FILTER (WHERE name = 'chores' AND state = 'completed'))::int AS "chores"
     FROM pgboss.job WHERE name NOT LIKE '\\_\\_pgboss%'`,
  )
  const stuck = waiting > 0 && (oldest ?? 0) > LATE * 60
  const since = oldest === null ? "" : `, the oldest for ${inTime(oldest)}`
  const isUp = found === "running" || found === "given"
  const idle = isUp && (chores === null || chores > LATE * 60)
  const done = chores === null ? "never yet" : `${inTime(chores)} ago`
  return [
    judged("jobs", `${waiting} wait${since}`, stuck, "is Stet running? Else look at its log"),
    judged("failed jobs", `${failed} in a day`, failed > 0, "Stet’s log says why"),
    judged("chores", `done ${done}`, idle, "is Stet running? They are done each minute"),
  ]
}

function inTime(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`
  return seconds < 7_200 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3_600)} hours`
}

interface Desks {
  desks: number
  people: number
  differing: number
  unproven: number
  expired: number
  ending: number
}

async function desks(client: pg.Client): Promise<Finding[]> {
  const {
    desks: many,
    people,
    differing,
    unproven,
    expired,
    ending,
  } = await one<Desks>(
    client,
    `SELECT (SELECT count(*) FROM "Workspace")::int AS "desks",
            (SELECT count(DISTINCT "userId") FROM "Membership" WHERE "deactivatedAt" IS NULL)::int AS "people",
            (SELECT count(*) FROM "EventStream" s WHERE s."seq" > 0 AND NOT EXISTS (
               SELECT 1 FROM "Event" e WHERE e."streamId" = s."id" AND e."seq" = s."seq" AND e."hash" = s."hash"))::int AS "differing",
            (SELECT count(DISTINCT u."id") FROM "User" u JOIN "Membership" m ON m."userId" = u."id"
             WHERE m."deactivatedAt" IS NULL AND u."emailProvedAt" IS NULL)::int AS "unproven",
            (SELECT count(*) FROM "ApiToken" WHERE "revokedAt" IS NULL AND "expiresAt" <= now())::int AS "expired",
            (SELECT count(*) FROM "ApiToken" WHERE "revokedAt" IS NULL
               AND "expiresAt" > now() AND "expiresAt" <= now() + interval '7 days')::int AS "ending"`,
  )
  const audit = "keep a copy of the database, and let stet audit verify name what differs"
  const tokens = `${expired} have ended, ${ending} end within a week`
  const prove = "they do by a link that Stet mails them, or by coming in with an account elsewhere"
  const ends = `${differing} ends differ from their chains`
  return [
    judged("desks", `${many}, with ${people} people`, many === 0, "nobody has set up yet: npm start"),
    differing > 0 ? finding("logs", "broken", ends, audit) : finding("logs", "ok", ends),
    judged("addresses", `${unproven} people have not proved theirs`, unproven > 0, prove),
    judged("tokens", tokens, ending > 0, "stet token list --all, and make new ones in time"),
  ]
}
