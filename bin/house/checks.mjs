// @ts-check
/** The checks that read the code without running it: one result for each tool. */
import { join } from "node:path"
import { run } from "./run.mjs"

/** Two at a time: more only get in each other's way on a small machine. */
const AT_ONCE = 2

/**
 * Longest first, so that the others fit beside it.
 * @type {{ name: string, steps: string[][] }[]}
 */
const CHECKS = [
  { name: "lint", steps: [["eslint/bin/eslint.js", ".", "--max-warnings", "0"]] },
  {
    name: "types",
    steps: [
      ["next/dist/bin/next", "typegen"],
      ["typescript/bin/tsc", "--noEmit"],
    ],
  },
  { name: "format", steps: [["prettier/bin/prettier.cjs", "--check", ".", "--log-level", "warn"]] },
  { name: "unused", steps: [["knip/bin/knip.js", "--no-config-hints"]] },
  { name: "arrows", steps: [["../bin/arrows.mjs"]] },
]

/** @typedef {{ name: string, passed: boolean, seconds: number, output: string }} CheckResult */

/**
 * Runs all checks and tells each result as it comes.
 * @param {string} root
 * @param {(result: CheckResult) => void} tell
 * @returns {Promise<CheckResult[]>}
 */
export async function runChecks(root, tell) {
  /** @type {CheckResult[]} */
  const results = []
  const waiting = [...CHECKS]
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = await runCheck(root, check)
      results.push(result)
      tell(result)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return results
}

/**
 * Prints a result: a line, and what the tool said if it found something.
 * @param {CheckResult} result
 */
export function printCheck({ name, passed, seconds, output }) {
  console.log(`${passed ? "✓" : "✗"} ${name.padEnd(8)} ${seconds.toFixed(1)} s`)
  if (!passed) console.log(`${output.trim()}\n`)
}

/** @param {string} root @param {typeof CHECKS[number]} check @returns {Promise<CheckResult>} */
async function runCheck(root, { name, steps }) {
  const begun = Date.now()
  let output = ""
  for (const [script = "", ...args] of steps) {
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" }
    const step = await run(process.execPath, [join(root, "node_modules", script), ...args], { cwd: root, env })
    output += step.output
    if (step.code !== 0) return { name, passed: false, seconds: (Date.now() - begun) / 1000, output }
  }
  return { name, passed: true, seconds: (Date.now() - begun) / 1000, output }
}
