import { describe, expect, test } from "vitest"
import { canonicalText } from "./canonical"
import { readMarkdown } from "./read-markdown"
import { parseDocument } from "./schema"
import { writeMarkdown } from "./write-markdown"
import { withReferences } from "./write-references"

/** The body with a reference behind the first occurrence of each passage. */
function referenced(markdown: string, ...passages: string[]): string {
  const { document } = readMarkdown(`# T\n\n${markdown}`, {})
  const { text } = canonicalText(document)
  const references = passages.map((passage, index) => {
    const start = text.indexOf(passage)
    expect(start).toBeGreaterThanOrEqual(0)
    return { label: `c${index + 1}`, end: start + passage.length }
  })
  return withReferences(writeMarkdown(document), text, references, "c").replace("# T\n\n", "")
}

describe("a reference stands at the end of its span", () => {
  test.each([
    ["in text", "The mayor resigned.", "mayor", "The mayor[^c1] resigned."],
    ["in a word", "The mayor resigned.", "may", "The may[^c1]or resigned."],
    ["before white space at the span's end", "The mayor resigned.", "mayor ", "The mayor[^c1] resigned."],
    ["behind an escape", "2 \\* 3 = 6", "2 *", "2 \\*[^c1] 3 = 6"],
    ["before a colon within a line", "Scholz: no.", "Scholz", "Scholz[^c1]: no."],
    ["behind an exclamation mark", "Peace! Now.", "Peace!", "Peace![^c1] Now."],
    ["inside emphasis", "A **bold move** now.", "bold", "A **bold[^c1] move** now."],
    ["at the end of emphasis", "A **bold move** now.", "bold move", "A **bold move[^c1]** now."],
    ["in a heading", "## What he said", "What he", "## What he[^c1] said"],
    ["at a hard break", "One\\\ntwo", "One", "One[^c1]\\\ntwo"],
    ["in a quotation", "> A quote.", "A quote", "> A quote[^c1]."],
    ["in an item", "- One\n- Two", "One", "- One[^c1]\n- Two"],
    ["in a cell", "| a | b |\n| --- | --- |\n| c\\|d | e |", "c|d", "| a | b |\n| --- | --- |\n| c\\|d[^c1] | e |"],
    ["in the article's own note", "A[^1]\n\n[^1]: Note here.", "Note", "A[^1]\n\n[^1]: Note[^c1] here."],
    [
      "beside the article's own reference",
      "Fact[^1] here.\n\n[^1]: Note.",
      "Fact",
      "Fact[^c1][^1] here.\n\n[^1]: Note.",
    ],
    ["in right-to-left text", "ראש הממשלה התפטר", "ראש הממשלה", "ראש הממשלה[^c1] התפטר"],
    ["behind a joined emoji", "A 👩‍👩‍👧‍👦 here", "👩‍👩‍👧‍👦", "A 👩‍👩‍👧‍👦[^c1] here"],
  ])("%s", (_, markdown, passage, expected) => {
    expect(referenced(markdown, passage)).toBe(`${expected}\n`)
  })
})

describe("a reference moves out", () => {
  const link = "[the readout](<https://example.org/r>)"
  test.each([
    ["of emphasis that would not close", "**Merk**en und so", "Merk", "**Merk**[^c1]en und so"],
    ["of a link's words", `See ${link} now.`, "the", `See ${link}[^c1] now.`],
    ["of a link's end", `See ${link} now.`, "the readout", `See ${link}[^c1] now.`],
    ["of a link in emphasis, no further", `A **see ${link} now**.`, "the", `A **see ${link}[^c1] now**.`],
    ["of code", "Run `rm -rf` now.", "rm", "Run `rm -rf`[^c1] now."],
    ["of an address", "See <https://example.org/a> now.", "https://example", "See <https://example.org/a>[^c1] now."],
    ["of superscript", "m<sup>2</sup> of it", "m2", "m<sup>2</sup>[^c1] of it"],
    ["from before a bracket", "The word(s) count.", "word", "The word(s) count.[^c1]"],
    ["from before a link, out of emphasis", `A **see${link}** b`, "see", `A **see${link}**[^c1] b`],
    ["of code blocks", "```\ncode\n```\n\nText", "co", "```\ncode\n```\n\n[^c1]\n\nText"],
    ["of code in a quotation", "> ```\n> code\n> ```\n>\n> b", "code", "> ```\n> code\n> ```\n>\n> [^c1]\n>\n> b"],
    ["of code in a list", "- a\n  ```\n  x\n  ```\n- b", "x", "- a\n  ```\n  x\n  ```\n- b\n\n[^c1]"],
    ["from a rule", "a\n\n---\n\nb", "\uFFFC", "a\n\n---\n\n[^c1]\n\nb"],
    [
      "from a picture's alternative text",
      "![alt](<https://example.org/a.png>)\\\nCaption",
      "\uFFFC",
      "![alt](<https://example.org/a.png>)[^c1]\\\nCaption",
    ],
  ])("%s", (_, markdown, passage, expected) => {
    expect(referenced(markdown, passage)).toBe(`${expected}\n`)
  })
})

test("several references at one place keep their order, and the same one stands there once", () => {
  expect(referenced("The mayor resigned.", "The mayor", "mayor")).toBe("The mayor[^c1][^c2] resigned.\n")
  const { document } = readMarkdown("# T\n\nRun `a b c` now.", {})
  const { text } = canonicalText(document)
  const ends = [text.indexOf("a b") + 1, text.indexOf("b c") + 1]
  const references = ends.map((end) => ({ label: "c7", end }))
  expect(withReferences(writeMarkdown(document), text, references, "c")).toBe("# T\n\nRun `a b c`[^c7] now.\n")
})

test("an address that is no link is written as one, and not run into", () => {
  const text = "See https://example.org/a_b. Or www.example.org!"
  const document = parseDocument({
    type: "doc",
    content: [{ type: "title" }, { type: "paragraph", content: [{ type: "text", text }] }],
  })
  const references = [`\nSee https://exam`, `\n${text.slice(0, -6)}`].map(({ length: end }, at) => ({
    label: `c${at}`,
    end,
  }))
  expect(withReferences(writeMarkdown(document), `\n${text}`, references, "c")).toBe(
    "#\n\nSee <https://example.org/a_b>[^c0]. Or www\\.example.org[^c1]!\n",
  )
})
