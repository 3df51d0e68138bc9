/**
 * From flat text with marks to nested Markdown constructs, as a row of pieces. It knows which construct goes around
 * which; how text is escaped and whether a delimiter can stand where it stands is for write-inline.ts.
 */
import type { DocumentNode } from "../domain/article"
import { linkAddress } from "./addresses"

type Mark = NonNullable<DocumentNode["marks"]>[number]

/** One end of a construct. `markdown` of an `emphasis` end may change with what stands beside it. */
export interface Edge {
  kind: "open" | "close"
  construct: "emphasis" | "closed"
  mark: string
  /** Of emphasis: 1, or more within emphasis of the same kind. */
  level: number
  markdown: string
}

/** What a line is written from: text to be escaped or not, things that are no text, breaks, and edges of marks. */
export type Piece =
  | { kind: "text" | "verbatim"; text: string; markdown: string }
  | { kind: "object"; node: DocumentNode; markdown: string }
  | { kind: "break"; markdown: string }
  | Edge

/** The node with emphasis within emphasis of its kind as marks of their own: bold, and bold of level 2. */
export function withLevels(node: DocumentNode): DocumentNode {
  const { attrs: more } = node.marks?.find(({ type }) => type === "nested") ?? {}
  if (!more) return node
  const marks = (node.marks ?? []).filter(({ type }) => type !== "nested")
  const deeper = marks.flatMap(({ type }) =>
    Array.from({ length: Number(more[type] ?? 0) }, (_, at) => ({ type, attrs: { level: at + 2 } })),
  )
  return { ...node, marks: [...marks, ...deeper] }
}

const levelOf = ({ attrs }: Mark) => Number(attrs?.level ?? 1)

/** The pieces of a line in order, still without the Markdown of its text, objects and breaks. */
export function piecesOf(nodes: readonly DocumentNode[], applied: readonly Mark[] = []): Piece[] {
  const pieces: Piece[] = []
  for (let index = 0; index < nodes.length;) {
    const { mark, end } = longestMark(nodes, index, applied)
    const group = nodes.slice(index, end)
    pieces.push(...(mark ? wrapped(group, mark, applied) : group.map(leaf)))
    index = end
  }
  return pieces
}

/**
 * The mark that opens at `index` and goes furthest; of equals, the outermost in the schema, but italic around bold: that
 * is how Markdown reads `***both***`. Code only by itself.
 */
function longestMark(nodes: readonly DocumentNode[], index: number, applied: readonly Mark[]) {
  const pending = pendingOf(nodes[index], applied)
  let longest: { mark: Mark | null; end: number } = { mark: null, end: index + 1 }
  for (const mark of pending) {
    if (mark.type === "code" && pending.length > 1) continue
    const end = mark.type === "code" ? index + 1 : endOf(nodes, index, mark)
    const isAround = mark.type === "italic" && longest.mark?.type === "bold" && end === longest.end
    if (!longest.mark || end > longest.end || isAround) longest = { mark, end }
  }
  return longest
}

/** Where a mark ends. A break lies under no mark, and interrupts none that goes on behind it. */
function endOf(nodes: readonly DocumentNode[], index: number, mark: Mark): number {
  let end = index + 1
  for (let at = end; at < nodes.length; at += 1) {
    if (carries(nodes[at], mark)) end = at + 1
    else if (nodes[at]?.type !== "hardBreak") break
  }
  return end
}

function pendingOf(node: DocumentNode | undefined, applied: readonly Mark[]): Mark[] {
  const all = node?.marks ?? []
  return all.filter((mark) => !applied.some((other) => same(mark, other)) && (mark.type !== "code" || node?.text))
}

const carries = (node: DocumentNode | undefined, mark: Mark) => node?.marks?.some((one) => same(one, mark)) ?? false

function same(one: Mark, other: Mark): boolean {
  const sameLink = one.attrs?.href === other.attrs?.href && one.attrs?.title === other.attrs?.title
  return one.type === other.type && levelOf(one) === levelOf(other) && sameLink
}

const leaf = (node: DocumentNode): Piece =>
  node.text !== undefined
    ? { kind: "text", text: node.text, markdown: "" }
    : node.type === "hardBreak"
      ? { kind: "break", markdown: "" }
      : { kind: "object", node, markdown: "" }

const EMPHASIS: Partial<Record<string, string>> = { bold: "**", italic: "_", strike: "~~" }
const TAGS: Partial<Record<string, string>> = { superscript: "sup", subscript: "sub", codeTag: "code" }

function wrapped(group: DocumentNode[], mark: Mark, applied: readonly Mark[]): Piece[] {
  const inner = [...applied, mark]
  const delimiter = EMPHASIS[mark.type]
  if (delimiter !== undefined) return emphasised(group, mark, applied, delimiter)
  if (mark.type === "code") return closed(mark, codeEdges(group), verbatim(group))
  const tag = TAGS[mark.type]
  if (tag !== undefined) return closed(mark, [`<${tag}>`, `</${tag}>`], piecesOf(group, inner))
  if (isAddress(group, mark, applied)) return closed(mark, ["<", ">"], verbatim(group))
  return closed(mark, ["[", `](${destination(mark.attrs ?? {}, "href")})`], piecesOf(group, inner))
}

function closed(mark: Mark, [open, close]: readonly [string, string], inner: Piece[]): Piece[] {
  const edge = { construct: "closed", mark: mark.type, level: 1 } as const
  return [{ ...edge, kind: "open", markdown: open }, ...inner, { ...edge, kind: "close", markdown: close }]
}

/** A delimiter can't stand beside white space on its inside: emphasis says nothing of white space, so it goes outside. */
function emphasised(group: DocumentNode[], mark: Mark, applied: readonly Mark[], delimiter: string): Piece[] {
  const isLoose = (node: DocumentNode) => node.type === "hardBreak" || (node.text?.trim() === "" && !isCode(node))
  const first = group.findIndex((node) => !isLoose(node))
  if (first < 0) return piecesOf(group.map(plain), applied)
  const last = group.findLastIndex((node) => !isLoose(node))
  const core = group.slice(first, last + 1)
  const lead = edgeSpace(core[0], (text) => text.slice(0, text.length - text.trimStart().length))
  const trail = edgeSpace(core.at(-1), (text) => text.slice(text.trimEnd().length))
  const inner = trimmed(core, lead.length, trail.length)
  const edge = { construct: "emphasis", mark: mark.type, level: levelOf(mark), markdown: delimiter } as const
  return [
    ...piecesOf([...group.slice(0, first).map(plain), ...spaceNode(lead)], applied),
    { ...edge, kind: "open" },
    ...piecesOf(inner, [...applied, mark]),
    { ...edge, kind: "close" },
    ...piecesOf([...spaceNode(trail), ...group.slice(last + 1).map(plain)], applied),
  ]
}

/** White space in code is the code's. */
function edgeSpace(node: DocumentNode | undefined, edge: (text: string) => string): string {
  return isCode(node) ? "" : edge(node?.text ?? "")
}

function isCode(node: DocumentNode | undefined): boolean {
  return node?.marks?.some(({ type }) => type === "code" || type === "codeTag") ?? false
}

const spaceNode = (text: string): DocumentNode[] => (text === "" ? [] : [{ type: "text", text }])

const plain = ({ marks: _marks, ...node }: DocumentNode): DocumentNode => node

function trimmed(nodes: DocumentNode[], lead: number, trail: number): DocumentNode[] {
  return nodes.map((node, index) => {
    if (node.text === undefined) return node
    const start = index === 0 ? lead : 0
    const end = node.text.length - (index === nodes.length - 1 ? trail : 0)
    return { ...node, text: node.text.slice(start, end) }
  })
}

function verbatim(group: DocumentNode[]): Piece[] {
  return group.map(({ text = "" }) => ({ kind: "verbatim", text, markdown: "" }))
}

/** A fence longer than any in the code, and the spaces that keep its own backticks or spaces apart from it. */
function codeEdges(group: DocumentNode[]): [string, string] {
  const text = group.map((node) => node.text ?? "").join("")
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = "`".repeat(longest + 1)
  const isPadded = /^`|`$/.test(text) || (/^ .* $/s.test(text) && text.trim() !== "")
  const space = isPadded ? " " : ""
  return [fence + space, space + fence]
}

/** Whether a link shows just where it leads, so that it can be written as `<address>`. */
function isAddress(group: DocumentNode[], { attrs = {} }: Mark, applied: readonly Mark[]): boolean {
  const [node, another] = group
  const text = node?.text ?? ""
  if (another || attrs.title || node?.marks?.length !== applied.length + 1) return false
  return addressOf(text) === attrs.href && isAngled(text)
}

/** Where an address leads that stands in text by itself: e-mail addresses get their `mailto:`. */
export function addressOf(text: string): string | null {
  return linkAddress(/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text) ? `mailto:${text}` : text)
}

/** Within angle brackets nothing can be escaped; a pipe would have to be in a table, a brace in a note. */
export function isAngled(text: string): boolean {
  return !/[\s<>|\\{}]/u.test(text)
}

/** `<address> "title"`: in angle brackets, so that no bracket or reference put beside it can become part of it. */
export function destination(attrs: Record<string, unknown>, key: "href" | "src"): string {
  const title = typeof attrs.title === "string" ? ` "${escapedValue(attrs.title, /["\\]/g)}"` : ""
  return `<${escapedValue(String(attrs[key] ?? ""), /[<>\\]/g)}>${title}`
}

/** Text where only `special` and character references would be read as anything else. */
function escapedValue(value: string, special: RegExp): string {
  return value.replace(special, "\\$&").replace(/&(?=#?\w+;)/g, "\\&")
}
