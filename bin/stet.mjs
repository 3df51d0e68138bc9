#!/usr/bin/env node
// @ts-check
/**
 * Stet's command line, for whoever runs it: `npx stet`, or `npm run stet --`. What there is to type stands in
 * bin/stet/commands.mjs; what is asked of the desk is done by bin/ask-desk.ts, in a process of its own.
 */
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { report } from "./house/problem.mjs"
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
try {
  await end(await main(process.argv.slice(2)))
} catch (error) {
  // What breaks while we end is broken by that.
  if (!isEnding()) await end(await failed(error))
}

/** @param {string[]} typed @returns {Promise<number>} */
async function main(typed) {
  const asked = given(typed)
  if ("help" in asked) {
    await out.words([helpOn(asked.help, asked.on)])
    return 0
  }
  const { command, options, names } = asked
  // `npm run stet` runs it in our folder, wherever npm was called.
  const { npm_lifecycle_event: script, INIT_CWD: called } = process.env
  const cwd = script === "stet" && called ? called : process.cwd()
  process.chdir(root)
  const { settings, found, keep, problem } = "check" in options ? noDatabase() : await openDatabase(command.on)
  const ask = {
    asked: { command: command.name, options, names, cwd, found, ...(problem && { problem }) },
    told: out.told,
  }
  const answer = await runTypeScript(join(root, "bin/ask-desk.ts"), settings, ask)
  const { code, kept, ...said } = /** @type {import("./stet/reply").Reply} */ (answer)
  if (kept) await keep()
  await out.answer(said)
  return code
}

/** @param {unknown} error */
async function failed(error) {
  const code = error instanceof Misuse ? 2 : 1
  if (!(error instanceof Error) || !(await out.problem(error))) report(error)
  return code
}
