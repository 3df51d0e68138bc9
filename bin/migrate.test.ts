/** Migrations and the Postgres that we bring, on a throw-away one. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { openThrowawayFolder } from "./house/data-folder.mjs"
import { startPostgres } from "./house/postgres.mjs"
import { migrate } from "./migrate.mjs"

const folder = openThrowawayFolder()
let postgres: Awaited<ReturnType<typeof startPostgres>>
let migrations = ""
let url = ""
let databases = 0

beforeAll(async () => {
  postgres = await startPostgres(folder, { durability: "throwaway" })
}, 60_000)

afterAll(async () => {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  databases += 1
  await ask(`CREATE DATABASE migrations_${databases}`, postgres.urlOf("postgres"))
  url = postgres.urlOf(`migrations_${databases}`)
  migrations = mkdtempSync(join(tmpdir(), "stet-migrations-"))
})

afterEach(() => rmSync(migrations, { recursive: true, force: true }))

async function ask(sql: string, at = url): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: at })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end())
  return rows
}

function write(name: string, sql: string) {
  mkdirSync(join(migrations, name), { recursive: true })
  writeFileSync(join(migrations, name, "migration.sql"), sql)
}

const apply = (log?: (line: string) => void) => migrate(url, log, migrations)

const applied = async () =>
  (await ask('SELECT migration_name FROM "_prisma_migrations" ORDER BY started_at')).map((row) => row.migration_name)

test("migrations are applied in the order of their names, once", async () => {
  write("2_fill", "INSERT INTO claim VALUES (1)")
  write("1_make", "CREATE TABLE claim (id int)")
  expect(await apply()).toEqual(["1_make", "2_fill"])
  expect(await apply()).toEqual([])
  expect(await ask("SELECT id FROM claim")).toEqual([{ id: 1 }])
})

test("those up to one are applied for a backup from then, and the others later", async () => {
  write("1_make", "CREATE TABLE claim (id int)")
  write("2_fill", "INSERT INTO claim VALUES (1)")
  expect(await migrate(url, undefined, migrations, "1_make")).toEqual(["1_make"])
  expect(await apply()).toEqual(["2_fill"])
})

test("bodies of functions survive", async () => {
  write("1_make", "CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 1; END $$;")
  await apply()
  expect(await ask("SELECT one()")).toEqual([{ one: 1 }])
})

test("a migration that fails leaves nothing, those before it stay, and it can be mended", async () => {
  write("1_make", "CREATE TABLE claim (id int)")
  write("2_break", "CREATE TABLE source (id int); INSERT INTO nowhere VALUES (1)")
  await expect(apply()).rejects.toThrow('2_break failed and left nothing behind: relation "nowhere" does not exist')
  expect(await ask("SELECT to_regclass('source') AS source, to_regclass('claim')::text AS claim")).toEqual([
    { source: null, claim: "claim" },
  ])
  expect(await applied()).toEqual(["1_make"])
  write("2_break", "CREATE TABLE source (id int)")
  expect(await apply()).toEqual(["2_break"])
})

test("a migration changed after it was applied is an error", async () => {
  write("1_make", "CREATE TABLE claim (id int)")
  await apply()
  write("1_make", "CREATE TABLE claim (id bigint)")
  await expect(apply()).rejects.toThrow("1_make has changed since it was applied")
})

test("two that migrate at once do it once", async () => {
  write("1_make", "CREATE TABLE claim (id int)")
  const both = await Promise.all([apply(), apply()])
  expect(both.flat()).toEqual(["1_make"])
})

test("a migration that Prisma has left unfinished stops everything", async () => {
  write("1_make", "CREATE TABLE claim (id int)")
  await apply()
  await ask(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('1', '2', '0_before')`)
  await expect(apply()).rejects.toThrow("0_before failed earlier")
})

test("the product's own migrations apply to an empty database, and the log names them", async () => {
  const lines: string[] = []
  await migrate(url, (line) => lines.push(line))
  expect(lines[0]).toMatch(/^Applied migration \d+_/)
  expect(await migrate(url)).toEqual([])
})

test("a Postgres whose starter was killed is taken over with all it held", async () => {
  await ask("CREATE TABLE kept AS SELECT 1 AS id")
  const before = serverProcess()
  postgres = await startPostgres(folder, { durability: "throwaway" })
  expect(serverProcess()).not.toBe(before)
  expect(await ask("SELECT id FROM kept", postgres.urlOf(`migrations_${databases}`))).toEqual([{ id: 1 }])
})

function serverProcess(): string | undefined {
  return readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]
}
