/**
 * Articles for property tests, as hostile as newsrooms' texts get: right-to-left words, emoji, combining marks,
 * Markdown's own characters, and spans that overlap, touch and cross blocks. What it makes is clean and valid, and
 * is what a reader could have made (no white space at the edges of a block, every footnote defined).
 */
import * as fc from "fast-check"
import { snap, trim, type Span } from "../../anchor"
import type { DocumentNode } from "../../domain/article"
import { canonicalText } from "../canonical"
import { cleanLine, normalise } from "../normalise"
import { parseDocument } from "../schema"

type Arbitrary = fc.Arbitrary<DocumentNode>
type Marks = NonNullable<DocumentNode["marks"]>

const PLAIN = ["mayor", "the", "Berlin", "resigned", "12.5", "%", "on", "Monday", "said.", "“no”", "it’s", "A"]
const FOREIGN = [
  "עברית",
  "السلام",
  "日本語",
  "Москва",
  "हिन्दी",
  "ไทย",
  "한국어",
  "\u202Bשלום\u202C",
  "e\u0301te\u0301",
  "n\u0303",
]
const ASTRAL = ["👩‍👩‍👧‍👦", "🇩🇪", "👍🏽", "𝔘𝔫𝔦", "🏳️‍🌈", "❤️", "a\u0323\u0307", "Z͑ͫ̓a̴̵l"]
const HOSTILE = [
  ..."* ** _ __ ~~ ` `` [ ] [x] ![ ( ) < > # - + 1. 2) | \\ ~ ^ = --- === *** & &amp; &#35; <b> <!-- --> [^1] [^claim-3] :".split(
    " ",
  ),
  ..."[a](b) https://example.org/a_b www.example.org a@example.org {==x==} {>>y<<} $x$ ``` ~~~ > \" ' %% [a]: [^n]: | ".split(
    " ",
  ),
].filter(Boolean)

/** A word, or what stands in for one; never blank. */
export function word(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...PLAIN) },
    { weight: 2, arbitrary: fc.constantFrom(...FOREIGN) },
    { weight: 2, arbitrary: fc.constantFrom(...ASTRAL) },
    { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
    {
      weight: 1,
      arbitrary: fc
        .string({ unit: "grapheme", minLength: 1, maxLength: 6 })
        .filter((text) => text !== "" && !/\s/u.test(text) && cleanLine(text) === text),
    },
  )
}

const words = (most: number) => fc.array(word(), { minLength: 1, maxLength: most }).map((list) => list.join(" "))

const address = fc.constantFrom(
  "https://example.org/",
  "https://example.org/a_b*c?d=(e)&f=[g]",
  "http://example.org/ü/日本",
  "mailto:desk@example.org",
)
const imageUrl = fc.constantFrom("https://example.org/picture.jpg", "http://example.org/a(b)_c.png?x=1&y=2")
const caption = fc.option(words(3), { nil: null })
const image = fc.record({ src: imageUrl, alt: fc.oneof(fc.constant(""), words(3)), title: caption })

const NAMES = ["bold", "italic", "strike", "superscript", "subscript", "code"] as const

/** Some marks, link outermost, in the schema's order. */
const marksOn: fc.Arbitrary<Marks> = fc
  .tuple(
    fc.option(fc.record({ href: address, title: caption }), { freq: 5, nil: null }),
    fc.subarray([...NAMES], { maxLength: 3 }),
    fc.boolean(),
    fc.option(fc.record({ bold: fc.nat({ max: 2 }), italic: fc.nat({ max: 2 }) }), { freq: 4, nil: null }),
  )
  .map(([link, names, bare, more]) => [
    ...(link ? [{ type: "link", attrs: link }] : []),
    ...(bare ? [] : withNesting(names, more)),
  ])

/** Emphasis lies on words once more only where it lies at all. */
function withNesting(names: (typeof NAMES)[number][], more: { bold: number; italic: number } | null): Marks {
  const attrs = { bold: names.includes("bold") ? more?.bold : 0, italic: names.includes("italic") ? more?.italic : 0 }
  const nested = attrs.bold || attrs.italic ? [{ type: "nested", attrs }] : []
  return [...names.filter((type) => type !== "code").map((type) => ({ type })), ...nested, ...codeOf(names)]
}

const codeOf = (names: (typeof NAMES)[number][]) => (names.includes("code") ? [{ type: "code" }] : [])

const marked = (text: string, marks: Marks): DocumentNode => ({
  type: "text",
  text,
  ...(marks.length > 0 && { marks }),
})

/** A piece of a line, and whether a space stands before it. */
const piece = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(words(5), marksOn).map(([text, marks]) => marked(text, marks)) },
  { weight: 1, arbitrary: fc.constant<DocumentNode>({ type: "hardBreak" }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("1", "note", "ä-b")
      .map((label): DocumentNode => ({ type: "footnoteReference", attrs: { label } })),
  },
  { weight: 1, arbitrary: image.map((attrs): DocumentNode => ({ type: "inlineImage", attrs })) },
)

/** The inline content of a text block: it begins and ends with something other than space or break. */
function inline(most: number): fc.Arbitrary<DocumentNode[]> {
  return fc.array(fc.tuple(piece, fc.boolean()), { minLength: 1, maxLength: most }).map((pieces) => {
    const line = pieces.flatMap(([node, spaced], index) => (spaced && index > 0 ? [marked(" ", []), node] : [node]))
    return withoutLooseBreaks(line)
  })
}

/** A break at an edge of a block, or with a space beside it, is nothing that Markdown could say. */
function withoutLooseBreaks(line: DocumentNode[]): DocumentNode[] {
  const isBreak = (node: DocumentNode | undefined) => node?.type === "hardBreak"
  const isSpace = (node: DocumentNode | undefined) => node?.text === " "
  const kept = line.filter((node, index) => {
    if (isBreak(node))
      return line.slice(0, index).some(isSolid) && line.slice(index + 1).some(isSolid) && !isBreak(line[index - 1])
    return !(isSpace(node) && (isBreak(line[index - 1]) || isBreak(line[index + 1])))
  })
  const text = kept.length > 0 ? kept : [marked("word", [])]
  return text.some(isSolid)
    ? text.filter((node, index) => !isBreak(node) || !isBreak(text[index + 1]))
    : [marked("word", [])]
}

const isSolid = (node: DocumentNode) => node.type !== "hardBreak" && node.text !== " "

const textBlock = (type: string, most: number, attrs?: Record<string, unknown>): Arbitrary =>
  inline(most).map((content) => ({ type, ...(attrs && { attrs }), content }))

const paragraph = textBlock("paragraph", 6)
const heading = fc.integer({ min: 1, max: 6 }).chain((level) => textBlock("heading", 3, { level }))
const rule: Arbitrary = fc.constant({ type: "horizontalRule" })

const codeBlock: Arbitrary = fc
  .tuple(
    fc.constantFrom("", "ts", "python title=x"),
    fc.array(fc.oneof(words(4), fc.constantFrom("", "\tindented", "  two", "```", "~~~~")), { maxLength: 4 }),
  )
  .map(([info, lines]) => ({
    type: "codeBlock",
    attrs: { info },
    content: lines.join("\n") === "" ? [] : [{ type: "text", text: lines.join("\n") }],
  }))

const figure: Arbitrary = fc.tuple(image, fc.option(inline(3), { nil: [] })).map(([attrs, content]) => ({
  type: "figure",
  attrs,
  content: [{ type: "caption", content }],
}))

const table: Arbitrary = fc.integer({ min: 1, max: 3 }).chain((columns) => {
  const row = (type: string) =>
    fc
      .array(fc.oneof(textBlock(type, 2), fc.constant<DocumentNode>({ type })), {
        minLength: columns,
        maxLength: columns,
      })
      .map((content) => ({ type: "tableRow", content }))
  const align = fc.array(fc.constantFrom(null, "left", "center", "right"), { minLength: columns, maxLength: columns })
  return fc
    .tuple(align, row("tableHeader"), fc.array(row("tableCell"), { maxLength: 3 }))
    .map(([columnsAligned, head, rows]) => ({
      type: "table",
      attrs: { align: columnsAligned },
      content: [head, ...rows],
    }))
})

const leaf: Arbitrary = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  { weight: 2, arbitrary: heading },
  { weight: 1, arbitrary: codeBlock },
  { weight: 1, arbitrary: figure },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: rule },
)

/** A block that may hold others, `depth` deep at most. */
export function block(depth = 2): Arbitrary {
  if (depth === 0) return leaf
  const inner = fc.array(block(depth - 1), { minLength: 1, maxLength: 3 })
  const item = inner.map((content): DocumentNode => ({ type: "listItem", content }))
  const task = fc
    .tuple(fc.boolean(), paragraph, fc.array(block(depth - 1), { maxLength: 2 }))
    .map(([checked, first, rest]): DocumentNode => ({
      type: "taskItem",
      attrs: { checked },
      content: [first, ...rest],
    }))
  const list = (type: string, items: Arbitrary, attrs: fc.Arbitrary<object>) =>
    fc
      .tuple(fc.boolean(), attrs, fc.array(items, { minLength: 1, maxLength: 3 }))
      .map(([tight, more, content]): DocumentNode => ({ type, attrs: { tight, ...more }, content }))
  const none = fc.constant({})
  return fc.oneof(
    { weight: 8, arbitrary: leaf },
    { weight: 1, arbitrary: inner.map((content): DocumentNode => ({ type: "blockquote", content })) },
    { weight: 1, arbitrary: list("bulletList", item, none) },
    { weight: 1, arbitrary: list("taskList", task, none) },
    { weight: 1, arbitrary: list("orderedList", item, fc.record({ start: fc.constantFrom(0, 1, 7, 1986) })) },
  )
}

/** A whole article, checked and clean. Every footnote that it refers to is defined at its end, and no other. */
export function articleDocument(): Arbitrary {
  return fc
    .tuple(
      textBlock("title", 2),
      fc.option(textBlock("dek", 2), { nil: null }),
      fc.array(block(), { maxLength: 6 }),
      fc.array(paragraph, { minLength: 3, maxLength: 3 }),
    )
    .map(([title, dek, body, notes]) => {
      const content = [title, ...(dek ? [dek] : []), ...body]
      return parseDocument(normalise({ type: "doc", content: [...content, ...footnotesFor(content, notes)] }))
    })
}

function footnotesFor(content: DocumentNode[], notes: DocumentNode[]): DocumentNode[] {
  const labels = new Set<string>()
  const collect = (node: DocumentNode) => {
    if (node.type === "footnoteReference") labels.add(String(node.attrs?.label))
    node.content?.forEach(collect)
  }
  content.forEach(collect)
  return [...labels].map((label, index) => ({
    type: "footnote",
    attrs: { label },
    content: [withoutReferences(notes[index] ?? { type: "paragraph" })],
  }))
}

/** Notes that refer to notes would ask for definitions without end. The spaces beside the references go with them. */
function withoutReferences(note: DocumentNode): DocumentNode {
  const content = (note.content ?? []).filter((node) => node.type !== "footnoteReference")
  const isGap = (node: DocumentNode | undefined) => node === undefined || node.text === " "
  const kept = content.filter((node, at) => !isGap(node) || !isGap(content[at - 1]))
  return { ...note, content: withoutLooseBreaks(kept.slice(0, kept.findLastIndex(isSolid) + 1)) }
}

/** Spans of whole graphemes in `text`, with words in them, some overlapping, touching, equal or across blocks. */
export function spansIn(text: string, most = 6): fc.Arbitrary<Span[]> {
  const offset = fc.nat({ max: text.length })
  const free = fc.tuple(offset, offset).map(([start, end]) => ({ start, end }))
  const short = fc.tuple(offset, fc.nat({ max: 24 })).map(([start, length]) => ({ start, end: start + length }))
  return fc
    .array(fc.oneof({ weight: 2, arbitrary: short }, { weight: 1, arbitrary: free }), { maxLength: most })
    .chain((spans) => fc.tuple(fc.constant(spans), fc.subarray(spans)))
    .map(([spans, again]) =>
      [...spans, ...again, ...touching(spans)].flatMap((span) => trim(text, snap(text, span)) ?? []),
    )
}

function touching(spans: Span[]): Span[] {
  return spans.slice(0, 2).map(({ start, end }) => ({ start: Math.max(start, end), end: Math.max(start, end) + 9 }))
}

/** An article with its canonical text and spans to claim in it. */
export function annotatedText(): fc.Arbitrary<{ document: DocumentNode; text: string; spans: Span[] }> {
  return articleDocument().chain((document) => {
    const { text } = canonicalText(document)
    return spansIn(text).map((spans) => ({ document, text, spans }))
  })
}
