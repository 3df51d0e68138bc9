// @ts-check
/** The lock file's entries for native packages of other platforms than the one it was made on. */

/** An exact version: a range could not be locked without asking the registry. */
const EXACT = /^\d+\.\d+\.\d+[\w.+-]*$/

/** What the name of a native package says about where it runs: system, processor, C library. */
const PLATFORM =
  /[-/](?<os>darwin|linux|win32|windows|freebsd|netbsd|openbsd|android|openharmony|sunos|aix)-(?<cpu>[a-z0-9]+)(?:-(?<abi>\w+))?$/

const LIBRARIES = new Map([
  ["gnu", "glibc"],
  ["gnueabihf", "glibc"],
  ["musl", "musl"],
  ["musleabihf", "musl"],
])

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {boolean} [dev]
 * @property {boolean} [peer]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {{ packages: Record<string, Entry> }} Lock
 */

/**
 * The lock file with an entry for every native package that another one asks for, and which these are.
 * @param {Lock} lock
 * @returns {{ lock: Lock, added: string[] }}
 */
export function completeLock(lock) {
  /** @type {Record<string, Entry>} */
  const missing = {}
  for (const [path, entry] of Object.entries(lock.packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {}))
      if (EXACT.test(version) && !resolves(lock, path, name))
        missing[`node_modules/${name}`] = entryFor(name, version, entry)
  const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, "en"))
  return { lock: { ...lock, packages: Object.fromEntries(packages) }, added: Object.keys(missing).sort() }
}

/** As Node looks: beside the package that asks, then in each folder above. @param {Lock} lock @param {string} path @param {string} name */
function resolves(lock, path, name) {
  const folders = path.split("/node_modules/").map((_, depth, all) => all.slice(0, depth + 1).join("/node_modules/"))
  return ["", ...folders].some((folder) => `${folder && `${folder}/`}node_modules/${name}` in lock.packages)
}

/** @param {string} name @param {string} version @param {Entry} parent @returns {Entry} */
function entryFor(name, version, { dev, peer }) {
  /** @type {{ os?: string, cpu?: string, abi?: string }} */
  const { os, cpu, abi } = PLATFORM.exec(name)?.groups ?? (name.includes("wasm32") ? { cpu: "wasm32" } : {})
  const libc = LIBRARIES.get(abi ?? "")
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(os === "linux" && libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os === "windows" ? "win32" : os] }),
    ...(peer && { peer }),
  }
}
