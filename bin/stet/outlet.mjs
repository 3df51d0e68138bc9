// @ts-check
/**
 * Where a command's words go: the answer to stdout, as lines or as one value in JSON and nothing beside it; how far it is
 * to stderr, in one line that is written over, where that is a terminal; warnings to stderr, and why there is no answer.
 */
import { Problem } from "../house/problem.mjs"

/** Back to the line's start, and all of it cleared. */
const CLEAR = "\r\u001B[K"

/** What steers a terminal, or turns the order of what stands there: titles and pages are written by strangers. */
const STEERING = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g

/** @param {string} words */
export const harmless = (words) => words.replaceAll(STEERING, "\uFFFD")

/**
 * What comes while a command is at work.
 * @typedef {{ line: string } | { progress: string } | { warning: string }} Told
 */

/**
 * @param {"json" | "words"} way
 * @param {{ stdout: NodeJS.WritableStream, stderr: NodeJS.WritableStream & { isTTY?: boolean, columns?: number } }} streams
 */
export function outlet(way, { stdout, stderr } = process) {
  const terminal = stderr.isTTY === true
  let progress = ""
  const clear = () => {
    if (progress) stderr.write(CLEAR)
    progress = ""
  }

  /** @param {string} text @returns {Promise<void>} */
  const written = (text) => new Promise((resolve) => stdout.write(text, () => resolve()))

  /** @param {readonly string[]} lines */
  const words = (lines) => {
    clear()
    return lines.length === 0 ? Promise.resolve() : written(harmless(`${lines.join("\n")}\n`))
  }

  /** @param {string} line */
  const aside = (line) => {
    clear()
    stderr.write(harmless(`${line}\n`))
  }

  /** @param {unknown} value */
  const inJson = (value) =>
    value === undefined
      ? Promise.resolve()
      : written(`${JSON.stringify(value, null, 2).replaceAll(STEERING, (one) => `\\u${hexOf(one)}`)}\n`)

  /** @param {unknown} message */
  const told = (message) => {
    const said = /** @type {Told} */ (message)
    if ("line" in said) {
      if (way === "words") void words([said.line])
    } else if ("warning" in said) {
      aside(said.warning)
    } else if (terminal) {
      // One that goes on in the next line could not be written over.
      progress = harmless(said.progress).slice(0, (stderr.columns || 80) - 1)
      stderr.write(`${CLEAR}${progress}`)
    }
  }

  return {
    words,
    told,
    /** @param {{ lines: readonly string[], value?: unknown, failed?: true }} said */
    answer: async ({ lines, value, failed }) => {
      clear()
      if (way === "json") return inJson(value)
      if (!failed) return words(lines)
      for (const line of lines) aside(line)
    },
    /** Says what went wrong, where somebody can mend it. @param {Error} error @returns {Promise<boolean>} whether it was said */
    problem: async (error) => {
      clear()
      if (!(error instanceof Problem)) return false
      if (way === "json") await inJson({ error: error.message })
      else aside(error.message)
      return true
    },
  }
}

/** @param {string} one */
const hexOf = (one) => one.charCodeAt(0).toString(16).padStart(4, "0")
