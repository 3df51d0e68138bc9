/**
 * Fills the empty tables of a database from a backup, in one transaction. What a table's triggers do at each row was done
 * when the rows came to be, and what its foreign keys ask is asked of all rows at the end: within the transaction the
 * former rest, and the latter are taken off and put on again. That takes no more than owning the tables.
 */
import { pipeline } from "node:stream/promises"
import { Readable } from "node:stream"
import PgBoss from "pg-boss"
import pg from "pg"
import { from as copyFrom } from "pg-copy-streams"
import { z } from "zod"
import { Problem } from "../house/problem.mjs"
import { nameOf, type Head, type Part, type ReadParts, type Sum } from "./backup-parts"
import type { Tell } from "./reply"
import { LEFT_OUT, PLAIN, refuseUnlessEmpty, tablesOf } from "./tables"

/** Something at work on it ends by then, or it is no empty database. */
const LOCK_TIMEOUT = "10s"

type Rows = AsyncGenerator<Buffer>

/** Answers what was counted of each part. Throws, and leaves the database as it was, where anything is not as it should be. */
export async function fill(client: pg.Client, backup: ReadParts, tell: Tell): Promise<Sum[]> {
  await client.query("BEGIN")
  try {
    const tables = await tablesOf(client)
    await take(client, tables)
    const guards = await lowerGuards(client)
    const lines = await load(client, backup, tables, tell)
    const sums = await backup.end()
    const jobs = lines.map((line) => Queued.parse(JSON.parse(line)))
    refuseIfSomeAreMissing(tables, sums)
    await setSequences(client, backup.head)
    tell({ progress: "Comparing what belongs together …" })
    await raiseGuards(client, guards)
    await queue(client, jobs)
    await client.query("COMMIT")
    return sums
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined)
    throw error
  }
}

/** Keeps everybody else from the tables, and makes sure once more that they are empty. */
async function take(client: pg.Client, tables: { table: string }[]): Promise<void> {
  const all = [...tables.map(({ table }) => table), ...LEFT_OUT].map(pg.escapeIdentifier)
  await client.query(`${PLAIN}; SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`)
  await client.query(`LOCK TABLE ${all.join(", ")} IN ACCESS EXCLUSIVE MODE`)
  await refuseUnlessEmpty(client)
  await client.query(`DELETE FROM "SetupCode"`)
}

interface Guard {
  table: string
  name: string
  definition: string
}

const TRIGGERS = `
  SELECT t.tgrelid::regclass::text AS "table", quote_ident(t.tgname) AS "name", t.tgenabled::text AS "definition"
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal ORDER BY 1, 2`

const FOREIGN_KEYS = `
  SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS "name", pg_get_constraintdef(oid) AS "definition"
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`

/** How a trigger is set to work, by Postgres' letter for it. */
const MODES: Record<string, string> = { O: "ENABLE", A: "ENABLE ALWAYS", R: "ENABLE REPLICA" }

async function lowerGuards(client: pg.Client): Promise<{ triggers: Guard[]; keys: Guard[] }> {
  const { rows: triggers } = await client.query<Guard>(TRIGGERS)
  const { rows: keys } = await client.query<Guard>(FOREIGN_KEYS)
  for (const { table, name } of triggers) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`)
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  return { triggers, keys }
}

async function raiseGuards(client: pg.Client, { triggers, keys }: { triggers: Guard[]; keys: Guard[] }): Promise<void> {
  for (const { table, name, definition } of keys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
  for (const { table, name, definition } of triggers) {
    const mode = MODES[definition]
    if (mode) await client.query(`ALTER TABLE ${table} ${mode} TRIGGER ${name}`)
  }
  const now = [await client.query<Guard>(TRIGGERS), await client.query<Guard>(FOREIGN_KEYS)].map(({ rows }) => rows)
  if (JSON.stringify(now) !== JSON.stringify([triggers, keys])) throw new Error("the guards are not what they were")
}

/** Copies the rows of all tables, and answers what is to be queued, which is read once all is known to be whole. */
async function load(
  client: pg.Client,
  { parts }: ReadParts,
  tables: { table: string; columns: string[] }[],
  tell: Tell,
): Promise<string[]> {
  const known = new Map(tables.map(({ table, columns }) => [table, columns.join()]))
  const jobs: string[] = []
  for await (const { part, rows } of parts()) {
    tell({ progress: `Restoring ${nameOf(part)} …` })
    if (!("table" in part)) jobs.push(...(await queuedIn(rows)))
    else if (known.get(part.table) === [...part.columns].join()) await copy(client, part, rows)
    else throw new Problem(`The backup does not fit: the table “${part.table}” is another one here.`)
    if ("table" in part) known.delete(part.table)
  }
  return jobs
}

async function copy(
  client: pg.Client,
  { table, columns }: Extract<Part, { table: string }>,
  rows: Rows,
): Promise<void> {
  const names = columns.map(pg.escapeIdentifier).join(", ")
  const into = client.query(copyFrom(`COPY ${pg.escapeIdentifier(table)} (${names}) FROM STDIN`))
  await pipeline(Readable.from(rows), into)
}

function refuseIfSomeAreMissing(tables: { table: string }[], sums: Sum[]): void {
  const missing = tables.find(({ table }) => !sums.some(({ part }) => part === table))
  if (missing) throw new Problem(`The backup does not fit: it holds no table “${missing.table}”.`)
}

async function setSequences(client: pg.Client, { sequences }: Head): Promise<void> {
  for (const [name, { value, called }] of Object.entries(sequences))
    await client.query("SELECT setval($1::regclass, $2::bigint, $3)", [pg.escapeIdentifier(name), value, called])
}

const Queued = z.object({ name: z.string(), data: z.looseObject({}).nullable(), startAfter: z.coerce.date() })
type Queued = z.infer<typeof Queued>

async function queuedIn(rows: Rows): Promise<string[]> {
  const chunks: Buffer[] = []
  for await (const chunk of rows) chunks.push(chunk)
  return Buffer.concat(chunks).toString("utf8").split("\n").filter(Boolean)
}

/** Queues anew what waited. */
async function queue(client: pg.Client, jobs: Queued[]): Promise<void> {
  const executeSql = async (sql: string, values: unknown[]) => client.query(sql, values)
  const sender = new PgBoss({ db: { executeSql } })
  for (const { name, data, startAfter } of jobs) {
    const id = await sender.send(name, data ?? {}, { startAfter, db: { executeSql } })
    if (id === null) throw new Problem(`The backup does not fit: there is no queue “${name}”.`)
  }
}
