// @ts-check
/** Builds the app when its sources differ from those of the last build, told by a digest of what they say. */
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { must } from "./run.mjs"

/** What `next build` reads. A folder stands for all in it. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
]

const NOT_BUILT = /\.test\.tsx?$|\/testing\/|\.md$/

/** @param {string} root */
export async function build(root) {
  const stamp = join(root, ".next/stet-sources")
  const sources = sourceDigest(root)
  if (existsSync(join(root, ".next/BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return
  console.log("Building …")
  rmSync(stamp, { force: true })
  await must("Building (next build)", process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  })
  writeFileSync(stamp, sources)
}

/**
 * Changes with any file that the build reads: its name or a byte of it.
 * @param {string} root
 */
export function sourceDigest(root) {
  const digest = createHash("sha256").update(process.version.split(".")[0] ?? "")
  for (const file of SOURCES.flatMap((source) => filesOf(join(root, source))).sort()) {
    const name = relative(root, file)
    if (NOT_BUILT.test(name)) continue
    const content = readFileSync(file)
    digest.update(`${name}\0${content.length}\0`).update(content)
  }
  return digest.digest("hex")
}

/** @param {string} path @returns {string[]} */
function filesOf(path) {
  if (!existsSync(path)) return []
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesOf(join(path, name))) : [path]
}
