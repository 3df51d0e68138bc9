/**
 * Writes a document as GitHub-flavoured Markdown, together with a map from its canonical text to the Markdown.
 * The text is spelled by our own pen rather than by a general serialiser, because only whoever writes a character knows
 * exactly where it came to stand; the map is then right by construction, and nothing has to be found again by parsing.
 */
import type { DocumentNode } from "../domain/article"
import { writeDocument } from "./write-blocks"
import { Pen, type WrittenMarkdown } from "./write-pen"

/**
 * The writer's Markdown of a document: the title as `# …`, the dek as the first paragraph, addresses as `<…>`, ending in
 * one line feed. The same document gives the same bytes. What Markdown can't say: empty paragraphs beside others, lists
 * without blank lines where their blocks would run together, and addresses in text that are no links.
 */
export function writeMarkdown(document: DocumentNode): WrittenMarkdown {
  const pen = new Pen()
  writeDocument(pen, document)
  return pen.finish()
}
