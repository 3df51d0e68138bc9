/** The one connection pool to Postgres. Only the desk and what starts Stet may know of it. */
import { PrismaPg } from "@prisma/adapter-pg"
import { type Prisma, PrismaClient } from "../prisma/client/client"
import { env } from "./env"

export type Tx = Prisma.TransactionClient

/**
 * How long an act may take, and wait for a connection. Milliseconds. Prisma's five seconds are too short for an import of a
 * thousand claims; nothing legitimate takes half a minute.
 */
export const TRANSACTION = { timeout: 30_000, maxWait: 10_000 }

const kept = globalThis as typeof globalThis & { stetDatabase?: PrismaClient }

/** The client, made on first use and kept over reloads in development. */
export function db(): PrismaClient {
  kept.stetDatabase ??= new PrismaClient({ adapter: new PrismaPg(pool()) })
  return kept.stetDatabase
}

/** A command that is done ends at once: it does not wait for idle connections to be closed. */
const pool = () => ({ connectionString: env().DATABASE_URL, max: 12, allowExitOnIdle: true })
