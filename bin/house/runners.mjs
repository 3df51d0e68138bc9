// @ts-check
/** The runners of `npm test`: each brings what it needs, runs, and answers with a tally of what it executed. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "./build.mjs"
import { printCheck, runChecks } from "./checks.mjs"
import { findChromium } from "./chromium.mjs"
import { openThrowawayFolder } from "./data-folder.mjs"
import { freePort } from "./free-port.mjs"
import { run } from "./run.mjs"
import { settle, tallyOfChecks, tallyOfPlaywright, tallyOfVitest } from "./tally.mjs"

/** Settings of the product: a test sets its own, and never sees those of whoever runs it. */
const SETTINGS = /^(DATABASE_URL|NEXTAUTH_.*|STET_.*|PORT|HOST|LOG_LEVEL|NODE_ENV)$/

/** @typedef {import("./tally.mjs").Tally} Tally */

/** @type {Record<string, (root: string) => Promise<Tally>>} */
export const RUNNERS = {
  check: async (root) => settle(tallyOfChecks(await runChecks(root, printCheck)), 0),
  unit: (root) => vitest(root, "unit*"),
  desk: (root) => vitest(root, "desk*"),
  browser,
}

/** @param {string} root @param {string} project @returns {Promise<Tally>} */
function vitest(root, project) {
  return withReport(async (file) => {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`]
    const script = join(root, "node_modules/vitest/vitest.mjs")
    const args = [script, "run", "--project", project, ...reporters]
    const { code } = await run(process.execPath, args, { cwd: root, env: testEnvironment(), output: "shown" })
    return { code, count: tallyOfVitest }
  })
}

/** So many browsers at work, each at a desk of its own: one waits for its desk more than it keeps a core busy. */
const DESKS = 2

/**
 * Runs Playwright, which starts the built app on databases and ports of its own (playwright.config.ts).
 * @param {string} root
 */
async function browser(root) {
  await build(root)
  const chromium = await findChromium(root)
  const desks = []
  for (let n = 0; n < DESKS; n += 1) desks.push({ port: String(await freePort()), data: openThrowawayFolder() })
  const place = { STET_E2E_DESKS: JSON.stringify(desks), CHROMIUM_PATH: chromium }
  const script = join(root, "node_modules/@playwright/test/cli.js")
  try {
    return await withReport(async (file) => {
      const env = { ...testEnvironment(), ...place, STET_E2E_REPORT: file }
      const { code } = await run(process.execPath, [script, "test"], { cwd: root, env, output: "shown" })
      return { code, count: tallyOfPlaywright }
    })
  } finally {
    for (const { data } of desks) rmSync(data, { recursive: true, force: true })
  }
}

/**
 * Has a runner write its report to a file and counts what stands there.
 * @template Report
 * @param {(file: string) => Promise<{ code: number, count: (report: Report) => Tally }>} runner
 * @returns {Promise<Tally>}
 */
async function withReport(runner) {
  const folder = mkdtempSync(join(tmpdir(), "stet-report-"))
  const file = join(folder, "report.json")
  try {
    const { code, count } = await runner(file)
    return settle(existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : undefined, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns {NodeJS.ProcessEnv} */
function testEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name))
  return { ...Object.fromEntries(kept), NODE_ENV: "test", NEXT_TELEMETRY_DISABLED: "1" }
}
