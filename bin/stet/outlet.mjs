// @ts-check
/**
 * Where a command's words go: the answer to stdout, as lines or as one value in JSON and nothing beside it; how far it is
 * to stderr, in one line that is written over, where that is a terminal; warnings to stderr.
 */
import { Problem } from "../house/problem.mjs"
import { end } from "../house/shutdown.mjs"

/** Back to the line's start, and all of it cleared. */
const CLEAR = "\r\u001B[K"

/**
 * What comes while a command is at work.
 * @typedef {{ line: string } | { progress: string } | { warning: string }} Told
 */

/** @param {"json" | "words"} way */
export function outlet(way) {
  // Whoever reads us may have read enough, as `head` does.
  process.stdout.on("error", (error) => {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EPIPE") void end(0)
    else throw error
  })
  const terminal = process.stderr.isTTY === true
  let progress = ""
  const clear = () => {
    if (progress) process.stderr.write(CLEAR)
    progress = ""
  }

  /** @param {readonly string[]} lines */
  const words = (lines) => {
    clear()
    return lines.length === 0 ? Promise.resolve() : written(`${lines.join("\n")}\n`)
  }

  /** @param {unknown} message */
  const told = (message) => {
    const said = /** @type {Told} */ (message)
    if ("line" in said) {
      if (way === "words") void words([said.line])
    } else if ("warning" in said) {
      clear()
      console.error(said.warning)
    } else if (terminal) {
      progress = said.progress
      process.stderr.write(`${CLEAR}${said.progress}`)
    }
  }

  return {
    words,
    told,
    /** @param {{ lines: readonly string[], value?: unknown }} said */
    answer: ({ lines, value }) => {
      clear()
      if (way === "words") return words(lines)
      return value === undefined ? Promise.resolve() : written(`${JSON.stringify(value, null, 2)}\n`)
    },
    /** Says what went wrong to a program, where one listens. @param {Error} error @returns {Promise<boolean>} whether it was said */
    problem: async (error) => {
      clear()
      if (way === "words" || !(error instanceof Problem)) return false
      await written(`${JSON.stringify({ error: error.message }, null, 2)}\n`)
      return true
    },
  }
}

/** @param {string} text @returns {Promise<void>} */
function written(text) {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()))
}
