// @ts-check
/**
 * The database that Stet brings itself: made, filled with the sample desk, and brought up to date. And demo.json, which
 * says how to sign in there.
 */
import { fork } from "node:child_process"
import { join } from "node:path"
import { migrate } from "../migrate.mjs"
import { readPrivate, writePrivate } from "./data-folder.mjs"
import { Problem } from "./problem.mjs"
import { endsWithUs } from "./run.mjs"

/** The database of a data folder. */
export const DATABASE = "stet"

/** Where the first run works until all is there; a kill half way leaves only this, and the next start begins anew. */
const DRAFT = "stet_first_run"

const DEMO_FILE = "demo.json"

/**
 * @typedef {{ role: string, name: string, email: string, password: string, token: string }} Account
 * @typedef {{ url: string, accounts: Account[] }} Demo
 */

/**
 * @param {import("./postgres.mjs").Postgres} postgres
 * @param {{ root: string, folder: string, url: string, settings: Record<string, string> }} place
 * @returns {Promise<string>} the address of the database
 */
export async function openSampleDatabase(postgres, { root, folder, url, settings }) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: postgres.urlOf("postgres") })
  await client.connect()
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE])
    if (rowCount === 0) {
      await client.query(`DROP DATABASE IF EXISTS ${DRAFT} WITH (FORCE)`)
      await client.query(`CREATE DATABASE ${DRAFT}`)
      await migrate(postgres.urlOf(DRAFT))
      const accounts = await seed(root, { ...settings, DATABASE_URL: postgres.urlOf(DRAFT) })
      writePrivate(folder, DEMO_FILE, { url, accounts })
      await client.query(`ALTER DATABASE ${DRAFT} RENAME TO ${DATABASE}`)
    }
  } finally {
    await client.end()
  }
  await migrate(postgres.urlOf(DATABASE), console.log)
  return postgres.urlOf(DATABASE)
}

/**
 * The sample desk's accounts, with the address at which Stet runs now. Nothing once somebody has a desk of their own.
 * @param {string} folder
 * @param {string} url
 * @returns {Demo | undefined}
 */
export function readDemo(folder, url) {
  /** @type {Demo | undefined} */
  const demo = readPrivate(folder, DEMO_FILE)
  if (!demo || demo.url === url) return demo
  const moved = { ...demo, url }
  writePrivate(folder, DEMO_FILE, moved)
  return moved
}

/**
 * @param {string} root
 * @param {Record<string, string>} settings
 * @returns {Promise<Account[]>}
 */
async function seed(root, settings) {
  console.log("Filling the sample desk …")
  const answer = await runTypeScript(join(root, "bin/seed.ts"), settings)
  return /** @type {{ accounts: Account[] }} */ (answer).accounts
}

/**
 * Runs a TypeScript program that sends one message with its answer; or, where it is asked something, `{ answer }`, and
 * `{ told }` as often as it likes before.
 * @param {string} file
 * @param {Record<string, string>} settings
 * @param {{ asked: unknown, told: (message: unknown) => void }} [ask]
 * @returns {Promise<unknown>}
 */
export function runTypeScript(file, settings, ask) {
  return new Promise((resolve, reject) => {
    /** @type {NodeJS.ProcessEnv} */
    const env = { ...process.env, NODE_ENV: "production", ...settings }
    const child = fork(file, { execArgv: ["--no-deprecation", "--import", import.meta.resolve("tsx")], env })
    endsWithUs(child)
    /** @type {unknown} */
    let answer
    child.on("message", (message) => {
      const said = /** @type {{ told?: unknown, answer?: unknown }} */ (message)
      if (ask && said.told !== undefined) ask.told(said.told)
      else answer = ask ? said.answer : message
    })
    if (ask) child.send(/** @type {import("node:child_process").Serializable} */ (ask.asked))
    child.on("error", reject)
    child.on("exit", (code) => {
      if (code === 0 && answer !== undefined) resolve(answer)
      else reject(new Problem(`${file} failed (exit code ${code}); what it said stands above.`))
    })
  })
}
