/**
 * The browser tests: the built app with the sample desk, started by `npm start` itself, and one Chromium at each desk.
 * `npm run test:browser` finds ports, data folders and Chromium, and passes them in.
 */
import { existsSync, statfsSync } from "node:fs"
import { defineConfig } from "@playwright/test"
import { DESKS, settingsOf, urlOf } from "./e2e/support/desks"

const { CHROMIUM_PATH: chromium = "", STET_E2E_REPORT: report } = process.env

/** As root, and in a container with a small /dev/shm, Chromium does not start without; files in its place are slower. */
const CONTAINED = ["--no-sandbox", ...(sharedMemory() < 2 ** 30 ? ["--disable-dev-shm-usage"] : [])]

/** In bytes. */
function sharedMemory(): number {
  if (!existsSync("/dev/shm")) return 0
  const { bavail, bsize } = statfsSync("/dev/shm")
  return bavail * bsize
}

/** There is nothing to see it but the tests: to play a graphics card in software takes a fifth of the time. */
const DRAWN = ["--disable-gpu"]

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // Each at a desk of its own: what one file does to the queue is not seen by the next. The machine may have two cores.
  workers: DESKS.length,
  forbidOnly: Boolean(process.env.CI),
  // The last takes the sample desk away.
  projects: [
    { name: "desk", testMatch: "*.spec.ts" },
    { name: "own desk", testMatch: "*.last.ts", dependencies: ["desk"] },
  ],
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    // Each frame is drawn in software: what moves would take a fifth of the time, and has other colours for a moment.
    contextOptions: { reducedMotion: "reduce" },
    // What can't be done is known long before the test is over.
    actionTimeout: 30_000,
    // A trace of each step costs a third of the time, and nobody looks at one that a throw-away machine keeps.
    trace: process.env.CI ? "off" : "retain-on-failure",
    launchOptions: { executablePath: chromium, args: [...DRAWN, ...(process.getuid?.() === 0 ? CONTAINED : [])] },
  },
  webServer: DESKS.map((desk) => ({
    command: "node bin/start.mjs",
    url: `${urlOf(desk)}/api/health/ready`,
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: { PORT: desk.port, STET_DATA: desk.data, ...settingsOf(desk) },
  })),
})
