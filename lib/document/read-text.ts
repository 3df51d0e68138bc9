/**
 * Reads plain text as newsrooms send it: header lines, one paragraph per line or wrapped ones, lists with bullets.
 * Nothing else is markup here: what looks like Markdown stays as it was typed, but for a bold line in the header.
 */
import type { DocumentNode } from "../domain/article"
import { cleanLines } from "./normalise"
import { headerOf, isBullet, standsAlone } from "./read-header"
import { imported, inlineText, type Given, type Imported } from "./read-result"
import { paragraphsOf, type Paragraph } from "./read-wrap"

/**
 * The article in `content`. With `given.title` all of it is body; else title, publisher, dek, byline and date are
 * looked for at its top. Refuses `invalid`, `import.empty`.
 */
export function readText(content: string, given: Given): Imported {
  const paragraphs = paragraphsOf(cleanLines(content).replace(/^\uFEFF+/u, ""), standsAlone)
  const { header, taken } = given.title ? { header: {}, taken: 0 } : headerOf(paragraphs.map(({ text }) => text))
  const { title, dek, ...metadata } = { title: undefined, dek: undefined, ...header }
  const found = {
    title: inlineOrNone(given.title ?? title),
    dek: inlineOrNone(given.dek ?? dek),
    body: [...replacedDek(dek, given), ...blocksOf(paragraphs.slice(taken))],
    metadata,
  }
  return imported(found, given)
}

function inlineOrNone(words: string | null | undefined): DocumentNode[] | null {
  return words ? inlineText(words) : null
}

/** A dek in the text that another was given for is kept as the first paragraph. */
function replacedDek(dek: string | undefined, given: Given): DocumentNode[] {
  return dek !== undefined && given.dek && given.dek !== dek ? [paragraph(dek)] : []
}

function blocksOf(paragraphs: Paragraph[]): DocumentNode[] {
  const blocks: DocumentNode[] = []
  for (let at = 0; at < paragraphs.length;) {
    const items = bulletsFrom(paragraphs, at)
    // A line alone that begins with a dash is somebody speaking, not a list.
    if (items.length > 1) blocks.push(listOf(items))
    else blocks.push(blockOf(paragraphs[at]?.text ?? ""))
    at += Math.max(items.length, 1)
  }
  return blocks
}

function bulletsFrom(paragraphs: Paragraph[], at: number): Paragraph[] {
  let end = at
  while (isItem(paragraphs[end]?.text ?? "")) end += 1
  return paragraphs.slice(at, end)
}

function isItem(line: string): boolean {
  return isBullet(line) && !isRule(line)
}

function isRule(line: string): boolean {
  return /^(?:(?:\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,}|⁂)$/u.test(line)
}

function listOf(items: Paragraph[]): DocumentNode {
  const content = items.map(({ text }) => ({ type: "listItem", content: [paragraph(text.slice(1))] }))
  return { type: "bulletList", attrs: { tight: !items.slice(1).some(({ apart }) => apart) }, content }
}

function blockOf(line: string): DocumentNode {
  return isRule(line) ? { type: "horizontalRule" } : paragraph(line)
}

function paragraph(words: string): DocumentNode {
  return { type: "paragraph", content: inlineText(words) }
}
