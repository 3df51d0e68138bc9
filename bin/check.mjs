// @ts-check
/** `npm run check`: what can be known without running the code. Fails if any of the tools found something. */
import { fileURLToPath } from "node:url"
import { printCheck, runChecks } from "./house/checks.mjs"
import { install } from "./house/install.mjs"
import { report } from "./house/problem.mjs"
import { endOnSignals } from "./house/shutdown.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))

endOnSignals(1)
try {
  await install(root)
  const results = await runChecks(root, printCheck)
  if (results.some(({ passed }) => !passed)) process.exitCode = 1
} catch (error) {
  process.exitCode = report(error)
}
