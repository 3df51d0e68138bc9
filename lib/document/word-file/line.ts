/**
 * One text block as a Word paragraph's content: runs with their looks, links, breaks; where comments begin and end; and
 * what a fix takes out or puts in as a tracked change. Offsets are code units of the canonical text.
 */
import type { DocumentNode } from "../../domain/article"
import { linkAddress } from "../addresses"
import type { Edit } from "../replace-spans"
import { element, markup, Markup, type Part } from "../report/html"
import type { Links } from "./parts"

/** A comment's place, and a change's author. */
export interface Marks {
  comments: readonly { id: number; start: number; end: number }[]
  changes: readonly Tracked[]
}

/** An edit with who proposed it, and when (ISO 8601, UTC). */
export interface Tracked extends Edit {
  author: string
  at: string
}

export interface Writing {
  links: Links
  /** Word's numbers of the notes, by label; a reference to none is its label. */
  notes: ReadonlyMap<string, number>
  /** The number of the next change: no two have the same. */
  nextChange: () => number
}

/** Some of a line that looks the same throughout: words, or a thing between them. */
interface Bit {
  start: number
  end: number
  node: DocumentNode
}

/** The content of a paragraph that holds `content` from `start` on. */
export function lineOf(content: readonly DocumentNode[], start: number, marks: Marks, writing: Writing): Part[] {
  const bits = bitsOf(content, start)
  const end = bits.at(-1)?.end ?? start
  const cuts = [...marks.comments, ...marks.changes].flatMap((one) => [one.start, one.end])
  const pieces = bits.flatMap((bit) => cutAt(bit, cuts))
  const parts = pieces.flatMap((piece) => [
    milestones(piece.start, bits, marks, writing),
    pieceOf(piece, marks.changes, writing),
  ])
  return [...parts, milestones(end, bits, marks, writing)]
}

function bitsOf(content: readonly DocumentNode[], start: number): Bit[] {
  let at = start
  return content.map((node) => {
    const bit = { start: at, end: at + (node.text?.length ?? 1), node }
    at = bit.end
    return bit
  })
}

function cutAt({ start, end, node }: Bit, cuts: readonly number[]): Bit[] {
  const { text } = node
  if (text === undefined) return [{ start, end, node }]
  const inside = [...new Set(cuts.filter((cut) => start < cut && cut < end))].sort((a, b) => a - b)
  return [start, ...inside].map((from, at) => {
    const to = inside[at] ?? end
    return { start: from, end: to, node: { ...node, text: text.slice(from - start, to - start) } }
  })
}

/** What stands at a place: words put in behind those taken out there, then ends of comments, then beginnings. */
function milestones(at: number, bits: readonly Bit[], { comments, changes }: Marks, writing: Writing): Part[] {
  const here = changes.filter(({ end, words }) => end === at && words !== "")
  const added = here.map((change) => ({
    change,
    isFirst: change.start < at || !comments.some(({ start }) => start === at),
  }))
  const put = (first: boolean) =>
    added.filter(({ isFirst }) => isFirst === first).map(({ change }) => inserted(change, bits, writing))
  const begin = comments
    .filter(({ start }) => start === at)
    .map(({ id }) => element("w:commentRangeStart", { "w:id": `${id}` }))
  const finish = comments
    .filter(({ end }) => end === at)
    .map(({ id }) => [
      element("w:commentRangeEnd", { "w:id": `${id}` }),
      markup`<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
    ])
  return [put(true), finish, begin, put(false)]
}

const by = ({ author, at }: Tracked, { nextChange }: Writing) => ({
  "w:id": `${nextChange()}`,
  "w:author": author,
  "w:date": at.replace(/\.\d+Z$/, "Z"),
})

/** With what all of the words are marked that it takes the place of; where there are none, what both sides are. */
function inserted(change: Tracked, bits: readonly Bit[], writing: Writing): Part {
  const isNear = ({ start, end, node }: Bit) =>
    node.text !== undefined &&
    (change.start < change.end ? start < change.end && change.start < end : start <= change.end && change.start <= end)
  const [first = [], ...others] = bits.filter(isNear).map(({ node }) => node.marks ?? [])
  const isShared = (mark: Mark) =>
    others.every((all) => all.some((one) => JSON.stringify(one) === JSON.stringify(mark)))
  const node = { type: "text", text: change.words, marks: first.filter(isShared) }
  return linked(node, element("w:ins", by(change, writing), run(node, writing)), writing)
}

/** Within the link that it is; pictures are linked, not shown: opening the file tells no other server who reads it. */
function linked({ type, attrs, marks = [] }: DocumentNode, said: Part, { links }: Writing): Part {
  const picture = type === "inlineImage" ? attrs?.src : undefined
  const href = linkAddress(marks.find((mark) => mark.type === "link")?.attrs?.href) ?? linkAddress(picture)
  return href === null ? said : element("w:hyperlink", { "r:id": links.idOf(href) }, said)
}

type Mark = NonNullable<DocumentNode["marks"]>[number]

function pieceOf({ start, end, node }: Bit, changes: readonly Tracked[], writing: Writing): Part {
  const removed = changes.find((change) => change.start <= start && end <= change.end)
  const isGone = removed !== undefined && (node.text !== undefined || removed.takes === "block")
  return linked(
    node,
    isGone ? element("w:del", by(removed, writing), run(node, writing, "w:delText")) : run(node, writing),
    writing,
  )
}

function run(node: DocumentNode, writing: Writing, text: "w:t" | "w:delText" = "w:t"): Part {
  const { type, attrs = {} } = node
  if (type === "hardBreak") return markup`<w:r><w:br/></w:r>`
  if (type === "footnoteReference") return reference(String(attrs.label), writing)
  if (type === "inlineImage") return markup`<w:r>${words(pictureWords(attrs), text)}</w:r>`
  return markup`<w:r>${look(node)}${words(node.text ?? "", text)}</w:r>`
}

function reference(label: string, { notes }: Writing): Part {
  const id = notes.get(label)
  const properties = markup`<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>`
  return markup`<w:r>${properties}${id === undefined ? words(label, "w:t") : element("w:footnoteReference", { "w:id": `${id}` })}</w:r>`
}

/** What stands for a picture: its description, or where it is. */
export const pictureWords = ({ alt, src }: Record<string, unknown>) => `[${String(alt || src)}]`

/** In the order that the standard wants them in. */
function look({ marks = [] }: DocumentNode): Part {
  const has = (type: string) => marks.some((mark) => mark.type === type)
  const raised = has("superscript") ? "superscript" : has("subscript") ? "subscript" : null
  const style = has("code") ? "VerbatimChar" : has("link") ? "Hyperlink" : null
  const properties = [
    style && `<w:rStyle w:val="${style}"/>`,
    has("bold") && "<w:b/>",
    has("italic") && "<w:i/>",
    has("strike") && "<w:strike/>",
    raised && `<w:vertAlign w:val="${raised}"/>`,
  ].filter(Boolean)
  return properties.length > 0 && markup`<w:rPr>${new Markup(properties.join(""))}</w:rPr>`
}

/** Words with their line breaks. */
export function words(text: string, tag: "w:t" | "w:delText" = "w:t"): Part {
  return text
    .split("\n")
    .map((line, at) => [at > 0 && markup`<w:br/>`, line !== "" && element(tag, { "xml:space": "preserve" }, line)])
}
