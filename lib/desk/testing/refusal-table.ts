/** The table of who is refused what, and when, as text: a line an act, a column a state, a letter a person. */
import { PEOPLE, type Letter, type State } from "./places"

/** What an act came to: of each state, of each person. Null where it could not be tried. */
export type Row = Partial<Record<State, Partial<Record<Letter, string | null>>>>

const LETTERS = Object.keys(PEOPLE) as Letter[]

/** Signs of refusals, the first that a line needs of a kind first. */
const SIGNS: Record<string, string> = { forbidden: "FGH", "not-found": "NMO", conflict: "abcdefgh", invalid: "xyz" }

const LEGEND = `Who is answered how, act by act: . done or nothing to do, a letter for a refusal, which the end of the line names:
F is forbidden (not you), N is not found (or not for you to know), a is a conflict (not now), x is invalid. Empty is not
tried: there is nothing of the kind, or a must is no other than a should, a claim with a second opinion, or with a mended typo
that waits for a second person, no other than one without.
What is put away or has gone out is told to whoever sees it, before it is asked who may.

In each column, from left to right:
${LETTERS.map((letter) => `  ${letter}  ${PEOPLE[letter]}`).join("\n")}
`

/** The table. Ends in a line feed. */
export function tableOf(states: readonly State[], rows: ReadonlyMap<string, Row>): string {
  const width = Math.max(...[...rows.keys()].map((name) => name.length))
  const line = (name: string, cells: string[], end: string) =>
    [name.padEnd(width), ...cells.map((cell) => cell.padEnd(LETTERS.length)), end].join("  ").trimEnd()
  const lines = [...rows].map(([name, row]) => {
    const signs = new Map<string, string>()
    const cells = states.map((state) => LETTERS.map((letter) => signOf(row[state]?.[letter] ?? null, signs)).join(""))
    return line(name, cells, [...signs].map(([outcome, sign]) => `${sign} ${outcome.split(" ")[1]}`).join(", "))
  })
  const head = [
    line("", [...states], ""),
    line(
      "",
      states.map(() => LETTERS.join("")),
      "",
    ),
  ]
  return `${LEGEND}\n${[...head, ...lines].join("\n")}\n`
}

function signOf(outcome: string | null, signs: Map<string, string>): string {
  if (outcome === null) return " "
  if (outcome === "done") return "."
  const [code = ""] = outcome.split(" ")
  const taken = [...signs.keys()].filter((other) => other.startsWith(`${code} `)).length
  if (!signs.has(outcome)) signs.set(outcome, SIGNS[code]?.[taken] ?? "?")
  return signs.get(outcome) ?? "?"
}

/** The acts that somebody among `letters` can do in a state; in any state, where none is named. */
export function doneBy(rows: ReadonlyMap<string, Row>, letters: string, state?: State): string[] {
  const done = (row: Row) =>
    Object.entries(row)
      .filter(([name]) => state === undefined || name === state)
      .some(([, people]) => [...letters].some((letter) => people[letter as Letter] === "done"))
  return [...rows].filter(([, row]) => done(row)).map(([name]) => name)
}
