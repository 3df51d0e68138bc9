/** Backups: what one holds, that it comes back whole with its standing, and that a damaged one changes nothing. */
import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { gunzipSync, gzipSync } from "node:zlib"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest"
import { readParts } from "../../bin/stet/backup-parts"
import { fill } from "../../bin/stet/fill"
import { prepare } from "../../bin/stet/restore"
import { env } from "../env"
import { newDatabase } from "./testing/cluster"
import { stet as stetFrom, stetProgram } from "./testing/command-line"
import { PASSWORD } from "./testing/desk"
import { furnished } from "./testing/furnished"
import { signedClaimOf } from "./testing/sign-off-acts"
import { createToken } from "./tokens"

const folder = mkdtempSync(join(tmpdir(), "stet-backup-"))
const file = join(folder, "desk.backup")

const stet = (...typed: string[]) => stetFrom(folder, ...typed)

/** The program itself, on another database. */
const stetOn = (DATABASE_URL: string, ...typed: string[]) => stetProgram(folder, typed, { settings: { DATABASE_URL } })

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

/** Fills the tables of a database from a backup's lines. */
const fillFrom = (url: string, lines: string) =>
  on(url, async (client) => {
    const unpacked = Readable.from([Buffer.from(lines, "latin1")])
    return fill(client, await readParts(unpacked), () => undefined)
  })

let token = ""

beforeAll(async () => {
  const { desk } = await furnished()
  await signedClaimOf(desk)
  token = (await createToken(desk.checker, { name: "nightly", scopes: ["read"] })).token
  expect(await stetOn(env().DATABASE_URL, "backup", file)).toMatchObject({ status: 0, stderr: "" })
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("a backup", () => {
  test("is nobody else's to read, is not written over, and says that it is whole", async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const before = readFileSync(file)
    const again = await stet("backup", file)
    expect(again).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("already") })
    expect(readFileSync(file).equals(before)).toBe(true)
    const checked = await stet("restore", file, "--check", "--json")
    expect(checked).toMatchObject({ status: 0, stderr: "" })
    const { parts, fits } = checked.json<{ parts: { part: string; rows: number }[]; fits: boolean }>()
    expect(fits).toBe(true)
    expect(parts.find(({ part }) => part === "Event")?.rows).toBeGreaterThan(20)
  })

  test("holds no word by which somebody gets in", () => {
    const lines = text()
    for (const word of [PASSWORD, token, env().NEXTAUTH_SECRET]) expect(lines.includes(word)).toBe(false)
  })

  test("is not there at all where it was stopped, or where there is no room", async () => {
    const before = readdirSync(folder)
    const holder = new pg.Client({ connectionString: env().DATABASE_URL })
    await holder.connect()
    try {
      // It waits for this, with its file begun.
      await holder.query(`BEGIN; LOCK TABLE "Event" IN ACCESS EXCLUSIVE MODE`)
      const settings = { ...process.env, STET_DATA: folder }
      const stopped = spawn(process.execPath, ["bin/stet.mjs", "backup", join(folder, "stopped.backup")], {
        env: settings,
        detached: true,
      })
      const ended = new Promise((resolve) => stopped.on("close", resolve))
      await vi.waitUntil(() => readdirSync(folder).length > before.length, { timeout: 30_000 })
      // As a terminal does: to all that runs there.
      process.kill(-(stopped.pid ?? 0), "SIGINT")
      expect(await ended).toBe(130)
      expect(readdirSync(folder)).toEqual(before)
    } finally {
      await holder.end()
    }
    if (!existsSync("/dev/full")) return
    const full = spawn(process.execPath, ["bin/stet.mjs", "backup", "-"], {
      env: { ...process.env, STET_DATA: folder },
      stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
    })
    let said = ""
    full.stderr?.setEncoding("utf8").on("data", (words: string) => void (said += words))
    expect(await new Promise((resolve) => full.on("close", resolve))).toBe(1)
    expect(said).toContain("There is no backup: stdout can’t be written: ENOSPC")
    expect(said).not.toContain(" at ")
  })

  test("comes back in a database without tables: every row, every guard, what waits, and a log that holds", async () => {
    const url = await newDatabase(inject("stetCluster"), "none")
    const { status, stdout, stderr } = await stetOn(url, "restore", file)
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
    expect(stdout).toContain("Every link holds.")
    expect(await stateOf(url)).toEqual(await stateOf(env().DATABASE_URL))
    expect(await queued(url)).toEqual(await queued(env().DATABASE_URL))
    // A second one would mix two newsrooms.
    await expect(fillFrom(url, text())).rejects.toThrow("isn’t empty")
    // What is told from now on comes after all that was told, and after what may have been told since.
    const later = `SELECT pg_current_xact_id()::text::bigint > (SELECT max("xid") FROM "Event") + 100000 AS "later"`
    expect(await on(url, (client) => client.query(later))).toMatchObject({ rows: [{ later: true }] })
    await expect(on(url, (client) => client.query(`UPDATE "Event" SET "act" = 'other'`))).rejects.toThrow("Event")
  })

  test("lets so many transactions pass that what is told comes later, also where the Postgres is a younger one", async () => {
    const url = await newDatabase(inject("stetCluster"), "none")
    const asked = "SELECT pg_current_xact_id()::text::bigint AS now"
    const now = () => on(url, async (client) => Number((await client.query<{ now: string }>(asked)).rows[0]?.now))
    const latest = (await now()) + 20_000
    const { head } = await readParts(Readable.from([Buffer.from(text(), "latin1")]))
    await prepare(url, { ...head, latestTransaction: String(latest) }, () => undefined)
    expect(await now()).toBeGreaterThan(latest)
  })
})

describe("what is no whole backup", () => {
  // One for all: none of them leaves anything.
  let url = ""
  let before: Record<string, string> = {}
  beforeAll(async () => {
    url = await newDatabase(inject("stetCluster"), "all")
    before = await stateOf(url)
  })

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
    const changed = change(text())
    expect(changed).not.toBe(text())
    await expect(fillFrom(url, changed)).rejects.toThrow(why)
    expect(await stateOf(url)).toEqual(before)
  })

  test("is said to be damaged on the command line, and leaves no row", async () => {
    const damaged = join(folder, "damaged.backup")
    const whole = readFileSync(file)
    const other = Buffer.from(whole)
    other.writeUInt8(other.readUInt8(other.length >> 1) ^ 1, other.length >> 1)
    const newer = packed(text().replace('"version":1', '"version":9'))
    const wrong = { "no backup of Stet": Buffer.from("no"), "Update Stet first": newer, damaged: other }
    for (const [why, bytes] of Object.entries({ ...wrong, "unexpected end": whole.subarray(0, whole.length - 9) })) {
      writeFileSync(damaged, bytes)
      const checked = await stet("restore", damaged, "--check")
      expect(checked).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining(why) })
    }
    const restored = await stetOn(url, "restore", damaged)
    expect(restored).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("damaged") })
    expect(await stateOf(url)).toEqual(before)
  })

  test("is refused where its tables are not this Stet's", async () => {
    const strange = join(folder, "strange.backup")
    writeFileSync(strange, packed(text().replace(/"migration":"\d+_/, '"migration":"29991231235959_')))
    expect((await stet("restore", strange)).stderr).toContain("made by a newer Stet")
    writeFileSync(strange, packed(text().replace(/"migrations":"..../, '"migrations":"0000')))
    expect((await stet("restore", strange)).stderr).toContain("other migrations")
    expect(await stet("restore", strange, "--check")).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("is whole"),
    })
  })
})
