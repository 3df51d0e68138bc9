/**
 * Documents: their schema, the canonical text that anchors count in, readers that make them and writers that export
 * them. Knows nothing of databases, requests or screens; components take `schema` and `canonical` directly.
 */
export { decode, decodeFetched } from "./bytes"
export { canonicalText } from "./canonical"
export { commentBlocks } from "./comment-text"
export { decodePage } from "./decode-page"
export { sha256 } from "./digest"
export { readEvidence } from "./evidence/read"
export { pageTypeOf } from "./evidence/page-type"
export { GLIMPSED, typeOf } from "./evidence/type"
export { readFacts } from "./read-facts"
export { refuseTooLong } from "./limits"
export { readMarkdown } from "./read-markdown"
export { readPage } from "./read-page"
export type { Imported } from "./read-result"
export { readWord } from "./read-word"
export { readerMarkdown } from "./reader-markdown"
export { readTable } from "./read-table"
export { readText } from "./read-text"
export { parseDocument } from "./schema"
export type { Remark } from "./word/remarks"
export type { Room } from "./worker/reading-room"
