// @ts-check
/**
 * Applies the migrations of prisma/migrations without Prisma's engine: each in a transaction of its own, one process at
 * a time, noted in `_prisma_migrations` in Prisma's way, so that `prisma migrate deploy` agrees with what it finds.
 * As a command, `npm run db:migrate` does it to DATABASE_URL.
 */
import { createHash, randomUUID } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Problem, report } from "./house/problem.mjs"

const FOLDER = fileURLToPath(new URL("../prisma/migrations", import.meta.url))

/** The number by which Prisma's own command line locks a database while it migrates. */
const PRISMAS_LOCK = 72707369

const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

const NOTE = `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
  VALUES ($1, $2, $3, clock_timestamp(), 1)`

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

/**
 * Brings a database up to date. A migration that fails leaves nothing behind, and those before it stay.
 * @param {string} connectionString
 * @param {(line: string) => void} [log] told of each migration applied
 * @param {string} [folder]
 * @param {string} [last] the name of the last one that is applied, for a backup from then; all, unless it is said
 * @returns {Promise<string[]>} the names of those applied now
 */
export async function migrate(connectionString, log = () => {}, folder = FOLDER, last) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString })
  await client.connect().catch((/** @type {Error} */ error) => {
    throw new Problem(`The database can't be reached: ${error.message || String(error)}`)
  })
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMAS_LOCK])
    return await applyPending(client, upTo(last, migrationsIn(folder)), log)
  } finally {
    await client.end()
  }
}

/**
 * The migrations of this Stet, or those up to one.
 * @param {string} [last]
 */
export const ourMigrations = (last) => upTo(last, migrationsIn(FOLDER))

/** @param {string | undefined} last @param {Migration[]} migrations */
const upTo = (last, migrations) => migrations.filter(({ name }) => last === undefined || name <= last)

/**
 * By which two histories are known to be the same.
 * @param {readonly { name: string, checksum: string }[]} migrations in the order of their names
 */
export function digestOf(migrations) {
  const lines = migrations.map(({ name, checksum }) => `${name} ${checksum}\n`)
  return createHash("sha256").update(lines.join("")).digest("hex")
}

/**
 * @param {import("pg").Client} client
 * @param {Migration[]} migrations
 * @param {(line: string) => void} log
 */
async function applyPending(client, migrations, log) {
  await client.query(TABLE)
  const { rows } = await client.query('SELECT * FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL')
  const known = new Map(rows.map((row) => [row.migration_name, row]))
  checkHistory(known, migrations)
  const pending = migrations.filter(({ name }) => !known.has(name))
  for (const migration of pending) {
    await apply(client, migration)
    log(`Applied migration ${migration.name}`)
  }
  return pending.map(({ name }) => name)
}

/**
 * @param {Map<string, { checksum: string, finished_at: Date | null }>} known
 * @param {Migration[]} migrations
 */
function checkHistory(known, migrations) {
  for (const [name, row] of known)
    if (!row.finished_at) throw new Problem(`Migration ${name} failed earlier. Mend it, then: prisma migrate resolve.`)
  for (const { name, checksum } of migrations) {
    const row = known.get(name)
    if (!row || row.checksum === checksum) continue
    throw new Problem(`Migration ${name} has changed since it was applied. Restore it, and write a new one instead.`)
  }
}

/** @param {import("pg").Client} client @param {Migration} migration */
async function apply(client, { name, sql, checksum }) {
  await client.query("BEGIN")
  try {
    await client.query(sql)
    await client.query(NOTE, [randomUUID(), checksum, name])
    await client.query("COMMIT")
  } catch (error) {
    await client.query("ROLLBACK")
    throw new Problem(`Migration ${name} failed and left nothing behind: ${describe(error)}`)
  }
}

/** @param {unknown} error */
function describe(error) {
  const {
    message = String(error),
    detail,
    where,
  } = /** @type {{ message?: string, detail?: string, where?: string }} */ (error)
  return [message, detail, where].filter(Boolean).join("\n")
}

/** @param {string} folder @returns {Migration[]} */
function migrationsIn(folder) {
  const names = readdirSync(folder).sort()
  return names.flatMap((name) => {
    const file = join(folder, name, "migration.sql")
    if (!existsSync(file)) return []
    const bytes = readFileSync(file)
    return [{ name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") }]
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env.DATABASE_URL
  try {
    if (!url) throw new Problem("Set DATABASE_URL to the database to migrate. `npm start` migrates its own by itself.")
    const applied = await migrate(url, console.log)
    if (applied.length === 0) console.log("Nothing to apply: the database is up to date.")
  } catch (error) {
    process.exitCode = report(error)
  }
}
