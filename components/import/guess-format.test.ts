import { expect, test } from "vitest"
import { addressIn, formattedIn, guessFormat } from "./guess-format"

test.each([
  ["a heading", "# The river that came back\n\nIt rose."],
  ["a link", "The [readout](https://example.org/readout) gives an hour."],
  ["a quotation", "He said:\n\n> Never.\n"],
  ["a table", "| a | b |\n|---|---|\n| 1 | 2 |"],
  ["a footnote", "So it was.[^1]\n\n[^1]: Says the mayor."],
  ["front matter", "---\ntitle: A\n---\n\nText."],
  ["a Windows file", "Title\r\n\r\n## Part\r\n"],
])("%s makes it Markdown", (_sign, text) => {
  expect(guessFormat(text)).toBe("markdown")
})

test.each([
  ["a headline, a bold line and paragraphs", "A headline\nAn agency\n**A bold line**\nA paragraph.\nAnother one."],
  ["hashes inside a line", "The #1 song and issue #4.\n#hashtag"],
  ["brackets", "He [the mayor] said (again) so."],
  ["a dash for a list", "Two points:\n- one\n- two"],
  ["nothing", ""],
])("%s is plain text", (_sign, text) => {
  expect(guessFormat(text)).toBe("text")
})

const clipboard = (html: string, text: string) => ({ getData: (type: string) => (type === "text/html" ? html : text) })

test("formatted text is what has structure, not colours alone", () => {
  const html = "<meta charset=utf-8><h1>A</h1><p>b <b>c</b></p>"
  expect(formattedIn(clipboard(html, "A\n\nb c"))).toBe(html)
  expect(formattedIn(clipboard('<div style="color:red"><span>A</span></div>', "A"))).toBeNull()
  expect(formattedIn(clipboard("", "A"))).toBeNull()
})

test("Markdown that was copied as code is Markdown, and what is far too long is read as its words", () => {
  expect(formattedIn(clipboard("<p># A</p>", "# A"))).toBeNull()
  expect(formattedIn(clipboard(`<p>${"a".repeat(1_000_001)}</p>`, "a"))).toBeNull()
})

test("an address alone is one of a page", () => {
  expect(addressIn(" https://example.org/a?b#c \n")).toBe("https://example.org/a?b#c")
  expect(addressIn("See https://example.org")).toBeNull()
  expect(addressIn("javascript:alert(1)")).toBeNull()
})
