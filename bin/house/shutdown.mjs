// @ts-check
/**
 * Ends this process tidily: what was opened last is closed first, once, whatever asks for it. A terminal's Ctrl-C comes
 * to us and through npm, twice; the second changes nothing.
 */
import { endAll } from "./run.mjs"

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
 * Closes all and ends on SIGINT, SIGTERM and SIGHUP.
 * @param {number} code whether being stopped is how it should end
 */
export function endOnSignals(code) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(code))
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
