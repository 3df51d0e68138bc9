/** The last line of a test run must not be better than what happened. */
import { expect, test } from "vitest"
import { lastLine, settle, sum, tallyOfChecks, tallyOfPlaywright, tallyOfVitest } from "./tally.mjs"

test("the last line sums over the runners", () => {
  expect(
    lastLine([
      { passed: 5, failed: 0 },
      { passed: 144, failed: 2 },
    ]),
  ).toBe("149 passed, 2 failed")
})

test("each tool of the check counts as one test", () => {
  expect(tallyOfChecks([{ passed: true }, { passed: false }, { passed: true }])).toEqual({ passed: 2, failed: 1 })
})

test("a browser test that passes only when tried again has failed", () => {
  expect(tallyOfPlaywright({ stats: { expected: 7, unexpected: 1, flaky: 2 } })).toEqual({ passed: 7, failed: 3 })
})

test("skipped tests are neither passed nor failed", () => {
  const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 4 }
  expect(settle(tallyOfVitest(report), 0)).toEqual({ passed: 3, failed: 0 })
})

test.for([
  ["executed nothing", { passed: 0, failed: 0 }, 0],
  ["wrote no report", undefined, 0],
  ["was killed before its report", undefined, 128],
] as const)("a runner that %s has failed", ([, tally, exitCode]) => {
  expect(settle(tally, exitCode)).toEqual({ passed: 0, failed: 1 })
})

test("a runner that ends badly without naming a failed test has failed", () => {
  expect(settle({ passed: 12, failed: 0 }, 1)).toEqual({ passed: 12, failed: 1 })
})

test("failed tests are counted once, whatever the exit code", () => {
  expect(settle({ passed: 12, failed: 3 }, 1)).toEqual({ passed: 12, failed: 3 })
})

test("no runner at all is a failure", () => {
  expect(sum([])).toEqual({ passed: 0, failed: 1 })
})
