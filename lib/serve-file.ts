/**
 * Answers with a file of evidence: a stranger's bytes, which no browser may take for one of our pages. Always something
 * to keep, never to open; nothing in it runs; whole or a range of it, as players ask; slice by slice, as it is read.
 */
import { attachment, streamOf } from "./download"
import type { FileView } from "./domain/file"

type Bytes = (start: number, end: number) => AsyncGenerator<Uint8Array<ArrayBuffer>>

/**
 * The answer to a request for a file, whose bytes are read from `bytes` as they are sent. A browser may keep it, but asks
 * each time whether it is still for its reader: the digest is its entity tag.
 */
export function serveFile(request: Request, file: FileView, bytes: Bytes): Response {
  const headers = new Headers({
    "content-type": file.type,
    "content-disposition": attachment(file.name),
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-cache",
    etag: `"${file.sha256}"`,
    "accept-ranges": "bytes",
  })
  if (request.headers.get("if-none-match")?.includes(`"${file.sha256}"`))
    return new Response(null, { status: 304, headers })
  const range = rangeOf(request.headers, file)
  if (range === "beyond") {
    headers.set("content-range", `bytes */${file.size}`)
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range ?? { start: 0, end: file.size }
  headers.set("content-length", String(end - start))
  if (range) headers.set("content-range", `bytes ${start}-${end - 1}/${file.size}`)
  const body = request.method === "HEAD" ? null : streamOf(bytes(start, end))
  return new Response(body, { status: range ? 206 : 200, headers })
}

/** One range of bytes, `end` exclusive; null for the whole, also where several are asked for or the file is another. */
export function rangeOf(
  headers: Headers,
  { size, sha256 }: Pick<FileView, "size" | "sha256">,
): { start: number; end: number } | "beyond" | null {
  const isThis = [null, `"${sha256}"`].includes(headers.get("if-range"))
  const asked = /^bytes=(?:(\d+)-(\d*)|-(\d+))$/.exec(headers.get("range")?.trim() ?? "")
  if (!isThis || !asked) return null
  const [, first, last, tail] = asked
  const start = first === undefined ? Math.max(0, size - Number(tail)) : Number(first)
  const end = last ? Math.min(size, Number(last) + 1) : size
  return start < end ? { start, end } : "beyond"
}
