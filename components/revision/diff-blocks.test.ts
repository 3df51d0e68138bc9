import { expect, test } from "vitest"
import { compare } from "@/lib/anchor/compare"
import { countChanges, diffBlocks, foldedParts, type DiffBlock } from "./diff-blocks"

const HEAD = "A title\nA dek\n"
const bodyStart = { old: HEAD.length, new: HEAD.length }

/** A paragraph as it reads: what is taken out in [brackets], what is put in in {braces}. */
function read({ runs }: DiffBlock): string {
  const sign = {
    same: (text: string) => text,
    removed: (text: string) => `[${text}]`,
    added: (text: string) => `{${text}}`,
  }
  return runs
    .map((run) => (run.kind === "same" ? run.text : run.pieces.map(({ kind, text }) => sign[kind](text)).join("")))
    .join("")
}

const drawn = (before: string, after: string) => diffBlocks(compare(HEAD + before, HEAD + after), bodyStart)

test("a text is drawn as its paragraphs, title and dek by themselves", () => {
  const blocks = drawn("One bird sings.\nTwo cats sleep.", "One bird sang.\nTwo cats sleep.")
  expect(blocks.map(({ role }) => role)).toEqual(["title", "dek", "body", "body"])
  expect(blocks.map(read)).toEqual(["A title", "A dek", "One bird [sings]{sang}.", "Two cats sleep."])
  expect(countChanges(blocks)).toBe(1)
})

test("a paragraph put in or taken out stands by itself, whichever of its breaks is the new one", () => {
  const whole = "Alpha first words.\nBeta second words.\nGamma third words."
  const less = "Alpha first words.\nGamma third words."
  expect(drawn(whole, less).map(read).slice(2)).toEqual([
    "Alpha first words.",
    "[Beta second words.]",
    "Gamma third words.",
  ])
  expect(drawn(less, whole).map(read).slice(2)).toEqual([
    "Alpha first words.",
    "{Beta second words.}",
    "Gamma third words.",
  ])
})

test("a paragraph that is cut in two, or joined, shows where", () => {
  const [one, two] = ["Alpha first words. Beta second words.", "Alpha first words.\nBeta second words."]
  const cut = drawn(one, two).map(read).slice(2)
  expect(cut).toHaveLength(2)
  expect(cut.join("")).toContain("{¶}")
  expect(drawn(two, one).map(read).slice(2).join("")).toContain("[¶]")
})

test("pictures, rules and footnote numbers have a sign", () => {
  expect(drawn("Before\uFFFC.", "Before\uFFFC!").map(read).at(-1)).toContain("Before▣")
})

test("a headline and a dek that come anew are what they are", () => {
  const blocks = diffBlocks(compare("Old name\nSame body words.", "New name\nNew dek\nSame body words."), {
    old: 9,
    new: 17,
  })
  expect(blocks.map(({ role }) => role)).toEqual(["title", "dek", "body"])
})

test("what is far from every change folds, but for the headline and a paragraph beside a change", () => {
  const lines = Array.from({ length: 20 }, (_, at) => `Paragraph ${at} of the town.`)
  const parts = foldedParts(drawn(lines.join("\n"), lines.with(10, "Another thing.").join("\n")))
  const seen = parts.map((part) => (part.kind === "folded" ? `… ${part.blocks.length}` : read(part.block)))
  expect(seen.slice(0, 3)).toEqual(["A title", "… 10", "Paragraph 9 of the town."])
  expect(seen.slice(-2)).toEqual(["Paragraph 11 of the town.", "… 8"])
})

test("a single paragraph is not worth folding", () => {
  const before = ["One.", "Two same.", "Three same.", "Four same.", "Five."].join("\n")
  const after = before.replace("One.", "Eins.").replace("Five.", "Fünf.")
  expect(foldedParts(drawn(before, after)).every(({ kind }) => kind === "shown")).toBe(true)
})
