// @ts-check
/** Counts what the runners report. A runner that executed nothing has not passed: it counts as a failure. */

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * @param {{ numPassedTests: number, numFailedTests: number }} report of `vitest --reporter=json`
 * @returns {Tally}
 */
export function tallyOfVitest({ numPassedTests, numFailedTests }) {
  return { passed: numPassedTests, failed: numFailedTests }
}

/**
 * A test that passes only when tried again has failed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number } }} report of `playwright --reporter=json`
 * @returns {Tally}
 */
export function tallyOfPlaywright({ stats: { expected, unexpected, flaky } }) {
  return { passed: expected, failed: unexpected + flaky }
}

/**
 * Each tool of the check is one test.
 * @param {{ passed: boolean }[]} results
 * @returns {Tally}
 */
export function tallyOfChecks(results) {
  const passed = results.filter((result) => result.passed).length
  return { passed, failed: results.length - passed }
}

/**
 * A runner's tally as it counts: one that executed nothing, wrote no report, or ended badly without naming a failed
 * test (a file that does not load, say) has failed.
 * @param {Tally | undefined} tally
 * @param {number} exitCode
 * @returns {Tally}
 */
export function settle(tally, exitCode) {
  const { passed, failed } = tally ?? { passed: 0, failed: 0 }
  const executed = passed + failed
  return failed === 0 && (executed === 0 || exitCode !== 0) ? { passed, failed: 1 } : { passed, failed }
}

/**
 * The last line of a test run.
 * @param {Tally[]} tallies
 * @returns {string}
 */
export function lastLine(tallies) {
  const { passed, failed } = sum(tallies)
  return `${passed} passed, ${failed} failed`
}

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  if (tallies.length === 0) return { passed: 0, failed: 1 }
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  }
}
