/**
 * `stet backup`: all that the desks of a database hold, as of one moment, while people go on working. What can be made
 * anew is left out: the code of the first set-up, and the queues but for what waits in them.
 */
import { createHmac } from "node:crypto"
import { constants, createWriteStream, existsSync, openSync, renameSync, rmSync, statSync } from "node:fs"
import { resolve } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import pg from "pg"
import { to as copyTo } from "pg-copy-streams"
import product from "../../package.json"
import { keyFor } from "../../lib/desk/secrets"
import { env } from "../../lib/env"
import { openDataFolder, writePrivate } from "../house/data-folder.mjs"
import { Problem } from "../house/problem.mjs"
import { digestOf } from "../migrate.mjs"
import { connected } from "./connection"
import { headOf, nameOf, written, type Head, type Part, type Sum } from "./backup-parts"
import { sizeOf, type Question, type Reply, type Tell } from "./reply"
import { PLAIN, tablesOf } from "./tables"

/** What somebody has to know who finds such a file. */
const HOLDS =
  "All that the desks of a Stet hold, confidential things and files of evidence included, and digests of passwords and " +
  "tokens. Not in it: the server's secret (NEXTAUTH_SECRET, or secrets.json in the data folder)."

/** Jobs that come by themselves are queued by the server that begins. */
const UNASKED = ["chores", "retention"]

/** Progress is told once in so many bytes. */
const TELL_EVERY = 8 * 1024 * 1024

export async function backup({ names: [name = ""], cwd, strange }: Question, tell: Tell): Promise<Reply> {
  const target = name === "-" ? standardOutput() : newFile(resolve(cwd, name), name)
  const client = await connected(env().DATABASE_URL)
  try {
    const snapshot = await openSnapshot(client, strange ? "" : secretMark())
    const sums: Sum[] = []
    const lines = written(snapshot.head, snapshot.parts, told(rowsOf(client), tell), (sum) => void sums.push(sum))
    await pipeline(Readable.from(lines), createGzip(), target.stream)
    const bytes = target.keep()
    note(snapshot.head, tell)
    return name === "-" ? { lines: [], code: 0 } : replyOf({ name, bytes, head: snapshot.head, sums })
  } catch (error) {
    throw asProblem(error, name)
  } finally {
    // Not waited for: where the file could not be written, Postgres still sends what nobody takes.
    void client.end().catch(() => undefined)
  }
}

/** A full disk, a reader that has gone, a database that ends: there is no backup then. */
function asProblem(error: unknown, name: string): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error
  const { code = "", syscall } = error as NodeJS.ErrnoException
  const where = name === "-" ? "stdout" : name
  if (syscall === "write" || syscall === "fsync" || code.startsWith("ERR_STREAM"))
    return new Problem(`There is no backup: ${where} can’t be written: ${error.message}`)
  if (error instanceof pg.DatabaseError || /[Cc]onnection/.test(error.message))
    return new Problem(`There is no backup: the database says: ${error.message}`)
  return error
}

/** Where it is noted when the last backup was made, for `stet doctor`. */
export const LAST_BACKUP = "last-backup.json"

function note({ madeAt }: Head, tell: Tell): void {
  const { STET_DATA } = env()
  if (!STET_DATA) return
  try {
    writePrivate(openDataFolder(STET_DATA), LAST_BACKUP, { madeAt })
  } catch (error) {
    // It is there all the same.
    tell({ warning: `stet doctor won’t know of this backup: ${(error as Error).message}` })
  }
}

interface Target {
  stream: NodeJS.WritableStream
  /** Puts the file in its place, and answers how many bytes it has. */
  keep: () => number
}

function standardOutput(): Target {
  if (process.stdout.isTTY) throw new Problem("A backup is nothing to read: send it on, as in: stet backup - | …")
  return { stream: process.stdout, keep: () => 0 }
}

/** A file that nobody else may read, and that is there whole or not at all. */
function newFile(path: string, name: string): Target {
  if (existsSync(path)) throw new Problem(`There is a file ${name} already. Name another one, or take it away first.`)
  const draft = `${path}.${process.pid}.part`
  const descriptor = opened(draft, name)
  process.once("exit", () => rmSync(draft, { force: true }))
  const keep = () => {
    const { size } = statSync(draft)
    // Somebody may have made one meanwhile.
    if (existsSync(path)) throw new Problem(`There is a file ${name} by now.`)
    renameSync(draft, path)
    return size
  }
  return { stream: createWriteStream(draft, { fd: descriptor, flush: true }), keep }
}

function opened(draft: string, name: string): number {
  try {
    return openSync(draft, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
  } catch (error) {
    throw new Problem(`${name} can’t be written: ${(error as Error).message}`)
  }
}

/** Begins a reading in which all is as of one moment, and answers what there is to be read. */
async function openSnapshot(client: pg.Client, secret: string): Promise<{ head: Head; parts: Part[] }> {
  const found = await client.query<{ there: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS there`,
  )
  if (!found.rows[0]?.there) throw new Problem("This database holds no Stet.")
  const tables = (await tablesOf(client)).map(({ table }) => pg.escapeIdentifier(table))
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY, DEFERRABLE")
  await client.query(PLAIN)
  // No migration changes a table between the moment and its turn.
  await client.query(`LOCK TABLE ${tables.join(", ")} IN ACCESS SHARE MODE`)
  const head = await headNow(client, secret)
  const queued = await client.query<{ there: boolean }>("SELECT to_regclass('pgboss.job') IS NOT NULL AS there")
  const jobs: Part[] = queued.rows[0]?.there ? [{ queued: "jobs" }] : []
  return { head, parts: [...(await tablesOf(client)), ...jobs] }
}

async function headNow(client: pg.Client, secret: string): Promise<Head> {
  const applied = await client.query<{ name: string; checksum: string }>(
    `SELECT "migration_name" AS "name", "checksum" FROM "_prisma_migrations"
     WHERE "rolled_back_at" IS NULL AND "finished_at" IS NOT NULL ORDER BY "migration_name" COLLATE "C"`,
  )
  const { rows } = await client.query<{ latest: string; postgres: string }>(
    `SELECT (SELECT greatest(coalesce(max("xid"), 0), 0)::text FROM "Event") AS "latest", current_setting('server_version') AS "postgres"`,
  )
  const sequences = await client.query<{ name: string; value: string | null; first: string }>(
    `SELECT sequencename AS "name", last_value::text AS "value", start_value::text AS "first" FROM pg_sequences WHERE schemaname = 'public'`,
  )
  return headOf({
    madeAt: new Date().toISOString(),
    by: product.version,
    postgres: rows[0]?.postgres ?? "",
    migration: applied.rows.at(-1)?.name ?? "",
    migrations: digestOf(applied.rows),
    latestTransaction: rows[0]?.latest ?? "0",
    secret,
    sequences: Object.fromEntries(
      sequences.rows.map(({ name, value, first }) => [name, { value: value ?? first, called: value !== null }]),
    ),
    holds: HOLDS,
  })
}

/** By which the server's secret is known again, and not found out. */
export const secretMark = (): string => createHmac("sha256", keyFor("backup")).update("mark").digest("hex").slice(0, 16)

function rowsOf(client: pg.Client) {
  return (part: Part): AsyncIterable<Buffer> => {
    if (!("table" in part)) return queuedIn(client)
    const columns = part.columns.map(pg.escapeIdentifier).join(", ")
    return client.query(copyTo(`COPY ${pg.escapeIdentifier(part.table)} (${columns}) TO STDOUT`))
  }
}

/** What waits to be done, or is being done; it is done anew, as after a crash. */
async function* queuedIn(client: pg.Client): AsyncGenerator<Buffer> {
  const { rows } = await client.query<{ job: string }>(
    `SELECT json_build_object('name', name, 'data', data, 'startAfter', start_after)::text AS "job" FROM pgboss.job
     WHERE state IN ('created', 'retry', 'active') AND name <> ALL ($1) AND name NOT LIKE '\\_\\_pgboss%'
     ORDER BY created_on, id`,
    [[...UNASKED, ...UNASKED.map((name) => `${name}-lost`)]],
  )
  for (const { job } of rows) yield Buffer.from(`${JSON.stringify(JSON.parse(job))}\n`)
}

/** Tells how far a reading is. */
function told(rows: (part: Part) => AsyncIterable<Buffer>, tell: Tell) {
  return async function* (part: Part): AsyncGenerator<Buffer> {
    let bytes = 0
    let next = 0
    for await (const chunk of rows(part)) {
      bytes += chunk.byteLength
      if (bytes >= next) {
        tell({ progress: `Backing up ${nameOf(part)} … ${sizeOf(bytes)}` })
        next = bytes + TELL_EVERY
      }
      yield chunk
    }
  }
}

function replyOf({ name, bytes, head, sums }: { name: string; bytes: number; head: Head; sums: Sum[] }): Reply {
  const rows = sums.reduce((sum, part) => sum + part.rows, 0)
  const lines = [
    `${name}: ${rows} rows of ${sums.length} tables as of ${head.madeAt}, ${sizeOf(bytes)}.`,
    "It holds what is confidential, and digests of passwords and tokens: keep it where nobody else can read it.",
    "Keep the server’s secret too (NEXTAUTH_SECRET, or secrets.json of the data folder), and not beside it.",
  ]
  const value = { file: name, bytes, madeAt: head.madeAt, migration: head.migration, parts: sums }
  return { lines, value, code: 0 }
}
