// @ts-check
/**
 * Compares the imports with the arrows of .dependency-cruiser.mjs. A cruiser that can't read TypeScript finds no
 * modules, no violations, and is content: so every source file must be among those it has read.
 */
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { cruise } from "dependency-cruiser"
import extractDepcruiseConfig from "dependency-cruiser/config-utl/extract-depcruise-config"
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config"

/** Where the arrows run. */
const FOLDERS = ["app", "components", "lib", "seeds", "bin"]

/** Fewer modules than this are not Stet: something has gone wrong with the reading. */
const FEWEST_MODULES = 50

const RULES = fileURLToPath(new URL("../../.dependency-cruiser.mjs", import.meta.url))

/**
 * What is wrong with the imports below the working folder, in words; nothing when all is well.
 * @param {number} [fewest]
 * @returns {Promise<string[]>}
 */
export async function crossedArrows(fewest = FEWEST_MODULES) {
  const files = FOLDERS.filter((folder) => existsSync(folder)).flatMap(sourcesIn)
  if (files.length < fewest) return [`Source files found: ${files.length}. Were folders moved?`]
  const config = await extractDepcruiseConfig(RULES)
  const tsConfig = extractTSConfig("tsconfig.json")
  const { output } = await cruise(files, { ...config.options, ruleSet: config, validate: true }, undefined, {
    tsConfig,
  })
  if (typeof output === "string") return [`The cruiser answered in words: ${output}`]
  return [...unread(files, output, fewest), ...violations(output)]
}

/** @param {string[]} files @param {import("dependency-cruiser").ICruiseResult} result @param {number} fewest */
function unread(files, { modules }, fewest) {
  const read = new Set(modules.filter(({ dependencies }) => dependencies.length > 0).map(({ source }) => source))
  if (read.size < fewest)
    return [`Imports were read in ${read.size} of ${files.length} files: is TypeScript supported?`]
  const all = new Set(modules.map(({ source }) => source))
  return files.filter((file) => !all.has(file)).map((file) => `${file} was not read`)
}

/** @param {import("dependency-cruiser").ICruiseResult} result */
function violations({ summary }) {
  return summary.violations.map(({ rule, from, to, cycle, comment }) => {
    const way = cycle ? [from, ...cycle.map(({ name }) => name)].join(" → ") : `${from} → ${to}`
    return `${way}\n  ${rule.name}: ${comment ?? reasonOf(summary, rule.name)}`
  })
}

/** @param {import("dependency-cruiser").ISummary} summary @param {string} name */
function reasonOf({ ruleSetUsed }, name) {
  return ruleSetUsed?.forbidden?.find((rule) => rule.name === name)?.comment ?? ""
}

/** @param {string} folder @returns {string[]} */
function sourcesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" })
  return entries.filter((name) => /\.(tsx?|mjs)$/.test(name)).map((name) => join(folder, name).replaceAll("\\", "/"))
}
