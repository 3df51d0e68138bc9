/** Backups: what one holds, that it comes back whole with its standing, and that a damaged one changes nothing. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { gunzipSync, gzipSync } from "node:zlib"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest"
import { readParts } from "../../bin/stet/backup-parts"
import { fill } from "../../bin/stet/fill"
import { seedDemo } from "../../seeds/demo"
import { env } from "../env"
import { newDatabase } from "./testing/cluster"

const folder = mkdtempSync(join(tmpdir(), "stet-backup-"))
const file = join(folder, "desk.backup")

/** Runs the command line on a database. */
function stet(url: string, ...args: string[]) {
  const given = { ...process.env, DATABASE_URL: url, STET_DATA: folder, NEXTAUTH_SECRET: env().NEXTAUTH_SECRET }
  const { status, stdout, stderr } = spawnSync("node", ["bin/stet.mjs", ...args], { env: given, encoding: "utf8" })
  return { status, stdout, stderr }
}

async function on<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return ask(client).finally(() => client.end())
}

/** A digest of each table's rows, and what guards them. */
function stateOf(url: string): Promise<Record<string, string>> {
  return on(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    )
    const state: Record<string, string> = {}
    for (const { name } of rows) {
      const found = await client.query<{ all: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' ORDER BY r::text)), '') AS "all" FROM ${name} r`,
      )
      state[name] = found.rows[0]?.all ?? ""
    }
    const guards = await client.query<{ all: string }>(
      `SELECT string_agg(one, '|' ORDER BY one) AS "all" FROM (
         SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS one FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace
         UNION ALL SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal) g`,
    )
    return { ...state, guards: guards.rows[0]?.all ?? "" }
  })
}

/** What waits to be done, whenever it was queued. */
const queued = (url: string) =>
  on(url, async (client) => {
    const { rows } = await client.query<{ name: string; data: unknown }>(
      `SELECT name, data FROM pgboss.job WHERE state IN ('created', 'retry', 'active') ORDER BY name, data::text`,
    )
    return rows
  })

/** A backup's lines, to be changed and packed again. */
const text = () => gunzipSync(readFileSync(file)).toString("latin1")
const packed = (changed: string) => gzipSync(Buffer.from(changed, "latin1"))

beforeAll(async () => {
  await seedDemo()
  expect(stet(env().DATABASE_URL, "backup", file)).toMatchObject({ status: 0, stderr: "" })
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("a backup", () => {
  test("is nobody else's to read, is not written over, and says that it is whole", () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const before = readFileSync(file)
    const again = stet(env().DATABASE_URL, "backup", file)
    expect(again).toMatchObject({ status: 1, stderr: "" })
    expect(readFileSync(file).equals(before)).toBe(true)
    const { status, stdout } = stet("postgresql://nobody@127.0.0.1:1/nothing", "restore", file, "--check", "--json")
    expect(status).toBe(0)
    const { parts } = JSON.parse(stdout) as { parts: { part: string; rows: number }[] }
    expect(parts.find(({ part }) => part === "Event")?.rows).toBeGreaterThan(50)
  })

  test("comes back in a database without tables: every row, every guard, what waits, and a log that holds", async () => {
    const url = await newDatabase(inject("stetCluster"), "none")
    const { status, stdout, stderr } = stet(url, "restore", file)
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
    expect(stdout).toContain("Every link holds.")
    expect(await stateOf(url)).toEqual(await stateOf(env().DATABASE_URL))
    expect(await queued(url)).toEqual(await queued(env().DATABASE_URL))
    // A second one would mix two newsrooms.
    const again = stet(url, "restore", file, "--json")
    expect(again.status).toBe(1)
    expect(again.stdout).toContain("isn’t empty")
    // What is told from now on comes after all that was told.
    const later = `SELECT pg_current_xact_id()::text::bigint > (SELECT max("xid") FROM "Event") AS "later"`
    expect(await on(url, (client) => client.query(later))).toMatchObject({ rows: [{ later: true }] })
    await expect(on(url, (client) => client.query(`UPDATE "Event" SET "act" = 'other'`))).rejects.toThrow("Event")
  }, 120_000)

  test("lets so many transactions pass that what is told comes later, also where the Postgres is a younger one", async () => {
    const later = join(folder, "later.backup")
    const url = await newDatabase(inject("stetCluster"), "none")
    const asked = "SELECT pg_current_xact_id()::text::bigint AS now"
    const now = () => on(url, async (client) => Number((await client.query<{ now: string }>(asked)).rows[0]?.now))
    const latest = (await now()) + 20_000
    writeFileSync(later, packed(text().replace(/"latestTransaction":"\d+"/, `"latestTransaction":"${latest}"`)))
    expect(stet(url, "restore", later)).toMatchObject({ status: 0, stderr: "" })
    expect(await now()).toBeGreaterThan(latest)
  }, 60_000)
})

describe("what is no whole backup", () => {
  test.each([
    [
      "a word of an event is another",
      "“Event” is not",
      (all: string) => all.replace("article.imported", "article.imported".toUpperCase()),
    ],
    ["an event is missing", "“Event” is not", (all: string) => all.replace(/(\{"table":"Event",.*\n).*\n/, "$1")],
    [
      "a table is missing",
      "parts of it are missing",
      (all: string) => all.replace(/\{"table":"Claim",[^]*?\n\\\.\n/, ""),
    ],
    [
      "a table comes twice",
      "does not fit",
      (all: string) => all.replace(/(\{"table":"Workspace",[^]*?\n\\\.\n)/, "$1$1"),
    ],
    ["a column is another", "does not fit", (all: string) => all.replace('"columns":["act"', '"columns":["acts"')],
    [
      "its last line says less",
      "parts of it are missing",
      (all: string) => all.replace(/(\{"end":"backup","parts":\[)\{[^}]*\},/, "$1"),
    ],
    ["it is cut off", "in the middle", (all: string) => all.slice(0, all.length / 2)],
  ])("changes nothing where %s", async (_, why, change) => {
    const url = await newDatabase(inject("stetCluster"), "all")
    const before = await stateOf(url)
    const changed = change(text())
    expect(changed).not.toBe(text())
    await expect(
      on(url, async (client) => {
        const unpacked = Readable.from([Buffer.from(changed, "latin1")])
        await fill(client, await readParts(unpacked), () => undefined)
      }),
    ).rejects.toThrow(why)
    expect(await stateOf(url)).toEqual(before)
  })

  test("is said to be damaged on the command line, and leaves no row", async () => {
    const damaged = join(folder, "damaged.backup")
    const whole = readFileSync(file)
    const other = Buffer.from(whole)
    other.writeUInt8(other.readUInt8(other.length >> 1) ^ 1, other.length >> 1)
    const wrong = [whole.subarray(0, whole.length - 9), other, packed(text().replace('"version":1', '"version":9'))]
    const url = await newDatabase(inject("stetCluster"), "all")
    const before = await stateOf(url)
    for (const bytes of wrong) {
      writeFileSync(damaged, bytes)
      const { status, stdout } = stet(url, "restore", damaged)
      expect(status).toBe(1)
      expect(stdout).toMatch(/damaged|Update Stet first/)
    }
    expect(await stateOf(url)).toEqual(before)
  }, 120_000)

  test("is refused where its tables are not this Stet's", async () => {
    const strange = join(folder, "strange.backup")
    const url = await newDatabase(inject("stetCluster"), "none")
    writeFileSync(strange, packed(text().replace(/"migration":"\d+_/, '"migration":"29991231235959_')))
    expect(stet(url, "restore", strange).stdout).toContain("made by a newer Stet")
    writeFileSync(strange, packed(text().replace(/"migrations":"..../, '"migrations":"0000')))
    expect(stet(url, "restore", strange).stdout).toContain("other migrations")
  }, 60_000)
})
