/**
 * `npm run bench:markdown`: what of CommonMark's 652 examples comes through import and export, by section, beside
 * prosemirror-markdown in the same run. Examples with raw HTML stand apart. Prints what is lost with `-- --losses`.
 */
import { defaultMarkdownParser, defaultMarkdownSerializer } from "prosemirror-markdown"
import { bySection, throughStet, type Section } from "../lib/document/testing/round-trip"
import { timed } from "./bench/measure"

const NAME = 44

const stet: Section[] = []
const time = await timed(async () => void stet.push(...bySection(throughStet)))
const prosemirror = bySection((markdown) => defaultMarkdownSerializer.serialize(defaultMarkdownParser.parse(markdown)))

console.log(`${"".padEnd(NAME)}                       Stet      prosemirror-markdown`)
console.log(`${"section".padEnd(NAME)}  apart  examples   structure   text  structure   text`)
stet.forEach((section, at) => print(section, prosemirror[at]))
const [ours, theirs] = [stet, prosemirror].map(total)
if (ours) print(ours, theirs)
console.log(`\n${[ours, theirs].map(shares).join("; prosemirror-markdown ")}; Stet took ${Math.round(time)} ms`)
if (process.argv.includes("--losses")) stet.forEach(printLosses)

function print({ name, apart, examples, structure, text }: Section, other: Section | undefined): void {
  const figures = [apart, examples, structure, text, other?.structure ?? 0, other?.text ?? 0]
  const widths = [7, 10, 12, 7, 11, 7]
  console.log(name.padEnd(NAME) + figures.map((figure, at) => String(figure).padStart(widths[at] ?? 8)).join(""))
}

function total(sections: Section[]): Section {
  const sum = (key: "apart" | "examples" | "structure" | "text") => sections.reduce((all, one) => all + one[key], 0)
  const figures = { apart: sum("apart"), examples: sum("examples"), structure: sum("structure"), text: sum("text") }
  return { name: "all", ...figures, losses: [] }
}

function shares(section: Section | undefined): string {
  const share = (kept: number) => `${((100 * kept) / (section?.examples ?? 1)).toFixed(1)} %`
  return `structure ${share(section?.structure ?? 0)}, text ${share(section?.text ?? 0)}`
}

function printLosses({ name, losses }: Section): void {
  for (const { markdown, became } of losses)
    console.log(`\n${name}\n  ${JSON.stringify(markdown)}\n  ${JSON.stringify(became)}`)
}
