// @ts-check
/** Counts what the runners report. A runner that executed nothing has not passed: it counts as a failure. */

/** @typedef {{ passed: number, failed: string[] }} Tally with the names of the tests that failed */

/**
 * A file that does not load has failed, as a test of its own.
 * @param {{ numPassedTests: number, testResults: VitestFile[] }} report of `vitest --reporter=json`
 * @returns {Tally}
 */
export function tallyOfVitest({ numPassedTests, testResults }) {
  const failed = testResults.flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === "failed")
    if (tests.length === 0 && status === "failed") return [`${name} as a whole`]
    return tests.map((test) => `${name} ${test.fullName}`)
  })
  return { passed: numPassedTests, failed }
}
/** @typedef {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }} VitestFile */

/**
 * A test that passes only when tried again has failed.
 * @param {{ stats: { expected: number }, suites: PlaywrightSuite[] }} report of `playwright --reporter=json`
 * @returns {Tally}
 */
export function tallyOfPlaywright({ stats, suites }) {
  return { passed: stats.expected, failed: suites.flatMap(failedIn) }
}
/** @typedef {{ title: string, file: string, line: number, tests: { status: string }[] }} PlaywrightSpec */
/** @typedef {{ specs: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite */

/** @param {PlaywrightSuite} suite @returns {string[]} */
function failedIn({ specs, suites = [] }) {
  const own = specs.flatMap(({ file, line, title, tests }) =>
    tests.filter(({ status }) => status === "unexpected" || status === "flaky").map(() => `${file}:${line} ${title}`),
  )
  return [...own, ...suites.flatMap(failedIn)]
}

/**
 * Each tool of the check is one test.
 * @param {{ name: string, passed: boolean }[]} results
 * @returns {Tally}
 */
export function tallyOfChecks(results) {
  const failed = results.filter((result) => !result.passed).map(({ name }) => name)
  return { passed: results.length - failed.length, failed }
}

/**
 * A runner's tally as it counts: one that executed nothing, wrote no report, or ended badly without naming a failed
 * test has failed.
 * @param {Tally | undefined} tally
 * @param {number} exitCode
 * @returns {Tally}
 */
export function settle(tally, exitCode) {
  const { passed, failed } = tally ?? { passed: 0, failed: [] }
  if (failed.length > 0 || (passed > 0 && exitCode === 0)) return { passed, failed }
  return { passed, failed: [tally ? `the run as a whole (exit code ${exitCode})` : "no report was written"] }
}

/**
 * The last line of a test run.
 * @param {Tally[]} tallies
 * @returns {string}
 */
export function lastLine(tallies) {
  const { passed, failed } = sum(tallies)
  return `${passed} passed, ${failed.length} failed`
}

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  if (tallies.length === 0) return { passed: 0, failed: ["no runner ran"] }
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.flatMap(({ failed }) => failed),
  }
}
