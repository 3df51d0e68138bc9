/** What CommonMark's specification says, Stet takes in and gives out again. */
import { describe, expect, test } from "vitest"
import { bySection, structureOf, textOf, throughStet } from "./testing/round-trip"

const sections = bySection(throughStet)
const sum = (key: "examples" | "apart" | "structure" | "text") =>
  sections.reduce((all, section) => all + section[key], 0)

test("all 652 examples are looked at, but for those with raw HTML", () => {
  expect(sum("examples") + sum("apart")).toBe(652)
  expect(sum("examples")).toBeGreaterThanOrEqual(580)
})

test("the structure is kept in 98 of 100 examples", () => {
  expect(sum("structure") / sum("examples")).toBeGreaterThanOrEqual(0.98)
})

test("the text is kept in all", () => {
  const lost = sections.flatMap(({ losses }) =>
    losses.filter(({ markdown, became }) => textOf(markdown) !== textOf(became)),
  )
  expect(lost).toEqual([])
  expect(sum("text")).toBe(sum("examples"))
})

test("blocks lose nothing at all", () => {
  const blocks = /^(Tabs|Thematic breaks|ATX|Setext|Indented|Fenced|Paragraphs|Blank|Block quotes|List)/
  const lossy = sections.filter(({ name, losses }) => blocks.test(name) && losses.length > 0)
  expect(lossy.map(({ name }) => name)).toEqual([])
})

describe("the measure tells apart", () => {
  test.each([
    ["levels", "# a", "## a"],
    ["looseness", "- a\n- b", "- a\n\n- b"],
    ["numbers", "2. a", "3. a"],
    ["emphasis", "*a*", "**a**"],
    ["emphasis within emphasis", "*a *b* c*", "*a b c*"],
    ["addresses", "[a](/b)", "[a](/c)"],
    ["titles", '[a](/b "c")', "[a](/b)"],
    ["breaks", "a\\\nb", "a\nb"],
    ["info strings", "```a\nb\n```", "```\nb\n```"],
    ["quotes", "> a\n\n> b", "> a\n>\n> b"],
  ])("%s", (_, one, other) => expect(structureOf(one)).not.toBe(structureOf(other)))

  test("and not how the same is spelled", () => {
    expect(structureOf("[a][b]\n\n[b]: /c\n\n***\n\n* d")).toBe(structureOf("[a](</c>)\n\n---\n\n- d"))
    expect(structureOf("a\nb_c_")).toBe(structureOf("a b\\_c\\_"))
    expect(textOf("![a *b*](/c) d")).toBe("a b d")
  })
})
