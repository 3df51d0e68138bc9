/** Plain text and web pages, paragraph by paragraph. */
import type { EvidenceText } from "../../domain/file"
import { Refusal } from "../../domain/refusal"
import { canonicalText, OBJECT } from "../canonical"
import { decodePage } from "../decode-page"
import { readPageHere } from "../read-page-here"
import { Writing } from "./writing"

/** Text or Markdown, which is shown as it is written. Refuses `file.unread.tooLong`. */
export function readPlain(bytes: Uint8Array): EvidenceText | null {
  const writing = new Writing()
  writeParagraphs(writing, decodePage(bytes, null))
  return writing.done()
}

/** What stands between blank lines, or where there are none, on each line. */
export function writeParagraphs(writing: Writing, text: string): void {
  const lines = text.replace(/\r\n?/gu, "\n").trim()
  const paragraphs = lines.split(/\n[^\S\n]*\n\s*/u)
  const all = paragraphs.length > 1 ? paragraphs : lines.split("\n")
  all.forEach((words, index) => writing.part({ kind: "paragraph", n: index + 1 }, words))
}

/**
 * The article of a web page, as an import would read it; of a page that has none, all that it says. Refuses what
 * `readPage` refuses, but for `import.empty`: nothing to read is an answer here.
 */
export function readWebPage(bytes: Uint8Array, charset: string | null, address: string | null): EvidenceText | null {
  const html = decodePage(bytes, charset)
  const page = within(() => readPageHere({ html, given: { address }, how: "page" }))
  const read = page ?? within(() => readPageHere({ html, given: { address }, how: "paste" }))
  if (!read) return null
  const { text, blocks } = canonicalText(read.document)
  const writing = new Writing()
  blocks
    .map(({ start, end }) => text.slice(start, end).replaceAll(OBJECT, " "))
    .filter((words) => words.trim() !== "")
    .forEach((words, index) => writing.part({ kind: "paragraph", n: index + 1 }, words))
  return writing.done()
}

function within<Value>(read: () => Value): Value | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal && error.key === "import.empty") return null
    throw error
  }
}
