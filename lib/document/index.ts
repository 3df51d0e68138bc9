/**
 * Documents: their schema, the canonical text that anchors count in, readers that make them and writers that export
 * them. Knows nothing of databases, requests or screens; components take `schema` and `canonical` directly.
 */
export { decode } from "./bytes"
export { canonicalText, OBJECT, positions, type CanonicalBlock, type CanonicalText, type Positions } from "./canonical"
export { sha256 } from "./digest"
export { normalise } from "./normalise"
export { readMarkdown } from "./read-markdown"
export type { Given, Imported, ImportedMetadata, Notice } from "./read-result"
export { readerMarkdown, type ReaderMarkdownOptions } from "./reader-markdown"
export { readText } from "./read-text"
export { documentNode, parseDocument, schema } from "./schema"
export { strip } from "./strip"
export { writeMarkdown } from "./write-markdown"
export type { WrittenMarkdown } from "./write-pen"
