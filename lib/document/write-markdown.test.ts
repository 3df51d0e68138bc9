import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { DocumentNode } from "../domain/article"
import { canonicalText } from "./canonical"
import { readMarkdown } from "./read-markdown"
import { wordsOf } from "./read-result"
import { parseDocument } from "./schema"
import { articleDocument } from "./testing/arbitraries"
import { asFile, sayable } from "./testing/sayable"
import { writeMarkdown } from "./write-markdown"

describe("laws", () => {
  test("what is written is read again", () => {
    fc.assert(
      fc.property(articleDocument(), (document) => {
        fc.pre(wordsOf(document.content?.[0]?.content ?? []) !== "")
        const { markdown } = writeMarkdown(document)
        const again = readMarkdown(asFile(document, markdown), {}).document
        expect({ ...sayable(again), markdown }).toEqual({ ...sayable(document), markdown })
      }),
      { numRuns: 120 },
    )
  }, 60_000)

  test("every code unit of the text has its place, in order", () => {
    fc.assert(
      fc.property(articleDocument(), (document) => {
        const written = writeMarkdown(document)
        const { text } = canonicalText(document)
        let last = 0
        for (let offset = 0; offset < text.length; offset += 1) {
          const [start, end] = [written.at(offset), written.behind(offset + 1)]
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThanOrEqual(start)
          const char = text[offset] ?? ""
          if (/[\p{L}\p{N}]/u.test(char))
            expect(written.markdown.slice(start, end)).toMatch(new RegExp(`^(?:${char}|&#x.*;)$`))
          last = start
        }
        expect(written.at(text.length)).toBeGreaterThanOrEqual(written.behind(text.length))
      }),
      { numRuns: 120 },
    )
  })
})

/** The body of a document with these blocks below its title. */
function written(...blocks: DocumentNode[]): string {
  const document = parseDocument({ type: "doc", content: [{ type: "title", content: [plain("T")] }, ...blocks] })
  return writeMarkdown(document).markdown.replace("# T\n\n", "")
}

const plain = (text: string): DocumentNode => ({ type: "text", text })
const marked = (text: string, ...types: string[]): DocumentNode => ({
  ...plain(text),
  marks: types.map((type) => ({ type })),
})
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content })
const list = (tight: boolean, ...items: DocumentNode[][]): DocumentNode => ({
  type: "bulletList",
  attrs: { tight },
  content: items.map((content) => ({ type: "listItem", content })),
})
const image = { src: "https://example.org/a.png", alt: "A [sic]", title: null }

describe("text reads as text", () => {
  test.each([
    ["# no heading", "\\# no heading"],
    ["#hashtag", "#hashtag"],
    ["1986. A year", "1986\\. A year"],
    ["- 5 degrees", "\\- 5 degrees"],
    ["-5 degrees", "-5 degrees"],
    ["> no quote, 2 > 1", "\\> no quote, 2 > 1"],
    ["2 * 3 [sic] _a_ `b`", "2 \\* 3 \\[sic\\] \\_a\\_ \\`b\\`"],
    ["a < b, <b>, AT&T, &amp;", "a < b, \\<b>, AT&T, \\&amp;"],
    ["See www.example.org", "See www\\.example.org"],
  ])("%s", (text, markdown) => {
    expect(written(paragraph(plain(text)))).toBe(`${markdown}\n`)
  })
})

describe("emphasis holds for every reader", () => {
  test.each([
    ["side by side", [marked("a", "bold"), marked("b", "italic")], "**a**_b_"],
    ["within a word", [plain("un"), marked("believ", "italic"), plain("able")], "un*believ*able"],
    ["within each other", [marked("a ", "bold"), marked("b", "bold", "italic")], "**a _b_**"],
    ["with white space at its edge, which stays outside", [marked("word ", "bold"), plain("next")], "**word** next"],
    ["around punctuation, before a letter", [marked("“no”", "bold"), plain("he")], "**“no”**&#x68;e"],
    ["beside an emoji", [plain("👍"), marked("“a”", "bold")], "&#x1F44D;**“a”**"],
    ["around code with backticks", [marked("a`b", "bold", "code")], "**``a`b``**"],
  ])("%s", (_, content, markdown) => {
    expect(written(paragraph(...content))).toBe(`${markdown}\n`)
  })
})

test("an end of emphasis and a beginning in the same characters are read as what they are", () => {
  const bolder = { type: "nested", attrs: { bold: 1, italic: 0 } }
  const twice = { type: "text", text: "mayor", marks: [{ type: "bold" }, bolder] }
  const markdown = written(paragraph(marked("a👦", "bold", "italic"), twice))
  expect(markdown).toBe("**_a&#x1F466;___&#x6D;ayor__**\n")
  const [, , read] = readMarkdown(`# T\n\nDek.\n\n${markdown}`, {}).document.content ?? []
  expect(read?.content?.map(({ text, marks }) => [text, marks?.map(({ type }) => type)])).toEqual([
    ["a👦", ["bold", "italic"]],
    ["mayor", ["bold", "nested"]],
  ])
})

describe("blocks stay apart", () => {
  test.each([
    ["two lists in a row", [list(true, [paragraph(plain("a"))]), list(true, [paragraph(plain("b"))])], "- a\n\n* b"],
    ["a loose list", [list(false, [paragraph(plain("a"))], [paragraph(plain("b"))])], "- a\n\n- b"],
    ["a rule in an item", [list(true, [{ type: "horizontalRule" }])], "- ___"],
    ["an empty item", [list(true, [paragraph()], [paragraph(plain("a"))])], "-\n- a"],
    ["code with fences", [{ type: "codeBlock", attrs: { info: "md" }, content: [plain("```")] }], "````md\n```\n````"],
    [
      "a figure with its caption",
      [{ type: "figure", attrs: image, content: [{ type: "caption", content: [plain("Two lines")] }] }],
      "![A \\[sic\\]](<https://example.org/a.png>)\\\nTwo lines",
    ],
    [
      "a picture that is no figure",
      [paragraph({ type: "inlineImage", attrs: { ...image, alt: "" } })],
      "![](<https://example.org/a.png>)<!-- -->",
    ],
  ])("%s", (_, blocks, markdown) => {
    expect(written(...blocks)).toBe(`${markdown}\n`)
  })

  test("a table has aligned columns, and pipes of its own in cells", () => {
    const row = (type: string, ...cells: DocumentNode[][]): DocumentNode => ({
      type: "tableRow",
      content: cells.map((content) => ({ type, content })),
    })
    const table: DocumentNode = {
      type: "table",
      attrs: { align: ["left", null] },
      content: [row("tableHeader", [plain("a")], []), row("tableCell", [marked("x|y", "code")], [plain("p|q")])],
    }
    expect(written(table)).toBe("| a |  |\n| :-- | --- |\n| `x\\|y` | p\\|q |\n")
  })
})
