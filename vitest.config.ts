/** Two kinds of tests: `unit` needs nothing, `desk` a real Postgres, which lib/desk/testing brings. */
import { availableParallelism } from "node:os"
import { fileURLToPath } from "node:url"
import { configDefaults, defineConfig } from "vitest/config"

const root = fileURLToPath(new URL(".", import.meta.url))

/** What works on the database. */
const DESK = ["{app,seeds}/**/*.test.{ts,tsx}", "lib/desk/**/*.test.ts", "lib/*.test.ts"]

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

export default defineConfig({
  ...shared,
  test: {
    // All cores: of two, Vitest would leave one to itself.
    maxWorkers: availableParallelism(),
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          include: ["{bin,components,lib}/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, ...DESK],
          env: { DATABASE_URL: NO_DATABASE },
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          name: "desk",
          // Inside a transaction Prisma asks its driver several things at once, of which the driver warns each time.
          execArgv: ["--no-deprecation"],
          include: DESK,
          globalSetup: "lib/desk/testing/cluster.ts",
          setupFiles: "lib/desk/testing/database.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
