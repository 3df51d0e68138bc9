// @ts-check
/** Reads what was typed after `stet`, by the table of commands. Knows nothing of what a command does. */
import { parseArgs } from "node:util"
import { Problem } from "../house/problem.mjs"
import { COMMANDS } from "./commands.mjs"
import { nearest } from "./nearest.mjs"

/** @typedef {import("./commands.mjs").Command} Command */

/** Not typed as it should be: said with where to read how, and answered with 2. */
export class Misuse extends Problem {}

/**
 * What was asked for: help on all, on the commands that begin with a word, or on one; which Stet this is; or a command with
 * what it was given.
 * @typedef {{ help: readonly Command[], on: string }} Help
 * @typedef {{ version: true }} Version
 * @typedef {{ command: Command, options: Record<string, string>, names: string[], json: boolean }} Asked
 */

/**
 * @param {readonly string[]} typed
 * @returns {Help | Version | Asked}
 */
export function given([...all]) {
  let typed = all
  // It may stand before the command as well.
  if (typed[0] === "--json") {
    const [json = "", ...rest] = typed
    const end = rest.indexOf("--")
    typed = rest.toSpliced(end === -1 ? rest.length : end, 0, json)
  }
  const words = typed[0] === "help" ? typed.slice(1) : typed
  const command = COMMANDS.find(({ name }) => name.split(" ").every((word, at) => words[at] === word))
  if (asksForHelp(typed)) return helpOn(command, words)
  if (typed[0] === "--version") return { version: true }
  if (!command) throw unknown(words)
  const rest = words.slice(command.name.split(" ").length)
  const { values, positionals } = parsed(command, rest)
  return { command, ...checked(command, values, positionals) }
}

/** @param {readonly string[]} typed */
function asksForHelp(typed) {
  if (typed.length === 0 || typed[0] === "help" || typed[0] === "--json") return true
  const end = typed.indexOf("--")
  return typed.slice(0, end === -1 ? undefined : end).some((word) => word === "--help" || word === "-h")
}

/** @param {Command | undefined} command @param {readonly string[]} words @returns {Help} */
function helpOn(command, words) {
  if (command) return { help: [command], on: command.name }
  const [first = ""] = words
  if (first === "" || first.startsWith("-")) return { help: COMMANDS, on: "" }
  const akin = beginningWith(first)
  if (akin.length === 0) throw unknown(words)
  return { help: akin, on: first }
}

/** @param {string} word */
const beginningWith = (word) => COMMANDS.filter(({ name }) => name.split(" ")[0] === word)

/** @param {readonly string[]} words */
function unknown([first = "", second]) {
  const akin = beginningWith(first)
  if (akin.length === 0) {
    const names = COMMANDS.flatMap(({ name }) => [name, name.split(" ")[0] ?? ""])
    const meant = nearest(`${first} ${second ?? ""}`.trim(), names) ?? nearest(first, names)
    const guess = meant ? ` Is it stet ${meant}?` : ""
    return new Misuse(`There is no command “${first}”.${guess} All there are: stet --help`)
  }
  const ways = akin.map(({ name }) => `  stet ${name}`).join("\n")
  const wrong = second === undefined ? `“stet ${first}” says only half.` : `There is no “stet ${first} ${second}”.`
  return new Misuse(`${wrong} There is:\n${ways}`)
}

/** @param {Command} command @param {readonly string[]} rest */
function parsed(command, rest) {
  const options = Object.entries(command.options).map(([name, { value, short }]) => {
    const type = value === undefined ? /** @type {const} */ ("boolean") : /** @type {const} */ ("string")
    return [name, { type, ...(short && { short }) }]
  })
  const known = { ...Object.fromEntries(options), json: { type: /** @type {const} */ ("boolean") } }
  try {
    const { tokens, ...found } = parseArgs({ args: [...rest], options: known, allowPositionals: true, tokens: true })
    const names = tokens.flatMap((token) => (token.kind === "option" && token.name !== "json" ? [token.name] : []))
    const twice = names.find((name, at) => names.indexOf(name) !== at)
    if (twice) throw misuse(command, `--${twice} is there twice.`)
    return found
  } catch (error) {
    if (error instanceof Misuse) throw error
    throw misuse(command, wordsOf(error, Object.keys(known)))
  }
}

/** Node's own words, without what it advises for names that begin with a dash. @param {unknown} error @param {string[]} known */
function wordsOf(error, known) {
  const [words = ""] = (error instanceof Error ? error.message : String(error)).split(". To specify")
  const said = `${words}.`.replace(/\.\.$/, ".")
  const meant = nearest(/^Unknown option '--([^']*)'/.exec(said)?.[1] ?? "", known)
  return meant ? `${said} Is it --${meant}?` : said
}

/** @param {Command} command @param {Record<string, unknown>} values @param {string[]} names */
function checked(command, { json = false, ...values }, names) {
  const wrong = wrongNames(command, names) ?? wrongOption(command, values)
  if (wrong) throw misuse(command, wrong)
  return { options: /** @type {Record<string, string>} */ ({ ...values }), names, json: json === true }
}

/** @param {Command} command @param {string[]} names */
function wrongNames({ takes }, [one, other]) {
  if (!takes) return one === undefined ? null : `What is “${one}”? Nothing can be named there.`
  if (!one) return `Name ${article(takes.name)}.`
  return takes.many || other === undefined ? null : `One ${takes.name} at a time, not “${other}” too.`
}

/** @param {Command} command @param {Record<string, unknown>} values */
function wrongOption({ options }, values) {
  for (const [name, { needed, of, value }] of Object.entries(options)) {
    const said = values[name]
    if (needed && said === undefined) return `--${name} ${value} is missing.`
    if (said === "") return `--${name} says nothing.`
    if (of && said !== undefined && !of.includes(String(said)))
      return `--${name} is one of ${of.join(", ")}, not “${said}”.`
  }
  return null
}

/** @param {string} name */
const article = (name) => `${/^[AEIOU](?!RL)/.test(name) ? "an" : "a"} ${name}`

/** @param {Command} command @param {string} words */
function misuse({ name }, words) {
  return new Misuse(`${words}\nHow it is used: stet ${name} --help`)
}
