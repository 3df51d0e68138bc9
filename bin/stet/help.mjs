// @ts-check
/** What `--help` tells, written from the table of commands. */

/** @typedef {import("./commands.mjs").Command} Command */

/** Columns that a line has at most, as a narrow terminal has. */
const WIDTH = 80

const ABOUT = `
Stet’s command line, for whoever runs it. It works on the database of DATABASE_URL or, without one, on that of the data
folder (STET_DATA, seen from the checkout, or .stet there), whether Stet runs or not. stet doctor is where to begin: it says how
all is.
`

const EVERY = `
Every command takes --help, and --json for one value in JSON instead of words, with nothing beside it. stet --version says
which Stet this is.
`

const CODES = `
It ends with 0 when all is done, 1 when something is not done or found broken, 2 when it was asked wrongly, and 130 when
it was stopped. Answers go to stdout; why there is none, and warnings, to stderr. A line that tells how far it is shows on a
terminal alone.
`

/**
 * @param {readonly Command[]} commands one, or several that are listed
 * @param {string} on the words that were asked about
 * @returns {string}
 */
export function helpOn(commands, on) {
  const [command] = commands
  if (command && commands.length === 1) return helpOnOne(command)
  const rows = commands.map((one) => /** @type {const} */ ([`stet ${wayOf(one)}`, one.does]))
  const ask = `More about one of them, with examples: stet ${on || "import"} --help`
  const parts = on ? [listed(rows), ask] : [inLines(ABOUT), listed(rows), ask, inLines(EVERY), inLines(CODES)]
  return parts.join("\n\n")
}

/** @param {Command} command */
function helpOnOne(command) {
  const { name, does, more = [], options, examples } = command
  const rows = Object.entries(options).map(([option, { value, short, says, of, needed }]) => {
    const way = `${short ? `-${short}, ` : ""}--${option}${value ? ` ${value}` : ""}`
    const choice = of ? ` (${of.join(", ")})` : ""
    return /** @type {const} */ ([way, `${says}${choice}${needed ? "; needed" : ""}`])
  })
  const shown = examples.map(([given, what]) => /** @type {const} */ ([`stet ${name} ${given}`.trim(), what]))
  const all = [...rows, /** @type {const} */ (["--json", "answers one value in JSON, and nothing beside it"])]
  const parts = [`stet ${wayOf(command)}`, folded(`${does[0]?.toUpperCase()}${does.slice(1)}.`, 0)]
  if (more.length > 0) parts.push(folded(more.join(" "), 0))
  parts.push(`Options\n${listed(all)}`, `Examples\n${shown.map(([way, what]) => `  ${way}\n      ${what}`).join("\n")}`)
  return parts.join("\n\n")
}

/** How a command is typed. @param {Command} command */
function wayOf({ name, takes, options }) {
  const needed = Object.entries(options).filter(([, option]) => option.needed)
  const named = takes ? [`${takes.name}${takes.many ? " …" : ""}`] : []
  return [name, ...named, ...needed.map(([option, { value }]) => `--${option} ${value}`)].join(" ")
}

/** Two columns, or what would be in the second below where the first is too wide. @param {readonly (readonly [string, string])[]} rows */
function listed(rows) {
  const widest = Math.max(...rows.map(([way]) => way.length))
  const column = widest > WIDTH / 3 ? 6 : widest + 4
  return rows
    .map(([way, what]) =>
      column === 6
        ? `  ${way}\n${" ".repeat(column)}${folded(what, column)}`
        : `  ${way.padEnd(column - 2)}${folded(what, column)}`,
    )
    .join("\n")
}

/** @param {string} text */
const inLines = (text) => folded(text.trim().replaceAll("\n", " "), 0)

/** Broken into lines, all but the first as far in as the first will be. @param {string} words @param {number} column */
function folded(words, column) {
  const lines = [""]
  for (const word of words.split(" ")) {
    const last = lines.at(-1) ?? ""
    if (last && last.length + word.length + 1 > WIDTH - column) lines.push(word)
    else lines[lines.length - 1] = last ? `${last} ${word}` : word
  }
  return lines.join(`\n${" ".repeat(column)}`)
}
