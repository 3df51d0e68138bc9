// @ts-check
/**
 * Compares the imports with the arrows of .dependency-cruiser.mjs. A cruiser that can't read TypeScript finds no
 * modules, no violations, and is content: so every source file must be among those it has read.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
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
  return [...unread(files, output, fewest), ...violations(output), ...heavyInBrowser(output)]
}

/**
 * Parsers are the server's: zod alone weighs more than most screens. What the browser gets are the files that say "use
 * client", and what those import for its values.
 * @param {import("dependency-cruiser").ICruiseResult} result
 */
function heavyInBrowser({ modules }) {
  const byName = new Map(modules.map((module) => [module.source, module]))
  const reached = modules.map(({ source }) => source).filter(isForBrowser)
  const cameBy = new Map(reached.map((source) => [source, source]))
  for (const source of reached) {
    for (const { resolved, dependencyTypes } of byName.get(source)?.dependencies ?? []) {
      if (dependencyTypes.includes("type-only") || cameBy.has(resolved) || isAct(resolved)) continue
      cameBy.set(resolved, source)
      if (/node_modules\/zod\//.test(resolved))
        return [`${wayTo(resolved, cameBy)}\n  no-parser-in-browser: ${NO_PARSER}`]
      reached.push(resolved)
    }
  }
  return []
}

const NO_PARSER = "what a component needs of the domain stands in a file without zod"

/** @param {string} file */
const isForBrowser = (file) =>
  SOURCE.test(file) && !/\.test\./.test(file) && /^"use client"/.test(readFileSync(file, "utf8"))

/** Acts that the browser calls stay on the server. @param {string} file */
const isAct = (file) => SOURCE.test(file) && /^"use server"/.test(readFileSync(file, "utf8"))

const SOURCE = /^(app|components|lib)\/.*\.tsx?$/

/** @param {string} file @param {Map<string, string>} cameBy @returns {string} */
function wayTo(file, cameBy) {
  const before = cameBy.get(file)
  return before === undefined || before === file ? file : `${wayTo(before, cameBy)} → ${file}`
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
