/** The one connection pool to Postgres. Only the desk and what starts Stet may know of it. */
import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import { type Prisma, PrismaClient } from "../prisma/client/client"
import { env } from "./env"
import { log } from "./log"

export type Tx = Prisma.TransactionClient

/**
 * How long an act may take, and wait for a connection. Milliseconds. Prisma's five seconds are too short for an import of a
 * thousand claims; nothing legitimate takes half a minute.
 */
export const TRANSACTION = { timeout: 30_000, maxWait: 10_000 }

const kept = globalThis as typeof globalThis & { stetDatabase?: PrismaClient }

/** The client, made on first use and kept over reloads in development. */
export function db(): PrismaClient {
  kept.stetDatabase ??= new PrismaClient({
    adapter: new PrismaPg(openPool(12), { statementNameGenerator: namesOfStatements() }),
  })
  return kept.stetDatabase
}

/**
 * So many connections at most. Each has somebody who hears when it ends, also in the moment between two queries: when
 * Postgres starts anew, whoever waited for an answer is told by their query, and this process goes on.
 */
export function openPool(max: number): pg.Pool {
  // A command that is done ends at once: it does not wait for idle connections to be closed.
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max, allowExitOnIdle: true })
  const heard = (error: Error) => log().debug({ err: error }, "a connection to Postgres ended")
  pool.on("connect", (client) => client.on("error", heard))
  return pool.on("error", heard)
}

/**
 * Statements that are sent so often get a name, so that Postgres plans them once for each connection: planning is half of
 * what a short act costs it. So many at most, for each takes it about 100 kB a connection; and so many are counted.
 */
const NAMED = { after: 10, atMost: 150, counted: 2_000, longest: 32_000 }

/** Answers an empty name for what is sent without one. */
function namesOfStatements(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  const sent = new Map<string, number>()
  return ({ sql }) => {
    // Of many rows or ids at once there is another one for each number of them.
    if (sql.length > NAMED.longest) return ""
    const name = names.get(sql)
    if (name !== undefined || names.size >= NAMED.atMost) return name ?? ""
    const times = (sent.get(sql) ?? 0) + 1
    if (sent.size >= NAMED.counted) sent.clear()
    sent.set(sql, times)
    if (times > NAMED.after) names.set(sql, `stet_${names.size}`)
    return names.get(sql) ?? ""
  }
}
