/**
 * The browser tests: the built app with the sample desk, started by `npm start` itself on a port and a data folder of
 * its own, and one Chromium. `npm run test:browser` finds them and passes them in.
 */
import { defineConfig } from "@playwright/test"

const { STET_E2E_PORT: port = "", STET_E2E_DATA: data = "", STET_E2E_REPORT: report } = process.env
const chromium = process.env.CHROMIUM_PATH ?? ""

const baseURL = `http://localhost:${port}`

/** As root, and in a container with a small /dev/shm, Chromium does not start without. */
const CONTAINED = ["--no-sandbox", "--disable-dev-shm-usage"]

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // All work on one desk, and the machine may have two cores.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // The last takes the sample desk away.
  projects: [
    { name: "desk", testMatch: "*.spec.ts" },
    { name: "own desk", testMatch: "*.last.ts", dependencies: ["desk"] },
  ],
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    // A trace of each step costs a third of the time, and nobody looks at one that a throw-away machine keeps.
    trace: process.env.CI ? "off" : "retain-on-failure",
    launchOptions: { executablePath: chromium, args: process.getuid?.() === 0 ? CONTAINED : [] },
  },
  webServer: {
    command: "node bin/start.mjs",
    url: `${baseURL}/api/health/ready`,
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: { PORT: port, STET_DATA: data, LOG_LEVEL: "warn" },
  },
})
