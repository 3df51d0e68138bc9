/**
 * The one shape of a stored document: ProseMirror nodes and marks, with the checks that keep anything else out.
 * Readers make it, writers and the galley show it. It knows nothing of claims, of Tiptap or of where text comes from.
 */
import { Schema, type MarkSpec, type Node, type NodeSpec } from "@tiptap/pm/model"
import type { DocumentNode } from "../domain/article"
import { refuse } from "../domain/refusal"
import { imageAddress, keptImage, keptLink, linkAddress } from "./addresses"

export { imageAddress, linkAddress } from "./addresses"

export type Alignment = "left" | "center" | "right" | null

const mustBe = (what: string, holds: (value: unknown) => boolean) => (value: unknown) => {
  if (!holds(value)) throw new RangeError(`not ${what}`)
}

const text = { default: "", validate: "string" }
const optionalText = { default: null, validate: "string|null" }
const label = { validate: mustBe("a label", (value) => typeof value === "string" && value !== "") }
const tight = { default: true, validate: "boolean" }
const isWhole = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most

/** As deep as readers let Markdown be. */
const times = { default: 0, validate: mustBe("a depth", (value) => isWhole(value, 0, 100)) }

const ALIGNMENTS: unknown[] = [null, "left", "center", "right"]

const imageAttrs = {
  src: { validate: mustBe("a picture's address", (value) => keptImage(value) !== null) },
  alt: text,
  title: optionalText,
}

const img = (node: Node): [string, Record<string, string>] => [
  "img",
  {
    ...addressed("src", node.attrs.src, imageAddress),
    alt: node.attrs.alt,
    ...titled(node.attrs.title),
    referrerpolicy: "no-referrer",
  },
]

/** What can't be followed from here is drawn as an address that no browser follows, and read again from there. */
const addressed = (name: "href" | "src", address: string, follows: (address: unknown) => string | null) => ({
  [follows(address) === null ? `data-${name}` : name]: address,
})

const addressIn = (element: Element | null, name: "href" | "src") =>
  name === "href"
    ? (linkAddress(element?.getAttribute("href")) ?? keptLink(element?.getAttribute("data-href")))
    : (imageAddress(element?.getAttribute("src")) ?? keptImage(element?.getAttribute("data-src")))

const titled = (title: string | null) => (title === null ? {} : { title })

const imageOf = (image: Element | null) => {
  const src = addressIn(image, "src")
  return src === null
    ? false
    : { src, alt: image?.getAttribute("alt") ?? "", title: image?.getAttribute("title") ?? null }
}

const tightness = (list: Element) => ({ tight: list.getAttribute("data-tight") !== "false" })

/** Node specs by name, in the schema's order; `paragraph` leads the group `block` and is its default. */
export const nodes = {
  doc: { content: "title dek? block* footnote*" },
  title: {
    content: "inline*",
    defining: true,
    parseDOM: [{ tag: "h1[data-title]", priority: 60 }],
    toDOM: () => ["h1", { "data-title": "" }, 0],
  },
  dek: {
    content: "inline*",
    defining: true,
    parseDOM: [{ tag: "p[data-dek]", priority: 60 }],
    toDOM: () => ["p", { "data-dek": "" }, 0],
  },
  paragraph: { group: "block", content: "inline*", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
  heading: {
    group: "block",
    content: "inline*",
    defining: true,
    attrs: { level: { validate: mustBe("a level", (value) => isWhole(value, 1, 6)) } },
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    toDOM: (node) => [`h${node.attrs.level}`, 0],
  },
  blockquote: {
    group: "block",
    content: "block+",
    parseDOM: [{ tag: "blockquote" }],
    toDOM: () => ["blockquote", 0],
  },
  bulletList: {
    group: "block",
    content: "listItem+",
    attrs: { tight },
    parseDOM: [{ tag: "ul", getAttrs: tightness }],
    toDOM: (node) => ["ul", { "data-tight": String(node.attrs.tight) }, 0],
  },
  orderedList: {
    group: "block",
    content: "(listItem | taskItem)+",
    attrs: {
      start: { default: 1, validate: mustBe("a list number", (value) => isWhole(value, 0, 999_999_999)) },
      tight,
    },
    parseDOM: [
      { tag: "ol", getAttrs: (list) => ({ start: Number(list.getAttribute("start") ?? 1), ...tightness(list) }) },
    ],
    toDOM: (node) => ["ol", { start: String(node.attrs.start), "data-tight": String(node.attrs.tight) }, 0],
  },
  taskList: {
    group: "block",
    content: "(taskItem | listItem)+",
    attrs: { tight },
    parseDOM: [{ tag: "ul[data-tasks]", priority: 60, getAttrs: tightness }],
    toDOM: (node) => ["ul", { "data-tasks": "", "data-tight": String(node.attrs.tight) }, 0],
  },
  listItem: { content: "block+", parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
  taskItem: {
    content: "block+",
    attrs: { checked: { default: false, validate: "boolean" } },
    parseDOM: [
      {
        tag: "li[data-checked]",
        priority: 60,
        getAttrs: (item) => ({ checked: item.getAttribute("data-checked") === "true" }),
      },
    ],
    toDOM: (node) => ["li", { "data-checked": String(node.attrs.checked) }, 0],
  },
  codeBlock: {
    group: "block",
    content: "text*",
    marks: "",
    code: true,
    attrs: { info: text },
    parseDOM: [
      {
        tag: "pre",
        preserveWhitespace: "full",
        getAttrs: (pre) => ({ info: pre.getAttribute("data-info") ?? "" }),
      },
    ],
    toDOM: (node) => ["pre", { "data-info": node.attrs.info }, ["code", 0]],
  },
  table: {
    group: "block",
    content: "tableRow+",
    attrs: {
      align: {
        default: [] as Alignment[],
        validate: mustBe(
          "alignments",
          (value) => Array.isArray(value) && value.every((column) => ALIGNMENTS.includes(column)),
        ),
      },
    },
    parseDOM: [{ tag: "table", getAttrs: (table) => ({ align: alignmentsIn(table.getAttribute("data-align")) }) }],
    toDOM: (node) => [
      "table",
      { "data-align": node.attrs.align.map((column: Alignment) => column ?? "none").join(" ") },
      ["tbody", 0],
    ],
  },
  tableRow: { content: "(tableHeader | tableCell)+", parseDOM: [{ tag: "tr" }], toDOM: () => ["tr", 0] },
  tableHeader: { content: "inline*", parseDOM: [{ tag: "th" }], toDOM: () => ["th", { scope: "col" }, 0] },
  tableCell: { content: "inline*", parseDOM: [{ tag: "td" }], toDOM: () => ["td", 0] },
  figure: {
    group: "block",
    content: "caption",
    attrs: imageAttrs,
    parseDOM: [
      { tag: "figure", getAttrs: (figure) => imageOf(figure.querySelector("img")), contentElement: "figcaption" },
    ],
    toDOM: (node) => ["figure", img(node), ["figcaption", 0]],
  },
  caption: {
    content: "inline*",
    parseDOM: [{ tag: "p[data-caption]", priority: 60 }],
    toDOM: () => ["p", { "data-caption": "" }, 0],
  },
  horizontalRule: { group: "block", parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
  footnote: {
    content: "block+",
    attrs: { label },
    parseDOM: [
      {
        tag: "div[data-footnote]",
        getAttrs: (note) => ({ label: note.getAttribute("data-footnote") ?? "" }),
      },
    ],
    toDOM: (node) => ["div", { "data-footnote": node.attrs.label, role: "doc-footnote" }, 0],
  },
  text: { group: "inline" },
  hardBreak: { group: "inline", inline: true, selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
  footnoteReference: {
    group: "inline",
    inline: true,
    attrs: { label },
    parseDOM: [
      {
        tag: "sup[data-footnote-reference]",
        priority: 60,
        getAttrs: (mark) => ({ label: mark.getAttribute("data-footnote-reference") ?? "" }),
      },
    ],
    toDOM: (node) => ["sup", { "data-footnote-reference": node.attrs.label }, node.attrs.label],
  },
  inlineImage: {
    group: "inline",
    inline: true,
    attrs: imageAttrs,
    parseDOM: [{ tag: "img", getAttrs: (image) => imageOf(image) }],
    toDOM: img,
  },
} satisfies Record<string, NodeSpec>

/** Mark specs by name, outermost first: `code` lies innermost. */
export const marks = {
  link: {
    inclusive: false,
    attrs: {
      href: { validate: mustBe("a link's address", (value) => keptLink(value) !== null) },
      title: optionalText,
    },
    parseDOM: [{ tag: "a[href], a[data-href]", getAttrs: (anchor) => linkOf(anchor) }],
    toDOM: (mark) => [
      "a",
      {
        ...addressed("href", mark.attrs.href, linkAddress),
        ...titled(mark.attrs.title),
        rel: "noopener noreferrer nofollow",
      },
      0,
    ],
  },
  bold: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
  italic: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
  strike: { parseDOM: [{ tag: "del" }, { tag: "s" }], toDOM: () => ["del", 0] },
  superscript: { parseDOM: [{ tag: "sup" }], toDOM: () => ["sup", 0] },
  subscript: { parseDOM: [{ tag: "sub" }], toDOM: () => ["sub", 0] },
  /** Emphasis within emphasis of its own kind, as a title in italics: how many times more it lies on the words. */
  nested: {
    attrs: { bold: times, italic: times },
    parseDOM: [{ tag: "span[data-nested]", getAttrs: (span) => nestingOf(span.getAttribute("data-nested") ?? "") }],
    toDOM: ({ attrs }) => ["span", { "data-nested": `${attrs.bold} ${attrs.italic}` }, 0],
  },
  code: { code: true, parseDOM: [{ tag: "code" }], toDOM: () => ["code", 0] },
} satisfies Record<string, MarkSpec>

export type NodeName = keyof typeof nodes
export type MarkName = keyof typeof marks

/** The schema itself. The galley builds an equal one of its own; both read the same JSON. */
export const schema: Schema<NodeName, MarkName> = new Schema({ nodes, marks })

/** The stored JSON as a checked document with every attribute filled in. Throws `invalid`, `document.malformed`. */
export function parseDocument(json: unknown): DocumentNode {
  // ProseMirror's attributes have no prototype, which React refuses to hand to the browser: plain objects only.
  return JSON.parse(JSON.stringify(documentNode(json).toJSON())) as DocumentNode
}

/** The same, as a ProseMirror node. Throws `invalid`, `document.malformed`. */
export function documentNode(json: unknown): Node {
  try {
    const node = schema.nodeFromJSON(json)
    node.check()
    if (node.type.name === "doc") return node
  } catch {
    // What ProseMirror throws (RangeError, TypeError, a stack too deep) names its own insides, not what to do.
  }
  throw refuse("invalid", "document.malformed")
}

function linkOf(anchor: Element) {
  const href = addressIn(anchor, "href")
  return href === null ? (false as const) : { href, title: anchor.getAttribute("title") }
}

function nestingOf(times: string) {
  const [bold, italic] = /^(\d{1,2}) (\d{1,2})$/.exec(times)?.slice(1).map(Number) ?? []
  return bold === undefined || italic === undefined ? (false as const) : { bold, italic }
}

function alignmentsIn(names: string | null): Alignment[] {
  return (names ?? "")
    .split(" ")
    .filter(Boolean)
    .map((name) => (name === "left" || name === "center" || name === "right" ? name : null))
}
