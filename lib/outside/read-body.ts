/**
 * The body of an answer, decompressed within bounds: a page that unfolds into far more than was sent is stopped while it
 * unfolds. Knows codings, nothing of addresses.
 */
import { promisify } from "node:util"
import * as zlib from "node:zlib"
import { Stopped } from "./fetched"

/**
 * The bytes of `body`, to which `coding` was done as the head says; at most `most`, before and after. Stops at `size`:
 * `body`, and at `decompression`: `unknown`, `broken`, `bomb`. Errors of the network are thrown as they come.
 */
export async function readBody(body: AsyncIterable<Uint8Array>, coding: string, most: number): Promise<Uint8Array> {
  const decoders = decodersFor(coding)
  let bytes = await collected(body, most)
  for (const decode of decoders) bytes = await unfolded(bytes, decode, most)
  return bytes
}

async function collected(body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body) {
    length += piece.length
    if (length > most) throw tooLarge(most)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** That a body is, or says that it will be, larger than `most` bytes. */
export function tooLarge(most: number): Stopped {
  return new Stopped("size", "body", { megabytes: Math.round(most / 1024 / 1024) })
}

type Decode = (bytes: Uint8Array, bounds: { maxOutputLength: number }) => Promise<Uint8Array>

const inflate: Decode = promisify(zlib.inflate)
const inflateRaw: Decode = promisify(zlib.inflateRaw)
const gunzip: Decode = promisify(zlib.gunzip)

/** What this Node can undo, by the names that HTTP has. Zstandard came to Node with 22.15. */
const DECODERS: Record<string, Decode> = {
  gzip: gunzip,
  "x-gzip": gunzip,
  // It should be zlib's format, and from some servers is the bare stream inside it: the first byte tells.
  deflate: (bytes, bounds) => (((bytes[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(bytes, bounds),
  br: promisify(zlib.brotliDecompress),
  ...("zstdDecompress" in zlib && { zstd: promisify(zlib.zstdDecompress as typeof zlib.gunzip) as Decode }),
}

/** For `Accept-Encoding`. */
export const CODINGS = Object.keys(DECODERS).filter((name) => name !== "x-gzip")

/** Servers use one coding; a second one comes from a proxy that knows no better. More is made to be expensive. */
const MOST_CODINGS = 2

/** How to undo the codings that the head names, the last one first. */
function decodersFor(coding: string): Decode[] {
  const names = coding.split(",").map((name) => name.trim().toLowerCase())
  const done = names.filter((name) => name !== "" && name !== "identity")
  if (done.length > MOST_CODINGS) throw new Stopped("decompression", "bomb")
  return done.reverse().map((name) => {
    const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined
    if (!decoder) throw new Stopped("decompression", "unknown")
    return decoder
  })
}

/** The most repetitive of real pages shrink to a fiftieth; gzip can reach a thousandth, Brotli a millionth. */
const MOST_UNFOLDED = 200

/** Below this nobody is harmed, and a short page of one letter is no attack. */
const HARMLESS = 1024 * 1024

async function unfolded(bytes: Uint8Array, decode: Decode, most: number): Promise<Uint8Array> {
  if (bytes.length === 0) return bytes
  const ratioAllows = Math.max(HARMLESS, bytes.length * MOST_UNFOLDED)
  try {
    return await decode(bytes, { maxOutputLength: Math.min(most, ratioAllows) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_BUFFER_TOO_LARGE") throw new Stopped("decompression", "broken")
    throw ratioAllows < most ? new Stopped("decompression", "bomb") : tooLarge(most)
  }
}
