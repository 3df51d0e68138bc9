// @ts-check
/** Runs other programs, and remembers those still running so that nothing outlives us. Knows nothing of Stet. */
import { spawn } from "node:child_process"
import { Problem } from "./problem.mjs"

/** What a failed program said last; enough to see why, short enough to read. */
const TAIL = 6000

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set()

/**
 * @typedef {object} Finished
 * @property {number} code 0 when all went well; 128 when a signal ended it
 * @property {string} output what it printed on both streams, unless it was shown
 * @property {string} stdout
 *
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] the whole environment of the program; ours by default
 * @property {string} [cwd]
 * @property {number} [uid] run as this user
 * @property {number} [gid]
 * @property {"shown" | "kept"} [output] straight to the terminal, or kept in the answer (the default)
 */

/**
 * Runs a program to its end and answers how it went; throws only if it can't be started.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Finished>}
 */
export function run(command, args, { output = "kept", ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", ...streams(output)] })
    running.add(child)
    let said = ""
    let stdout = ""
    child.stdout?.on("data", (chunk) => void (stdout += chunk.toString()))
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => void (said += chunk.toString()))
    child.on("error", reject)
    child.on("close", (code) => {
      running.delete(child)
      resolve({ code: code ?? 128, output: said, stdout })
    })
  })
}

/**
 * Runs a program that has to succeed.
 * @param {string} what what it does, for the message when it fails
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} what it printed on stdout
 */
export async function must(what, command, args, options) {
  const { code, output, stdout } = await run(command, args, options)
  if (code !== 0) throw new Problem(`${what} failed (exit code ${code}).\n${output.slice(-TAIL)}`)
  return stdout
}

/** Has a program end when we do. @param {import("node:child_process").ChildProcess} child */
export function endsWithUs(child) {
  running.add(child)
  child.once("exit", () => void running.delete(child))
}

/** Ends every program that we have started and that still runs. */
export function endAll() {
  for (const child of running) child.kill("SIGTERM")
}

/** @param {"shown" | "kept"} output @returns {("inherit" | "pipe")[]} */
function streams(output) {
  return output === "shown" ? ["inherit", "inherit"] : ["pipe", "pipe"]
}
