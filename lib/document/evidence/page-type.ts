/**
 * What came as a page, by what is in it: servers send sign-in pages as documents, and documents as pages. What its server
 * says decides only between ways to read the same words.
 */
import { fileTypeFromBuffer } from "file-type"
import type { FileType } from "../../domain/file-types"
import { markupIn } from "./markup"

/** What can be read as a page. */
export type PageType = Extract<FileType, "text/html" | "text/plain" | "application/pdf">

/** The type of a page, or the media type of what is none; an empty one where nobody knows it. */
export type FoundPage = { type: PageType } | { type: null; is: string }

/** So much says what it is. */
const LOOKED_AT = 64 * 1024

/** What a page is, whose server `said` its media type and names its encoding. */
export async function pageTypeOf(page: {
  bytes: Uint8Array
  said: string
  charset: string | null
}): Promise<FoundPage> {
  const head = page.bytes.subarray(0, LOOKED_AT)
  const letters = new TextDecoder(wideIn(head, page.charset) ?? "latin1").decode(head)
  if (/^[\s\uFEFF]{0,1024}%PDF-/u.test(letters)) return { type: "application/pdf" }
  if (isNoText(letters)) {
    const found = await fileTypeFromBuffer(head).catch(() => undefined)
    return { type: null, is: found?.mime ?? "" }
  }
  return ofWords(letters, page.said)
}

/** Words are a page where they say so, or where their server does. */
function ofWords(letters: string, said: string): FoundPage {
  const markup = markupIn(letters.replace(/^\u00EF\u00BB\u00BF/u, ""))
  if (markup === "svg") return { type: null, is: "image/svg+xml" }
  if (markup !== null) return { type: "text/html" }
  return { type: said === "text/html" || said === "application/xhtml+xml" ? "text/html" : "text/plain" }
}

/** The encoding in which every other byte of plain words is none; else null. */
function wideIn([first, second]: Uint8Array, charset: string | null): "utf-16le" | "utf-16be" | null {
  if (first === 0xff && second === 0xfe) return "utf-16le"
  if (first === 0xfe && second === 0xff) return "utf-16be"
  const named = /^utf-?16(le|be)?$/iu.exec(charset ?? "")
  return named ? (named[1]?.toLowerCase() === "be" ? "utf-16be" : "utf-16le") : null
}

/** In every encoding of words these are no letters. Escape is left out: Japanese mail and old pages switch with it. */
function isNoText(letters: string): boolean {
  const controls = letters.match(/[\0-\x08\x0E-\x1A\x1C-\x1F]/gu)?.length ?? 0
  return controls > 8 + letters.length / 20
}
