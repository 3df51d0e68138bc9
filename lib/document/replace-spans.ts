/**
 * Other words in the place of spans of a document. What a span is marked with, its new words are; a span that is taken
 * out takes one of the two spaces around it along. Offsets are UTF-16 code units of canonical texts.
 */
import { Transform } from "@tiptap/pm/transform"
import type { DocumentNode } from "../domain/article"
import { refuse } from "../domain/refusal"
import { canonicalText, positions } from "./canonical"
import { normalise } from "./normalise"
import { documentNode, parseDocument, schema } from "./schema"

export interface Replacement {
  start: number
  end: number
  /** One line; empty takes the span out. */
  wording: string
}

/**
 * The document with its spans replaced, and where each one's words stand in the new text, in the order given; null for
 * what was taken out. Spans may not overlap, and each lies in one block.
 * @throws invalid `fix.severalBlocks`, conflict `fix.overlap`
 */
export function replaceSpans(
  document: DocumentNode,
  replacements: readonly Replacement[],
): { document: DocumentNode; spans: ({ start: number; end: number } | null)[] } {
  const before = positions(document)
  const inOrder = replacements
    .map((one, at) => ({ ...widened(before.text, one), at }))
    .sort((a, b) => a.start - b.start)
  const change = new Transform(documentNode(document))
  const spans: ({ start: number; end: number } | null)[] = replacements.map(() => null)
  let [text, grown, last] = ["", 0, 0]
  for (const { start, end, wording, at } of inOrder) {
    if (start < last) throw refuse("conflict", "fix.overlap")
    const [range, another] = before.rangesOf({ start, end })
    if (!range || another) throw refuse("invalid", "fix.severalBlocks")
    const marks = documentNode(document)
      .resolve(range.from + 1)
      .marks()
    const node = wording === "" ? [] : schema.text(wording, marks)
    change.replaceWith(change.mapping.map(range.from), change.mapping.map(range.to, -1), node)
    text += before.text.slice(last, start) + wording
    if (wording !== "") spans[at] = { start: start + grown, end: start + grown + wording.length }
    grown += wording.length - (end - start)
    last = end
  }
  text += before.text.slice(last)
  const changed = parseDocument(normalise(change.doc.toJSON() as DocumentNode))
  // What composes with its neighbours, or holds characters that no document does, would stand elsewhere than counted.
  if (canonicalText(changed).text !== text) throw refuse("invalid", "fix.notClean")
  return { document: changed, spans }
}

/** A span that is taken out goes with the space before it, or at a block's beginning with the one behind. */
function widened(text: string, { start, end, wording }: Replacement): Replacement {
  if (wording !== "") return { start, end, wording }
  const isEnd = end === text.length || /[\s\p{P}]/u.test(text.charAt(end))
  if (isEnd && text.charAt(start - 1) === " ") return { start: start - 1, end, wording }
  const isBeginning = start === 0 || text.charAt(start - 1) === "\n"
  return isBeginning && text.charAt(end) === " " ? { start, end: end + 1, wording } : { start, end, wording }
}
