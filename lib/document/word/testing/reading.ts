/** What a test looks at of a Word file that was read. */
import type { DocumentNode } from "../../../domain/article"
import { canonicalText } from "../../canonical"
import { readWordHere, type Accepted, type ImportedWord } from "../../read-word-here"
import type { Given } from "../../read-result"
import { docx, type Parts } from "./docx"

/** Reads a file of these parts, or one that is made. */
export function read(file: Parts | Uint8Array, accepted: Accepted = "all", given: Given = { title: "T" }) {
  return readWordHere({ bytes: file instanceof Uint8Array ? file : docx(file), given, accepted })
}

/** A document as text, marks in words: `bold(code(x))`. */
export function sketch(node: DocumentNode): string {
  const inner = (node.content ?? []).map(sketch).join(isInline(node.content?.[0]) ? "" : " ")
  const words = node.text ?? named(node, inner)
  return (node.marks ?? []).reduceRight((text, { type }) => `${type}(${text})`, words)
}

const INLINE = ["text", "hardBreak", "footnoteReference", "inlineImage"]

function isInline(node: DocumentNode | undefined): boolean {
  return node !== undefined && INLINE.includes(node.type)
}

function named({ type, attrs }: DocumentNode, inner: string): string {
  if (type === "hardBreak") return "⏎"
  if (type === "footnoteReference") return `[^${String(attrs?.label)}]`
  if (type === "heading") return `heading${String(attrs?.level)}(${inner})`
  if (type === "footnote") return `[^${String(attrs?.label)}]: ${inner}`
  return `${type}(${inner})`
}

/** The blocks below the title. */
export function blocksOf({ document }: ImportedWord): string[] {
  return (document.content ?? []).slice(1).map(sketch)
}

/** The text below the title with each remark's words in marks: `The ‹mayor› resigned`. */
export function remarked(imported: ImportedWord): string[] {
  const { text } = canonicalText(imported.document)
  return imported.remarks.map(({ span }) => {
    if (!span) return "nowhere"
    const start = text.lastIndexOf("\n", span.start - 1) + 1
    const end = text.indexOf("\n", span.end)
    const line = text.slice(span.end, end < 0 ? undefined : end)
    return `${text.slice(start, span.start)}‹${text.slice(span.start, span.end)}›${line}`
  })
}
