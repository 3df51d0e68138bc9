// @ts-check
/**
 * `npm test`: everything that shows whether Stet works, on a fresh clone too. Takes the names of runners; all by
 * default. The last line is `N passed, N failed`, summed over them.
 */
import { fileURLToPath } from "node:url"
import { checkNode, install } from "./house/install.mjs"
import { Problem, report } from "./house/problem.mjs"
import { RUNNERS } from "./house/runners.mjs"
import { closeAtEnd, end, endOnSignals, isEnding } from "./house/shutdown.mjs"
import { lastLine, sum } from "./house/tally.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))

/** @type {Map<string, import("./house/tally.mjs").Tally>} */
const tallies = new Map()

// Stopped from outside, the runners that have not finished have failed.
closeAtEnd("the tests", async () => printSummary())
endOnSignals(1)

const names = namesOf(process.argv.slice(2))
for (const name of names) tallies.set(name, { passed: 0, failed: ["it did not run to its end"] })
try {
  checkNode()
  process.chdir(root)
  await install(root)
  for (const name of names) await runOne(name)
} catch (error) {
  report(error)
}
await end(sum([...tallies.values()]).failed.length === 0 ? 0 : 1)

/** @param {string[]} given */
function namesOf(given) {
  const unknown = given.find((name) => !(name in RUNNERS))
  if (!unknown) return given.length > 0 ? given : Object.keys(RUNNERS)
  report(new Problem(`There is no runner ${unknown}. There are: ${Object.keys(RUNNERS).join(", ")}.`))
  return [unknown]
}

/** One runner's breakdown is no reason not to run the others. @param {string} name */
async function runOne(name) {
  console.log(`\n── ${name} ──`)
  try {
    const runner = RUNNERS[name]
    if (runner) tallies.set(name, await runner(root))
  } catch (error) {
    if (!isEnding()) report(error)
  }
}

/** Names what failed beside the sums: what the runners said of it stands far above. */
function printSummary() {
  console.log("")
  for (const [name, { passed, failed }] of tallies) {
    console.log(`${failed.length === 0 ? "✓" : "✗"} ${name.padEnd(8)} ${passed} passed, ${failed.length} failed`)
    for (const test of failed) console.log(`    ${test.replace(root, "")}`)
  }
  console.log(lastLine([...tallies.values()]))
}
