// @ts-check
/**
 * `npm start`: from a fresh clone to a running Stet, doing only what is not done yet. Node and npm have to be there,
 * nothing else. Before `install` has run nothing of npm's may be imported; so the parts that need it import it late.
 */
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "./house/build.mjs"
import { openDataFolder, sessionSecret, takeDataFolder } from "./house/data-folder.mjs"
import { checkNode, install } from "./house/install.mjs"
import { checkReach } from "./house/postgres-binaries.mjs"
import { startPostgres } from "./house/postgres.mjs"
import { Problem, report } from "./house/problem.mjs"
import { openSampleDatabase, readDemo, runTypeScript } from "./house/sample-desk.mjs"
import { openPort, untilReady } from "./house/serve.mjs"
import { closeAtEnd, end, endOnSignals, isEnding } from "./house/shutdown.mjs"
import { signInWords } from "./house/words.mjs"
import { migrate } from "./migrate.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))

/** @typedef {{ port: number, host: string, url: string, folder: string, database: string | undefined }} Place */

// Inside a transaction Prisma asks its driver several things at once; the driver's warning is for Prisma, not for editors.
process.noDeprecation = true
endOnSignals(0)
try {
  await start(process.argv.includes("--dev") ? "development" : "production")
} catch (error) {
  if (!isEnding()) await end(report(error))
}

/** @param {"production" | "development"} mode */
async function start(mode) {
  checkNode()
  process.chdir(root)
  const place = placeOf(process.env)
  closeAtEnd("the data folder", await takeDataFolder(place.folder, `Stet on ${place.url}`))
  const server = await openPort(place.port, place.host)
  closeAtEnd("the web server", server.close)
  if (!place.database) await checkReach(place.folder)
  await install(root)
  if (mode === "production") await build(root)
  const words = await openDatabase(place)
  surviveRejections()
  Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" })
  await server.serve(root, mode)
  await untilReady(localAddress(place))
  console.log(words)
}

/** @param {NodeJS.ProcessEnv} env @returns {Place} */
function placeOf({ PORT, HOST, DATABASE_URL, NEXTAUTH_URL, STET_DATA }) {
  const port = Number(PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Problem(`PORT is no port: ${PORT}`)
  return {
    port,
    // The sample desk's accounts are for whoever sits at this machine.
    host: DATABASE_URL ? HOST || "0.0.0.0" : "127.0.0.1",
    url: (NEXTAUTH_URL || `http://localhost:${port}`).replace(/\/$/, ""),
    folder: openDataFolder(STET_DATA),
    database: DATABASE_URL || undefined,
  }
}

/**
 * Opens the given database or our own, and puts the settings of lib/env.ts into the environment.
 * @param {Place} place
 * @returns {Promise<string>} what to tell whoever started Stet
 */
async function openDatabase({ folder, url, database }) {
  const secret = process.env.NEXTAUTH_SECRET || sessionSecret(folder)
  Object.assign(process.env, { NEXTAUTH_SECRET: secret, NEXTAUTH_URL: url, STET_DATA: folder })
  if (database) {
    delete process.env.STET_DEMO
    await migrate(database, console.log)
    return signInWords({ url, setupCode: await setupCode(database) })
  }
  const postgres = await startPostgres(folder)
  closeAtEnd("the database", postgres.stop)
  const settings = { STET_DEMO: "1" }
  process.env.DATABASE_URL = await openSampleDatabase(postgres, { root, folder, url, settings })
  Object.assign(process.env, settings)
  return signInWords({ url, demo: readDemo(folder, url), file: relative(process.cwd(), join(folder, "demo.json")) })
}

/**
 * A one-time code for the first owner, while nobody has set up.
 * @param {string} database
 * @returns {Promise<string | undefined>}
 */
async function setupCode(database) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM "User" LIMIT 1').finally(() => client.end())
  if (rowCount !== 0) return undefined
  const answer = await runTypeScript(join(root, "bin/setup-code.ts"), { DATABASE_URL: database })
  return /** @type {{ code: string | null }} */ (answer).code ?? undefined
}

/** One request's unforeseen failure must not end everybody's session; a broken process must. */
function surviveRejections() {
  process.on("unhandledRejection", (reason) => isEnding() || console.error(reason))
  process.on("uncaughtException", (error) => {
    if (isEnding()) return
    console.error(error)
    void end(1)
  })
}

/** @param {Place} place */
function localAddress({ host, port }) {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`
}
