/** The last line of a test run must not be better than what happened. */
import { expect, test } from "vitest"
import { lastLine, settle, sum, tallyOfChecks, tallyOfPlaywright, tallyOfVitest } from "./tally.mjs"

test("the last line sums over the runners", () => {
  const check = { passed: 5, failed: [] }
  expect(lastLine([check, { passed: 144, failed: ["a.test.ts one", "a.test.ts two"] }])).toBe("149 passed, 2 failed")
})

test("each tool of the check counts as one test, and is named when it fails", () => {
  const results = [
    { name: "lint", passed: true },
    { name: "types", passed: false },
    { name: "format", passed: true },
  ]
  expect(tallyOfChecks(results)).toEqual({ passed: 2, failed: ["types"] })
})

test("a browser test that passes only when tried again has failed", () => {
  const spec = (title: string, line: number, status: string) => ({
    title,
    line,
    file: "desk.spec.ts",
    tests: [{ status }],
  })
  const inner = { specs: [spec("flickers", 9, "flaky"), spec("is left out", 12, "skipped")] }
  const suites = [{ specs: [spec("works", 2, "expected"), spec("breaks", 5, "unexpected")], suites: [inner] }]
  const failed = ["desk.spec.ts:5 breaks", "desk.spec.ts:9 flickers"]
  expect(tallyOfPlaywright({ stats: { expected: 1 }, suites })).toEqual({ passed: 1, failed })
})

test("skipped tests are neither passed nor failed; a file that does not load has failed", () => {
  const results = (status: string, fullName: string) => ({ status, fullName })
  const testResults = [
    { name: "/a.test.ts", status: "failed", assertionResults: [results("passed", "one"), results("failed", "two")] },
    { name: "/b.test.ts", status: "failed", assertionResults: [] },
    { name: "/c.test.ts", status: "passed", assertionResults: [results("skipped", "three")] },
  ]
  const failed = ["/a.test.ts two", "/b.test.ts as a whole"]
  expect(tallyOfVitest({ numPassedTests: 1, testResults })).toEqual({ passed: 1, failed })
})

test.for([
  ["executed nothing", { passed: 0, failed: [] }, 0],
  ["wrote no report", undefined, 0],
  ["was killed before its report", undefined, 128],
] as const)("a runner that %s has failed", ([, tally, exitCode]) => {
  const settled = settle(tally && { ...tally, failed: [...tally.failed] }, exitCode)
  expect(settled).toEqual({ passed: 0, failed: [expect.any(String)] })
})

test("a runner that ends badly without naming a failed test has failed", () => {
  expect(settle({ passed: 12, failed: [] }, 1)).toEqual({ passed: 12, failed: ["the run as a whole (exit code 1)"] })
})

test("failed tests are counted once, whatever the exit code", () => {
  expect(settle({ passed: 12, failed: ["a"] }, 1)).toEqual({ passed: 12, failed: ["a"] })
})

test("no runner at all is a failure", () => {
  expect(sum([]).failed).toHaveLength(1)
})
