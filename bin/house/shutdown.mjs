// @ts-check
/**
 * Ends this process tidily: what was opened last is closed first, once, whatever asks for it. A terminal's Ctrl-C comes
 * to us and through npm, twice; the second changes nothing.
 */
import { existsSync, readFileSync } from "node:fs"
import { endAll } from "./run.mjs"

/** How often we look whether npm still lives: a restart right after its death waits no longer than that. */
const LOOK_EVERY_MS = 250

/** @type {{ what: string, close: () => Promise<void> }[]} */
const open = []

/** @type {Promise<void> | undefined} */
let closing

/**
 * Has something closed when the process ends.
 * @param {string} what
 * @param {() => Promise<void>} close
 */
export function closeAtEnd(what, close) {
  open.push({ what, close })
}

/**
 * Closes all and ends on SIGINT, SIGTERM and SIGHUP, and when the npm that runs us is gone.
 * @param {number} code whether being stopped is how it should end
 */
export function endOnSignals(code) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(code))
  if (process.env.npm_lifecycle_event) endWithNpm(code)
}

/** Whether the end has begun: what goes wrong from here on is its consequence. */
export function isEnding() {
  return closing !== undefined
}

/**
 * Closes all that is open and ends the process.
 * @param {number} code
 */
export async function end(code) {
  closing ??= closeAll()
  await closing
  process.exit(code)
}

async function closeAll() {
  endAll()
  for (const { what, close } of open.toReversed())
    await close().catch((error) => console.error(`Closing ${what}: ${error}`))
}

/**
 * npm runs us in a shell. A signal to npm ends that shell without reaching us, and nothing at all reaches us when npm is
 * killed; so we look whether both still live.
 * @param {number} code
 */
function endWithNpm(code) {
  const parent = process.ppid
  const npm = nameOf(parent)?.startsWith("npm") ? parent : parentOf(parent)
  const look = () => {
    if (process.ppid !== parent || (npm !== undefined && !isAlive(npm))) void end(code)
  }
  setInterval(look, LOOK_EVERY_MS).unref()
}

/** What Linux tells of a process; elsewhere nothing is known. @param {number} pid */
function statOf(pid) {
  const file = `/proc/${pid}/stat`
  return existsSync(file)
    ? /^\d+ \((?<name>.*)\) (?<state>\S) (?<parent>\d+)/s.exec(readFileSync(file, "utf8"))?.groups
    : undefined
}

/** @param {number} pid */
function nameOf(pid) {
  return statOf(pid)?.name
}

/** @param {number} pid */
function parentOf(pid) {
  const parent = statOf(pid)?.parent
  return parent === undefined ? undefined : Number(parent)
}

/** One that is dead and not yet buried by its parent still takes signals. @param {number} pid */
function isAlive(pid) {
  if (statOf(pid)?.state === "Z") return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM"
  }
}
