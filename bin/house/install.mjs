// @ts-check
/**
 * What has to be there before anything of npm's can be loaded: the right Node, the packages of the lock file, the
 * generated database client. Looks before it acts, and when all is there it costs a few milliseconds.
 */
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Problem } from "./problem.mjs"
import { must } from "./run.mjs"

/** As in package.json: the oldest Node that all packages run on. */
const OLDEST_NODE = [20, 19]

/**
 * The locked versions, and no change of the lock file. `npm ci` does the same, but refuses to begin when the lock file
 * lacks some other platform's package (see `npm run lock`). Scripts are skipped: some would download, and what the
 * others do is done here. npm says what goes wrong even where it was told to be silent.
 */
const INSTALL = ["install", "--no-save", "--include=dev", "--ignore-scripts", "--loglevel=error"]

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockedPackage */

/** @param {string} [version] */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = OLDEST_NODE
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  throw new Problem(`Stet needs Node ${OLDEST_NODE.join(".")} or newer; this is ${version}. Get one from nodejs.org.`)
}

/**
 * Installs packages if they differ from the lock file, and generates the database client if the schema changed.
 * @param {string} root
 */
export async function install(root) {
  if (!isInstalled(root)) {
    console.log("Installing packages …")
    await must("Installing packages", ...npm(INSTALL), { cwd: root })
  }
  await generateClient(root)
}

/**
 * Whether node_modules holds what the lock file asks for, by npm's own account of what it has put there.
 * @param {string} root
 */
export function isInstalled(root) {
  const installed = packagesOf(join(root, "node_modules/.package-lock.json"))
  if (!installed) return false
  const wanted = packagesOf(join(root, "package-lock.json")) ?? {}
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    const there = installed[path]
    return path === "" || (there ? there.version === version : Boolean(optional || devOptional))
  })
}

/**
 * npm, as this process was started by it or as the shell finds it.
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
function npm(args) {
  const script = process.env.npm_execpath
  return script?.endsWith(".js") ? [process.execPath, [script, ...args]] : ["npm", args]
}

/** @param {string} root */
async function generateClient(root) {
  const stamp = join(root, "node_modules/.cache/stet-client")
  const wanted = clientDigest(root)
  if (existsSync(join(root, "prisma/client/client.ts")) && stampOf(stamp) === wanted) return
  console.log("Generating the database client …")
  await prisma(root, ["generate"])
  mkdirSync(join(root, "node_modules/.cache"), { recursive: true })
  writeFileSync(stamp, wanted)
}

/**
 * Runs Prisma's command line without the native engine that it would download: our stand-in takes its place.
 * @param {string} root
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function prisma(root, args, env = process.env) {
  const command = [join(root, "node_modules/prisma/build/index.js"), ...args]
  const engine = join(root, "bin/prisma-schema-engine.mjs")
  const quiet = { PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" }
  return must(`prisma ${args[0]}`, process.execPath, command, {
    cwd: root,
    env: { ...env, ...quiet, PRISMA_SCHEMA_ENGINE_BINARY: engine },
  })
}

/** @param {string} root */
function clientDigest(root) {
  const digest = createHash("sha256")
  for (const name of ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"])
    digest.update(readFileSync(join(root, name)))
  return digest.digest("hex")
}

/** @param {string} file */
function stampOf(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined
}

/** @param {string} file @returns {Record<string, LockedPackage> | undefined} */
function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : undefined
}
