import { expect, test } from "vitest"
import { guessFormat } from "./guess-format"

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
