// @ts-check
/**
 * The data folder: where it is, who is using it, and the small private files in it. A folder is used by one Stet at a
 * time; the sign of use is a socket that the system closes when its owner dies, however it dies, so that nothing stale
 * can lock anybody out.
 */
import { createHash, randomBytes } from "node:crypto"
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { connect, createServer } from "node:net"
import { tmpdir } from "node:os"
import { join, relative, resolve } from "node:path"
import { Problem } from "./problem.mjs"

/** A Stet that has been told to stop is gone by then, open connections included. */
const PATIENCE_MS = 4000

/** The longest path that every system takes for a socket. */
const LONGEST_SOCKET_PATH = 100

/**
 * Makes the folder if need be. Others may pass through one that we made, because as root the database runs as a user of
 * its own; they can't list it, and what is in it is private.
 * @param {string} [given] STET_DATA
 * @returns {string} its absolute path
 */
export function openDataFolder(given) {
  const folder = resolve(given || ".stet")
  if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o711)
  return folder
}

/**
 * A data folder for a test or an experiment, empty and of its own.
 * @returns {string}
 */
export function openThrowawayFolder() {
  const folder = mkdtempSync(join(tmpdir(), "stet-"))
  chmodSync(folder, 0o711)
  return folder
}

/**
 * Takes the folder for this process, or says who has it.
 * @param {string} folder
 * @param {string} user what to tell the next one who tries, such as "Stet on http://localhost:3000"
 * @returns {Promise<() => Promise<void>>} gives it back
 */
export async function takeDataFolder(folder, user) {
  const address = socketOf(folder)
  const owner = await patiently(() => askOwner(address))
  if (owner !== null) throw new Problem(`The data folder ${folder} is in use by ${owner}. Stop that one first.`)
  rmSync(address, { force: true })
  const server = createServer((socket) => void socket.on("error", () => {}).end(`${user} (process ${process.pid})`))
  await new Promise((done, failed) => server.once("error", failed).listen(address, () => done(undefined)))
  server.unref()
  return () => new Promise((done) => server.close(() => done()))
}

/**
 * Who has the folder now, as they call themselves.
 * @param {string} folder
 * @returns {Promise<string | null>} null where nobody has
 */
export const userOf = (folder) => askOwner(socketOf(folder))

/**
 * Reads a private file of the folder.
 * @template T
 * @param {string} folder
 * @param {string} name
 * @returns {T | undefined}
 */
export function readPrivate(folder, name) {
  const file = join(folder, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined
}

/**
 * Writes a file that nobody else may read, whole or not at all.
 * @param {string} folder
 * @param {string} name
 * @param {unknown} content
 */
export function writePrivate(folder, name, content) {
  const file = join(folder, name)
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}

/**
 * The secret that signs sessions: made once, then kept.
 * @param {string} folder
 */
export function sessionSecret(folder) {
  /** @type {{ session: string } | undefined} */
  const kept = readPrivate(folder, "secrets.json")
  if (kept) return kept.session
  const session = randomBytes(32).toString("base64url")
  writePrivate(folder, "secrets.json", { session })
  return session
}

/** @param {string} folder */
function socketOf(folder) {
  const name = `stet-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`
  const inside = relative(process.cwd(), join(folder, "start.sock"))
  return inside.length <= LONGEST_SOCKET_PATH ? inside : join(tmpdir(), `${name}.sock`)
}

/**
 * Asks until there is no owner, or patience ends: one that is being stopped needs a moment.
 * @param {() => Promise<string | null>} ask
 */
async function patiently(ask) {
  const end = Date.now() + PATIENCE_MS
  let owner = await ask()
  while (owner !== null && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    owner = await ask()
  }
  return owner
}

/** @param {string} address @returns {Promise<string | null>} */
function askOwner(address) {
  return new Promise((resolve) => {
    const socket = connect(address)
    let owner = ""
    socket.setTimeout(2000, () => socket.destroy())
    socket.on("data", (chunk) => void (owner += chunk.toString()))
    socket.on("error", () => resolve(null))
    socket.on("close", () => resolve(owner || "another process"))
  })
}
