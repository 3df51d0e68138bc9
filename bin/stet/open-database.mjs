// @ts-check
/** The database that a command works on: the given one, that of a Stet that runs, or that of the data folder, started for it. */
import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { openDataFolder, readPrivate, sessionSecret, takeDataFolder, userOf } from "../house/data-folder.mjs"
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
 * @property {true} [strange] the server's secret is not known here: another takes its place
 */

/** @param {import("./commands.mjs").Command["on"]} on @returns {Promise<Opened>} */
export async function openDatabase(on) {
  if (on !== "any") return open(on)
  try {
    return await open(on)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ...opened({ ...settingsIn(folderNamed()), DATABASE_URL: "none" }, "none"), problem: error.message }
  }
}

/** @param {import("./commands.mjs").Command["on"]} on @returns {Promise<Opened>} */
async function open(on) {
  const { DATABASE_URL } = process.env
  const folder = folderNamed()
  if (DATABASE_URL) return opened({ ...settingsIn(folder), DATABASE_URL }, "given")
  if (on === "empty") return openToFill(openDataFolder(folder))
  if (!existsSync(join(folder, "postgres.json"))) {
    if (on === "any") return opened({ ...settingsIn(folder), DATABASE_URL: "none" }, "none")
    throw noneIn(folder)
  }
  sessionSecret(folder)
  const user = await userOf(folder)
  // One that another command has started ends with that command: its end is waited for.
  const running = user?.startsWith(US) ? null : await runningPostgres(folder)
  if (running) {
    await mustBeThere(running, folder)
    const address = process.env.NEXTAUTH_URL || /^Stet on (\S+)/.exec(user ?? "")?.[1]
    const settings = { ...settingsIn(folder), ...(address && { NEXTAUTH_URL: address }) }
    return opened({ ...settings, DATABASE_URL: running(DATABASE) }, "running")
  }
  const postgres = await start(folder)
  await mustBeThere(postgres.urlOf, folder)
  return opened({ ...settingsIn(folder), DATABASE_URL: postgres.urlOf(DATABASE) }, "started")
}

/** As whom we take a data folder. */
const US = "stet on the command line"

/** A folder that is not there is not made by looking into it. */
const folderNamed = () => resolve(process.env.STET_DATA || ".stet")

/** @param {string} folder */
const noneIn = (folder) =>
  new Problem(
    `There is no database in ${folder} yet: npm start makes one, and stet restore fills one.\n` +
      "STET_DATA names another folder, and DATABASE_URL a Postgres of yours.",
  )

/** @param {string} folder */
function settingsIn(folder) {
  const { NEXTAUTH_SECRET, NEXTAUTH_URL, PORT } = process.env
  return {
    STET_DATA: folder,
    NEXTAUTH_URL: NEXTAUTH_URL || `http://localhost:${PORT || 3000}`,
    NEXTAUTH_SECRET: NEXTAUTH_SECRET || secretIn(folder),
  }
}

/** Empty where there is none, or where it is not ours to read: another takes its place then. @param {string} folder */
function secretIn(folder) {
  try {
    /** @type {{ session: string } | undefined} */
    const kept = readPrivate(folder, "secrets.json")
    return kept?.session ?? ""
  } catch {
    return ""
  }
}

/** @param {string} folder */
async function start(folder) {
  closeAtEnd("the data folder", await takeDataFolder(folder, US))
  const postgres = await startPostgres(folder, { say: process.stderr.isTTY ? console.error : () => {} })
  closeAtEnd("the database", postgres.stop)
  return postgres
}

/** Also where a restore was killed, whose Postgres may live on. @param {string} folder @returns {Promise<Opened>} */
async function openToFill(folder) {
  sessionSecret(folder)
  const postgres = await start(folder)
  if (!(await isThere(postgres.urlOf))) return makeDraft(postgres, settingsIn(folder))
  return opened({ ...settingsIn(folder), DATABASE_URL: postgres.urlOf(DATABASE) }, "started")
}

/** Nothing is opened for what needs no database. @returns {Opened} */
export const noDatabase = () => opened({ DATABASE_URL: "none", NEXTAUTH_SECRET: "", NEXTAUTH_URL: NOWHERE }, "none")

const NOWHERE = "http://localhost"

/** Where a database is filled: it gets its name once it is whole, so that what ends half way leaves nothing to start with. */
const DRAFT = "stet_restored"

/** @typedef {import("../house/postgres.mjs").Postgres} Postgres */

/** @param {Postgres} postgres @param {Record<string, string>} settings @returns {Promise<Opened>} */
async function makeDraft({ urlOf }, settings) {
  await onServer(urlOf, `DROP DATABASE IF EXISTS ${DRAFT} WITH (FORCE)`)
  await onServer(urlOf, `CREATE DATABASE ${DRAFT}`)
  const keep = () => onServer(urlOf, `ALTER DATABASE ${DRAFT} RENAME TO ${DATABASE}`)
  return {
    ...opened({ ...settings, DATABASE_URL: urlOf(DRAFT) }, "started"),
    keep: async () => void (await keep()),
  }
}

/** A first start or a restore that ended half way leaves a Postgres without it. @param {Postgres["urlOf"]} urlOf @param {string} folder */
async function mustBeThere(urlOf, folder) {
  if (!(await isThere(urlOf))) throw noneIn(folder)
}

/** @param {Postgres["urlOf"]} urlOf */
async function isThere(urlOf) {
  const { rowCount } = await onServer(urlOf, `SELECT 1 FROM pg_database WHERE datname = '${DATABASE}'`)
  return rowCount !== 0
}

/** @param {Postgres["urlOf"]} urlOf @param {string} sql */
async function onServer(urlOf, sql) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: urlOf("postgres") })
  await client.connect()
  return client.query(sql).finally(() => client.end())
}

/** @param {Record<string, string>} settings @param {Found} found @returns {Opened} */
function opened(settings, found) {
  const keep = async () => {}
  if (settings.NEXTAUTH_SECRET) return { settings, found, keep }
  return {
    settings: { ...settings, NEXTAUTH_SECRET: randomBytes(32).toString("base64url") },
    found,
    keep,
    strange: true,
  }
}
