/**
 * Other words in the place of spans of a document. Only the words that differ are put there, so that emphasis, links,
 * footnote references and pictures beside them stay. Offsets are UTF-16 code units of canonical texts.
 */
import type { Mark, Node } from "@tiptap/pm/model"
import { Transform } from "@tiptap/pm/transform"
import { compare, type Span } from "../anchor"
import type { DocumentNode } from "../domain/article"
import { refuse } from "../domain/refusal"
import { canonicalText, OBJECT, positions, type CanonicalBlock, type Positions } from "./canonical"
import { normalise } from "./normalise"
import { documentNode, parseDocument, schema } from "./schema"

export interface Replacement extends Span {
  /** One line; empty takes the span out, with one of the two spaces around it, or with the block that it is all of. */
  wording: string
}

/**
 * The document with its spans replaced, and where each one's words stand in the new text, in the order given; null for
 * what was taken out. `taken` is what each one takes the place of in the old text: its span, and the space or line feed
 * that goes with what is taken out. Spans may not overlap, and each lies in one block of text.
 * @throws invalid `fix.severalBlocks`, `fix.title` or `fix.notClean`, conflict `fix.overlap`
 */
export function replaceSpans(
  document: DocumentNode,
  replacements: readonly Replacement[],
): { document: DocumentNode; spans: (Span | null)[]; taken: Span[] } {
  const before = { ...positions(document), node: documentNode(document) }
  const change = new Transform(before.node)
  const spans: (Span | null)[] = replacements.map(() => null)
  const taken = replacements.map(({ start, end }) => ({ start, end }))
  let [text, done] = ["", 0]
  for (const { at, edits, wording, start: from, end } of planned(before, replacements)) {
    const start = text.length + from - done
    for (const edit of edits) {
      apply(change, before, edit)
      text += before.text.slice(done, edit.start) + edit.words
      done = edit.end
    }
    if (wording === "") {
      for (const edit of edits) taken[at] = { start: edit.start, end: edit.end }
      continue
    }
    text += before.text.slice(done, end)
    done = end
    spans[at] = { start, end: text.length }
  }
  return { document: checked(change.doc, text + before.text.slice(done)), spans, taken }
}

/** The edits that each replacement comes to, in the order given. Throws as `replaceSpans` does, but for unclean words. */
export function editsOf(document: DocumentNode, replacements: readonly Replacement[]): Edit[][] {
  const all = planned({ ...positions(document), node: documentNode(document) }, replacements)
  return all.sort((a, b) => a.at - b.at).map(({ edits }) => edits)
}

/** Each replacement with its edits and its place in the list, in the order of the text. */
function planned(before: Before, replacements: readonly Replacement[]) {
  const inOrder = replacements.map((one, at) => ({ ...one, at })).sort((a, b) => a.start - b.start)
  let [done, last] = [0, 0]
  return inOrder.map((replacement) => {
    if (replacement.start < last) throw refuse("conflict", "fix.overlap")
    last = replacement.end
    const edits = editsFor(before, replacement, done)
    done = Math.max(done, replacement.wording === "" ? 0 : replacement.end, ...edits.map(({ end }) => end))
    return { ...replacement, edits }
  })
}

/** What composes with its neighbours, or holds characters that no document does, would stand elsewhere than counted. */
function checked(node: Node, text: string): DocumentNode {
  const changed = parseDocument(normalise(node.toJSON() as DocumentNode))
  if (canonicalText(changed).text !== text) throw refuse("invalid", "fix.notClean")
  if ((text.split("\n", 1)[0] ?? "").trim() === "") throw refuse("invalid", "fix.title")
  return changed
}

type Before = Positions & { node: Node }

/** Words in the place of a stretch of one block, or of all of it together with its line. */
export interface Edit extends Span {
  words: string
  takes: "words" | "block"
}

/** The edits that make a span its new wording, in order; what comes before `done` is taken already. */
function editsFor(before: Before, { start, end, wording }: Replacement, done: number): Edit[] {
  const block = before.blocks.find((one) => one.start <= start && end <= one.end)
  if (!block || NO_TEXT.has(block.type)) throw refuse("invalid", "fix.severalBlocks")
  if (wording !== "") return wordEdits(before.text, { start, end, wording })
  if (start !== block.start || end !== block.end) return [widened(before.text, { start, end }, done)]
  if (block.type === "title") throw refuse("invalid", "fix.title")
  if (isNeeded(before.node, block)) return [{ start, end, words: "", takes: "words" }]
  // The title stands before every block, and with it a line feed.
  return [{ start: start - 1, end, words: "", takes: "block" }]
}

const NO_TEXT = new Set(["figure", "horizontalRule"])

/** Blocks that what they stand in can't do without: taken out, they stay there empty. */
function isNeeded(node: Node, { type, pos }: CanonicalBlock): boolean {
  const parent = node.resolve(pos).node(-1)
  return (
    ["tableCell", "tableHeader", "caption"].includes(type) ||
    (parent.type.name === "footnote" && parent.childCount === 1)
  )
}

/** A span that is taken out goes with the space before it, or at a block's beginning with the one behind. */
function widened(text: string, { start, end }: Span, done: number): Edit {
  const cut = { start, end, words: "", takes: "words" } as const
  const isEnd = end === text.length || /[\s\p{P}\uFFFC]/u.test(text.charAt(end))
  if (isEnd && start > done && text.charAt(start - 1) === " ") return { ...cut, start: start - 1 }
  const isBeginning =
    start === 0 || text.charAt(start - 1) === "\n" || (start === done && text.charAt(start - 1) === " ")
  return isBeginning && text.charAt(end) === " " ? { ...cut, end: end + 1 } : cut
}

/** Word by word. Objects between the words stay where they are, and line breaks where a space is wanted: no wording can name them. */
function wordEdits(text: string, { start, end, wording }: Replacement): Edit[] {
  const letters = Array.from({ length: end - start }, (_, at) => start + at).filter((at) => text[at] !== OBJECT)
  const bare = letters
    .map((at) => text[at])
    .join("")
    .replaceAll("\n", " ")
  const changes = new Map<number, { removed: number; added: string }>()
  for (const { kind, text: words, oldStart } of compare(bare, wording)) {
    if (kind === "same") continue
    const change = changes.get(oldStart) ?? { removed: 0, added: "" }
    changes.set(oldStart, kind === "removed" ? { ...change, removed: words.length } : { ...change, added: words })
  }
  return [...changes].flatMap(([at, { removed, added }]) => {
    const behind = letters[at - 1]
    const here = behind === undefined ? (letters[0] ?? start) : behind + 1
    const [first = { start: here, end: here }, ...more] = runs(letters.slice(at, at + removed))
    const rest = more.map((run) => ({ ...run, words: "", takes: "words" }) as const)
    return [{ ...first, words: added, takes: "words" } as const, ...rest]
  })
}

/** Offsets that follow each other, as spans. */
function runs(offsets: readonly number[]): Span[] {
  const found: Span[] = []
  for (const at of offsets) {
    const last = found.at(-1)
    if (last?.end === at) last.end = at + 1
    else found.push({ start: at, end: at + 1 })
  }
  return found
}

function apply(change: Transform, before: Before, { start, end, words, takes }: Edit): void {
  if (takes === "block") return takeOut(change, change.mapping.map(before.posAt(end)))
  const [from, to] = [before.posAt(start), before.posAt(end)]
  const node = words === "" ? [] : schema.text(words, marksFor(before.node, from, to))
  change.replaceWith(change.mapping.map(from), change.mapping.map(to, from === to ? 1 : -1), node)
}

/** Takes a block out, and what held nothing else. */
function takeOut(change: Transform, pos: number): void {
  const at = change.doc.resolve(pos)
  let { depth } = at
  while (depth > 1 && at.node(depth - 1).childCount === 1) depth -= 1
  change.delete(at.before(depth), at.after(depth))
}

/** What all of the words that were there are marked with; where there were none, what the words on both sides are. */
function marksFor(node: Node, from: number, to: number): readonly Mark[] {
  const sides = [node.resolve(from).nodeBefore, node.resolve(from).nodeAfter]
  const texts = from === to ? sides.filter((side) => side?.isText) : []
  node.nodesBetween(from, to, (inside) => {
    if (inside.isText) texts.push(inside)
  })
  const [first, ...others] = texts.flatMap((one) => (one ? [one.marks] : []))
  return (first ?? []).filter((mark) => others.every((marks) => mark.isInSet(marks)))
}
