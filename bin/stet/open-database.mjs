// @ts-check
/** The database that a command works on: the given one, that of a Stet that runs, or that of the data folder, started for it. */
import { existsSync } from "node:fs"
import { join } from "node:path"
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
 */

/** @param {import("./commands.mjs").Command["on"]} on @returns {Promise<Opened>} */
export async function openDatabase(on) {
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
  if (on === "desk" && !existsSync(join(folder, "postgres.json")))
    throw new Problem(`There is no database in ${folder} yet: npm start`)
  closeAtEnd("the data folder", await takeDataFolder(folder, "stet on the command line"))
  const postgres = await startPostgres(folder)
  closeAtEnd("the database", postgres.stop)
  return opened({ ...settings, DATABASE_URL: postgres.urlOf(DATABASE) }, "started")
}

/** @param {Record<string, string>} settings @param {Found} found @returns {Opened} */
const opened = (settings, found) => ({ settings, found, keep: async () => {} })
