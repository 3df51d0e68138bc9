/** An article's text as HTML, with a number behind the words of every claim that leads to its note. Fetches no picture. */
import type { DOMOutputSpec, Mark, Node } from "@tiptap/pm/model"
import type { DocumentNode } from "../../domain/article"
import type { PublicNote } from "../../domain/report"
import { tapeOf, type Bit } from "../../domain/tape"
import { positions } from "../canonical"
import { schema } from "../schema"
import { element, markup, type Markup, type Part } from "./html"

interface Marked extends Pick<PublicNote, "claimId" | "number" | "spans" | "rating" | "underReviewSince"> {
  /** What stands behind its words, where that is not the claim's number. */
  shown?: number
}
type Claims = readonly Marked[]

/** How a leaf (words, or a thing between them) shows at its position. */
type DrawLeaf = (drawn: Part, leaf: Node, pos: number) => Part

/** The text with its claims marked and numbered. */
export function annotatedText(document: DocumentNode, claims: Claims): Markup {
  const { offsetAt } = positions(document)
  const tape = tapeOf(
    claims.map(({ claimId, spans }) => ({ key: claimId, spans })),
    [],
  )
  const byId = new Map(claims.map((claim) => [claim.claimId, claim]))
  const draw = (bits: Bit[], words: (from: number, to: number) => Part) => bits.map((bit) => drawBit(bit, words, byId))
  const drawn = drawDocument(document, (drawn, leaf, pos) => {
    if (leaf.isBlock) return drawn
    const from = offsetAt(pos)
    const { text } = leaf
    return draw(tape.read(from, from + leaf.nodeSize), (start, end) =>
      text === undefined ? drawn : text.slice(start - from, end - from),
    )
  })
  const rest = draw(tape.rest(), () => null)
  return markup`${drawn}${rest.length > 0 && markup`<p>${rest}</p>`}`
}

/** The text by itself, without title and dek. */
export const bodyText = (document: DocumentNode): Markup =>
  markup`${drawDocument({ ...document, content: (document.content ?? []).filter(isBody) }, (drawn) => drawn)}`

/** A whole document, title and dek included, as a fragment of HTML that holds nothing but its text. */
export const documentHtml = (document: DocumentNode): string => markup`${drawDocument(document, (drawn) => drawn)}`.text

const isBody = ({ type }: DocumentNode) => type !== "title" && type !== "dek"

function drawBit(bit: Bit, words: (from: number, to: number) => Part, byId: Map<string, Marked>): Part {
  if (bit.kind === "sentence") return null
  if (bit.kind === "ends") return numbers(bit.claims.flatMap((id) => byId.get(id) ?? []))
  return bit.claims.reduceRight<Part>(
    (within, id) => {
      const claim = byId.get(id)
      return element("span", { class: `claim tone-${claim?.underReviewSince ? "open" : claim?.rating.tone}` }, within)
    },
    words(bit.from, bit.to),
  )
}

function numbers(all: Marked[]): Part {
  const links = all.map(
    ({ number, shown = number }, at) =>
      markup`${at > 0 && ","}<a href="#note-${number}" id="at-${number}">${shown}</a>`,
  )
  return links.length > 0 && markup`<sup class="number">${links}</sup>`
}

/** The document as markup, its leaves drawn one after the other in the order of the text. */
function drawDocument(document: DocumentNode, leaf: DrawLeaf): Part[] {
  return contentOf(schema.nodeFromJSON(document), 0, leaf)
}

function contentOf(node: Node, start: number, leaf: DrawLeaf): Part[] {
  const drawn: Part[] = []
  node.forEach((child, offset) => void drawn.push(nodeOf(child, start + offset, leaf)))
  return drawn
}

function nodeOf(node: Node, pos: number, leaf: DrawLeaf): Part {
  const output = node.isText ? undefined : node.type.spec.toDOM?.(node)
  const plain = node.isText ? node.text : elementOf(output, contentOf(node, pos + 1, leaf))
  const inner = node.isLeaf ? leaf(plain, node, pos) : plain
  return node.marks.reduceRight(
    (within: Part, mark: Mark) => elementOf(mark.type.spec.toDOM?.(mark, true), [within]),
    inner,
  )
}

/** ProseMirror's output arrays: a tag, perhaps attributes, then children, of which 0 is the hole. */
function elementOf(output: DOMOutputSpec | undefined, hole: Part[]): Part {
  if (!Array.isArray(output)) return null
  const [tag, second, ...rest] = output as [string, ...unknown[]]
  const attributes = isAttributes(second) ? second : {}
  if (tag === "img") return picture(attributes)
  const children = isAttributes(second) || second === undefined ? rest : [second, ...rest]
  const inner = children.flatMap((child) => (child === 0 ? hole : [elementOf(child as DOMOutputSpec, hole)]))
  return element(tag, attributes, inner)
}

/** Pictures are linked, not shown: a page of ours tells no other server who reads it. */
function picture({ src, alt = "", "data-src": address = "" }: Record<string, string>): Markup {
  if (src === undefined) return element("span", { class: "picture" }, alt || address)
  return element("a", { class: "picture", href: src, rel: "noopener noreferrer nofollow" }, alt || src)
}

function isAttributes(value: unknown): value is Record<string, string> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
