/**
 * `stet restore`: puts what a backup holds into an empty database, in one transaction: all of it, or nothing. Then it has
 * the logs read from their starts, as `stet audit verify` does.
 */
import { createReadStream, existsSync } from "node:fs"
import { resolve } from "node:path"
import { createGunzip } from "node:zlib"
import pg from "pg"
import { auditDesks } from "../../lib/desk/events"
import { env } from "../../lib/env"
import { makeQueues } from "../../lib/jobs"
import { Problem } from "../house/problem.mjs"
import { digestOf, migrate, ourMigrations } from "../migrate.mjs"
import { audited } from "./audit"
import { secretMark } from "./backup"
import { connected } from "./connection"
import { readParts, type Head, type ReadParts, type Sum } from "./backup-parts"
import { fill } from "./fill"
import type { Question, Reply, Tell } from "./reply"
import { LEFT_OUT, refuseUnlessEmpty } from "./tables"

export async function restore(question: Question, tell: Tell): Promise<Reply> {
  const {
    names: [name = ""],
    options,
    cwd,
  } = question
  try {
    const backup = await readParts(bytesOf(name, cwd))
    return "check" in options ? await check(name, backup, tell) : await restoreFrom(question, backup, tell)
  } catch (error) {
    throw asProblem(error)
  }
}

/** The bytes of a backup as they were before they were packed. */
function bytesOf(name: string, cwd: string): AsyncIterable<Buffer> {
  if (name === "-" && process.stdin.isTTY) throw new Problem("No backup comes in: stet restore - < FILE")
  if (name !== "-" && !existsSync(resolve(cwd, name))) throw new Problem(`There is no file ${name}.`)
  const packed = name === "-" ? process.stdin : createReadStream(resolve(cwd, name))
  const unpack = createGunzip()
  packed.on("error", (error: Error) => unpack.destroy(error))
  return packed.pipe(unpack)
}

/** Reads a backup to its end, and puts it nowhere. */
async function check(name: string, { head, parts, end }: ReadParts, tell: Tell): Promise<Reply> {
  for await (const { part, rows } of parts()) {
    tell({ progress: `Reading ${"table" in part ? part.table : part.queued} …` })
    while (!(await rows.next()).done) continue
  }
  const sums = await end()
  const misfit = misfitOf(head)
  const lines = [`${name} is whole: ${inWords(sums, head)}.`, ...(misfit ? [misfit] : [])]
  return { lines, value: { ...valueOf(head, sums), fits: misfit === null }, code: misfit ? 1 : 0 }
}

async function restoreFrom({ names: [name = ""], found }: Question, backup: ReadParts, tell: Tell): Promise<Reply> {
  const { head } = backup
  const url = env().DATABASE_URL
  const misfit = misfitOf(head)
  if (misfit) throw new Problem(misfit)
  await prepare(url, head, tell)
  const client = await connected(url)
  let sums: Sum[]
  try {
    sums = await fill(client, backup, tell)
  } finally {
    await client.end()
  }
  tell({ progress: "Bringing it up to date …" })
  await migrate(url)
  tell({ progress: "Reading the logs …" })
  const { lines, value, code } = audited(await auditDesks())
  const said = [`${name} is restored: ${inWords(sums, head)}.`, ...lines]
  if (code !== 0) said.push("The log was broken when the backup was made: all that it holds is here as it was then.")
  if (head.secret && head.secret !== secretMark()) said.push(...OTHER_SECRET)
  said.push(`Now start Stet with the same ${found === "given" ? "DATABASE_URL" : "STET_DATA"}: npm start`)
  return { lines: said, value: { ...valueOf(head, sums), audit: value }, code, kept: true }
}

const OTHER_SECRET = [
  "The server’s secret is another one than where the backup was made. With NEXTAUTH_SECRET (or secrets.json in the data",
  "folder) from there all goes on as it was; without it everybody signs in anew, links in mails don’t open any more, and",
  "who has a second factor needs: stet account second-factor --mail MAIL",
]

const inWords = (sums: Sum[], { madeAt }: Head) =>
  `${sums.reduce((sum, { rows }) => sum + rows, 0)} rows of ${sums.length} tables, as of ${madeAt}`

const valueOf = ({ madeAt, migration, by }: Head, sums: Sum[]) => ({ madeAt, by, migration, parts: sums })

/** Why this Stet could not make the tables of a backup; null where it can. */
function misfitOf({ migration, migrations, by }: Head): string | null {
  if (!ourMigrations().some(({ name }) => name === migration))
    return `The backup was made by a newer Stet (${by}): this one doesn’t know the migration ${migration}. Update Stet first.`
  if (digestOf(ourMigrations(migration)) !== migrations)
    return "The backup was made by a Stet with other migrations than this one’s: use the one that made it."
  return null
}

/** Brings an empty database to where the backup's was; refuses one that holds something, or is past that already. */
export async function prepare(url: string, { migration, latestTransaction }: Head, tell: Tell): Promise<void> {
  const client = await connected(url)
  try {
    await refuseUnlessEmpty(client)
    await refuseIfPast(client, migration)
    tell({ progress: "Making the tables …" })
    await migrate(url, undefined, undefined, migration)
    await makeQueues(url)
    await passTransactions(client, BigInt(latestTransaction) + LOST, tell)
  } finally {
    await client.end()
  }
}

async function refuseIfPast(client: pg.Client, migration: string): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass($1) IS NOT NULL AS there`, [
    `"${LEFT_OUT[0]}"`,
  ])
  if (!rows[0]?.there) return
  const past = await client.query(`SELECT 1 FROM "_prisma_migrations" WHERE "migration_name" > $1 LIMIT 1`, [migration])
  if (past.rowCount !== 0)
    throw new Problem(
      `The backup is from an earlier Stet (up to ${migration}), and the tables of this database are newer. Make a new database\n` +
        "without any tables: it is brought to where the backup was, and then up to date.",
    )
}

/** In one round; a second or two. */
const MOST_AT_ONCE = 100_000n

/**
 * What was told after the backup is lost, and whoever has followed it stands at its number: so many transactions pass for it,
 * more than a newsroom writes in a day.
 */
const LOST = 100_000n

/**
 * Lets as many transactions pass as it takes: those that write events are counted, and whoever follows the events has to
 * get those that come after those that were. A database of another Postgres may stand at a lower number.
 */
async function passTransactions(client: pg.Client, latest: bigint, tell: Tell): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ now: string }>(`SELECT pg_current_xact_id()::text AS "now"`)
    const missing = latest - BigInt(rows[0]?.now ?? latest) + 1n
    if (missing <= 0n) return
    tell({ progress: `Letting ${missing} transactions pass …` })
    const some = missing < MOST_AT_ONCE ? missing : MOST_AT_ONCE
    await client.query(`DO $$ BEGIN FOR one IN 1..${some} LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$`)
  }
}

/** What is wrong with the file, and what Postgres says of what stands in it, can be mended by whoever asked. */
function asProblem(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error
  const { code = "" } = error as NodeJS.ErrnoException
  if (error.message === "incorrect header check") return new Problem("This is no backup of Stet.")
  if (code.startsWith("Z_")) return new Problem(`The backup is damaged: it can’t be unpacked (${error.message}).`)
  // Values that are none, and rows that can't be there.
  if (/^2[23]/.test(code)) return new Problem(`The backup is damaged, and nothing was restored: ${error.message}`)
  if (error instanceof pg.DatabaseError || /connection/i.test(error.message))
    return new Problem(`Nothing was restored: ${error.message}`)
  if (code.startsWith("E")) return new Problem(`The backup can’t be read: ${error.message}`)
  return error
}
