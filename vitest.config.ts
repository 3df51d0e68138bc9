/** What Vitest runs, and how. */
import { availableParallelism } from "node:os"
import { fileURLToPath } from "node:url"
import { configDefaults, defineConfig } from "vitest/config"

const root = fileURLToPath(new URL(".", import.meta.url))

/** What works on the database. */
const DESK = ["{app,seeds}/**/*.test.{ts,tsx}", "lib/desk/**/*.test.ts", "lib/*.test.ts"]

/** Of these, what puts other modules in the place of Stet's, or needs a database that nobody has worked in. */
const DESK_ALONE = [
  "{app,seeds}/**/*.test.{ts,tsx}",
  "lib/*.test.ts",
  "lib/desk/{account,acts,backup,citing,guards,host-turns,links,mailing,notice-mails,public-archive,refusals,setup,sign-in,watching,webhooks}.test.ts",
]

/** What keeps nothing from one call to the next: its tests share their modules, which are loaded once for all of them. */
const PURE = ["lib/{anchor,api,document,domain}/**/*.test.{ts,tsx}"]

/** Of the parts of screens, what puts other things in the place of the browser's, or keeps what waits to be sent. */
const PARTS_ALONE = [
  "components/{galley/held-marks,import/{intake,send-import},review-queue/sightings,shell/preferences}.test.{ts,tsx}",
  "components/{review/{messenger,out-tray,outcome},ui/{autosaver,connection},viewer/chosen-passage}.test.{ts,tsx}",
]

/** Nobody listens there: a unit test that reaches for a database fails, whatever the environment says. */
const NO_DATABASE = "postgresql://nobody@127.0.0.1:1/nothing"

const shared = {
  resolve: {
    alias: {
      "@": root,
      // It throws outside of a server component, which a test is not.
      "server-only": `${root}node_modules/server-only/empty.js`,
    },
  },
}

const unit = { env: { DATABASE_URL: NO_DATABASE }, testTimeout: 30_000 }

const desk = {
  // Where all is tried, so is more of what nobody sends on purpose.
  provide: { fuzzSeconds: process.env.CI ? 60 : 0 },
  // Inside a transaction Prisma asks its driver several things at once, of which the driver warns each time.
  execArgv: ["--no-deprecation"],
  globalSetup: "lib/desk/testing/cluster.ts",
  setupFiles: "lib/desk/testing/database.ts",
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

/**
 * Two kinds of tests: `unit` needs nothing, `desk` a real Postgres, which lib/desk/testing brings. Of each kind most
 * share a worker's modules; some are alone with theirs.
 */
export default defineConfig({
  ...shared,
  test: {
    // All cores: of two, Vitest would leave one to itself.
    maxWorkers: availableParallelism(),
    projects: [
      {
        ...shared,
        test: {
          ...unit,
          name: "unit",
          isolate: false,
          include: [...PURE, "components/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, ...PARTS_ALONE],
        },
      },
      {
        ...shared,
        test: {
          ...unit,
          name: "unit alone",
          include: ["{bin,lib}/**/*.test.{ts,tsx}", ...PARTS_ALONE],
          exclude: [...configDefaults.exclude, ...PURE, ...DESK],
        },
      },
      {
        ...shared,
        test: {
          ...desk,
          name: "desk",
          isolate: false,
          include: DESK,
          exclude: [...configDefaults.exclude, ...DESK_ALONE],
        },
      },
      { ...shared, test: { ...desk, name: "desk alone", include: DESK_ALONE } },
    ],
  },
})
