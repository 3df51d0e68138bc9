// @ts-check
/** The database that a command works on: the given one, that of a Stet that runs, or that of the data folder, started for it. */
import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { openDataFolder, sessionSecret, takeDataFolder } from "../house/data-folder.mjs"
import { runningPostgres, startPostgres } from "../house/postgres.mjs"
import { Problem } from "../house/problem.mjs"
import { DATABASE } from "../house/sample-desk.mjs"
import { closeAtEnd } from "../house/shutdown.mjs"

/**
 * Whose database it is, for whoever is told.
 * @typedef {"given" | "running" | "started" | "none"} Found
 *
 * @typedef {object} Opened
 * @property {Record<string, string>} settings of lib/env.ts
 * @property {Found} found
 * @property {() => Promise<void>} keep to be called once a command has done what it should with it
 * @property {string} [problem] why there is none, where that is not as it should be
 */

/** @param {import("./commands.mjs").Command["on"]} on @returns {Promise<Opened>} */
export async function openDatabase(on) {
  if (on !== "any") return open(on)
  try {
    return await open(on)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const { STET_DATA = "", NEXTAUTH_URL = NOWHERE, NEXTAUTH_SECRET = "" } = process.env
    const settings = { DATABASE_URL: "none", STET_DATA: resolve(STET_DATA || ".stet"), NEXTAUTH_URL, NEXTAUTH_SECRET }
    return { ...opened(settings, "none"), problem: error.message }
  }
}

/** @param {import("./commands.mjs").Command["on"]} on @returns {Promise<Opened>} */
async function open(on) {
  const { DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, STET_DATA } = process.env
  const folder = openDataFolder(STET_DATA)
  const settings = {
    NEXTAUTH_SECRET: NEXTAUTH_SECRET || sessionSecret(folder),
    NEXTAUTH_URL: NEXTAUTH_URL || "http://localhost:3000",
    STET_DATA: folder,
  }
  if (DATABASE_URL) return opened({ ...settings, DATABASE_URL }, "given")
  const running = await runningPostgres(folder)
  if (running) return opened({ ...settings, DATABASE_URL: running(DATABASE) }, "running")
  if (on !== "empty" && !existsSync(join(folder, "postgres.json"))) {
    if (on === "any") return opened({ ...settings, DATABASE_URL: "none" }, "none")
    throw new Problem(`There is no database in ${folder} yet: npm start`)
  }
  closeAtEnd("the data folder", await takeDataFolder(folder, "stet on the command line"))
  const postgres = await startPostgres(folder, { say: process.stderr.isTTY ? console.error : () => {} })
  closeAtEnd("the database", postgres.stop)
  if (on === "empty" && !(await isThere(postgres, DATABASE))) return makeDraft(postgres, settings)
  return opened({ ...settings, DATABASE_URL: postgres.urlOf(DATABASE) }, "started")
}

/** Nothing is opened for what needs no database. @returns {Opened} */
export const noDatabase = () =>
  opened({ DATABASE_URL: "none", NEXTAUTH_SECRET: "0".repeat(16), NEXTAUTH_URL: NOWHERE }, "none")

const NOWHERE = "http://localhost"

/** Where a database is filled: it gets its name once it is whole, so that what ends half way leaves nothing to start with. */
const DRAFT = "stet_restored"

/** @typedef {import("../house/postgres.mjs").Postgres} Postgres */

/** @param {Postgres} postgres @param {Record<string, string>} settings @returns {Promise<Opened>} */
async function makeDraft(postgres, settings) {
  await onServer(postgres, `DROP DATABASE IF EXISTS ${DRAFT} WITH (FORCE)`)
  await onServer(postgres, `CREATE DATABASE ${DRAFT}`)
  const keep = () => onServer(postgres, `ALTER DATABASE ${DRAFT} RENAME TO ${DATABASE}`)
  return {
    ...opened({ ...settings, DATABASE_URL: postgres.urlOf(DRAFT) }, "started"),
    keep: async () => void (await keep()),
  }
}

/** @param {Postgres} postgres @param {string} database */
async function isThere(postgres, database) {
  const { rowCount } = await onServer(postgres, `SELECT 1 FROM pg_database WHERE datname = '${database}'`)
  return rowCount !== 0
}

/** @param {Postgres} postgres @param {string} sql */
async function onServer(postgres, sql) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: postgres.urlOf("postgres") })
  await client.connect()
  return client.query(sql).finally(() => client.end())
}

/** @param {Record<string, string>} settings @param {Found} found @returns {Opened} */
const opened = (settings, found) => ({ settings, found, keep: async () => {} })
