#!/usr/bin/env node
// @ts-check
/**
 * Stet's command line, for whoever runs it: `npx stet`, or `npm run stet --`. It works on DATABASE_URL, or on the
 * database of the data folder, whether Stet runs or not. What it asks of the desk is bin/ask-desk.ts.
 */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { openDataFolder, sessionSecret, takeDataFolder } from "./house/data-folder.mjs"
import { runningPostgres, startPostgres } from "./house/postgres.mjs"
import { Problem, report } from "./house/problem.mjs"
import { DATABASE, runTypeScript } from "./house/sample-desk.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))

const USAGE = `Use:
  stet audit verify [--workspace SLUG]
      reads the log of every desk, or of one, from its start, and names the first link that is broken
  stet erase --workspace SLUG --as OWNERS-MAIL
      lists the articles that are deleted and still hold what was in them
  stet erase --workspace SLUG --as OWNERS-MAIL --article ID
      removes what is in a deleted article for good, in the name of that owner; it can't be taken back
  stet erase --workspace SLUG --as OWNERS-MAIL --person MAIL
      puts a pseudonym in the place of somebody who has left the desk; it can't be taken back
  stet desk create NAME --owner MAIL [--language en|de]
      makes another desk, of which whoever has an account with that e-mail is the owner
  stet account password --mail MAIL
      makes a link to hand over, by which somebody chooses a new password: once, for an hour
  stet account second-factor --mail MAIL
      takes away the second factor of somebody who has lost it`

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.exitCode = report(error)
}

/** @param {string[]} given @returns {Promise<number>} */
async function main(given) {
  const question = questionIn(given)
  if (!question) {
    console.log(USAGE)
    return given.length === 0 || given.includes("--help") ? 0 : 2
  }
  process.chdir(root)
  return withDatabase(async (settings) => {
    const asked = { ...settings, STET_ASKED: JSON.stringify(question) }
    const answer = await runTypeScript(join(root, "bin/ask-desk.ts"), asked)
    const { lines, code } = /** @type {{ lines: string[], code: number }} */ (answer)
    console.log(lines.join("\n"))
    return code
  })
}

/** @param {string[]} given */
function questionIn(given) {
  const [noun, verb] = given
  if (noun === "audit" && verb === "verify") return { audit: optionsIn(given.slice(2), ["workspace"]) }
  if (noun === "erase") return { erase: optionsIn(given.slice(1), ["workspace", "as", "article", "person"]) }
  if (noun === "account" && (verb === "password" || verb === "second-factor"))
    return { account: { ...optionsIn(given.slice(2), ["mail"]), lost: verb } }
  if (noun === "desk" && verb === "create") {
    const { owner, language } = optionsIn(given.slice(3), ["owner", "language"])
    return { desk: { workspaceName: given[2], owner, language } }
  }
  return null
}

/** @param {string[]} args @param {string[]} names @returns {Record<string, string>} */
function optionsIn(args, names) {
  const options = Object.fromEntries(names.map((name) => [name, { type: /** @type {const} */ ("string") }]))
  try {
    return /** @type {Record<string, string>} */ ({ ...parseArgs({ args, options }).values })
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  }
}

/**
 * Does something with a database: the given one, that of a Stet that runs, or that of the data folder, started for it.
 * @param {(settings: Record<string, string>) => Promise<number>} run
 */
async function withDatabase(run) {
  const { DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, STET_DATA } = process.env
  const folder = openDataFolder(STET_DATA)
  const settings = {
    NEXTAUTH_SECRET: NEXTAUTH_SECRET || sessionSecret(folder),
    NEXTAUTH_URL: NEXTAUTH_URL || "http://localhost:3000",
    STET_DATA: folder,
  }
  if (DATABASE_URL) return run({ ...settings, DATABASE_URL })
  const running = await runningPostgres(folder)
  if (running) return run({ ...settings, DATABASE_URL: running(DATABASE) })
  if (!existsSync(join(folder, "postgres.json"))) throw new Problem(`There is no database in ${folder} yet: npm start`)
  const leave = await takeDataFolder(folder, "stet on the command line")
  const postgres = await startPostgres(folder)
  try {
    return await run({ ...settings, DATABASE_URL: postgres.urlOf(DATABASE) })
  } finally {
    await postgres.stop()
    await leave()
  }
}
