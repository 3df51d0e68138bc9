#!/usr/bin/env node
// @ts-check
/**
 * Stet's command line, for whoever runs it: `npx stet`, or `npm run stet --`. What there is to type stands in
 * bin/stet/commands.mjs; what is asked of the desk is done by bin/ask-desk.ts, in a process of its own.
 */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { checkNode } from "./house/install.mjs"
import { Problem, report } from "./house/problem.mjs"
import { runTypeScript } from "./house/sample-desk.mjs"
import { end, endOnSignals, isEnding } from "./house/shutdown.mjs"
import { given, Misuse } from "./stet/given.mjs"
import { helpOn } from "./stet/help.mjs"
import { noDatabase, openDatabase } from "./stet/open-database.mjs"
import { outlet } from "./stet/outlet.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))

/** What a shell says of a program that Ctrl-C has ended. */
const INTERRUPTED = 130

const out = outlet(process.argv.includes("--json") ? "json" : "words")
endOnSignals(INTERRUPTED)
// Whoever reads us may have read enough, as `head` does.
process.stdout.on("error", (error) => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code === "EPIPE") void end(0)
  else throw error
})
try {
  await end(await main(process.argv.slice(2)))
} catch (error) {
  // What breaks while we end is broken by that.
  if (!isEnding()) await end(await failed(error))
}

/** @param {string[]} typed @returns {Promise<number>} */
async function main(typed) {
  checkNode()
  const asked = given(typed)
  if ("help" in asked) {
    await out.words([helpOn(asked.help, asked.on)])
    return 0
  }
  if ("version" in asked) {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
    await out.answer({ lines: [`Stet ${version}`], value: { version } })
    return 0
  }
  checkPackages()
  const { command, options, names } = asked
  // `npm run stet` runs it in our folder, wherever npm was called.
  const { npm_lifecycle_event: script, INIT_CWD: called } = process.env
  const cwd = script === "stet" && called ? called : process.cwd()
  process.chdir(root)
  const { settings, keep, ...about } = "check" in options ? noDatabase() : await openDatabase(command.on)
  const ask = { asked: { command: command.name, options, names, cwd, ...about }, told: out.told }
  const answer = await runTypeScript(join(root, "bin/ask-desk.ts"), settings, ask)
  const { code, kept, ...said } = /** @type {import("./stet/reply").Reply} */ (answer)
  if (kept) await keep()
  await out.answer(said)
  return code
}

/** In a fresh clone there are none. */
function checkPackages() {
  if (["node_modules/tsx", "prisma/client/client.ts"].every((path) => existsSync(join(root, path)))) return
  throw new Problem("Stet’s packages are not installed yet: npm start does that, once.")
}

/** @param {unknown} error */
async function failed(error) {
  const code = error instanceof Misuse ? 2 : 1
  if (!(error instanceof Error) || !(await out.problem(error))) report(error)
  return code
}
