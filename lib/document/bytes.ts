/**
 * From the bytes of a file, of a paste or of a text on the web to text. Of a file it guesses no encoding: a wrong guess
 * would change the words that an editor checks, and nobody would see it. Knows nothing of what the text says.
 */
import { refuse } from "../domain/refusal"
import { decodePage } from "./decode-page"
import { MOST_BYTES, refuseTooLong, tooLarge } from "./limits"

/** How files begin that are no text, whatever they are called. */
const SIGNATURES = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x50, 0x4b, 0x03, 0x04], // ZIP: Word, OpenDocument, EPUB
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0xd0, 0xcf, 0x11, 0xe0], // the older Office formats
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF: readable, but as words it is not what was written
  [0x1f, 0x8b], // gzip
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x7f, 0x45, 0x4c, 0x46], // a program
]

/**
 * The text of `bytes`, line ends as `\n`, without byte order mark. UTF-8, or UTF-16 with its mark. Refuses, all
 * `invalid`: `import.tooLarge`, `import.empty` (blank too), `import.binary`, `import.encoding`, `import.tooLong`.
 */
export function decode(bytes: Uint8Array): string {
  return words(bytes, decoded)
}

/**
 * The same of a text that was fetched, in the encoding that a browser would take: nobody can be asked to save it again
 * in another one. Refuses as `decode` does, but for `import.encoding`.
 */
export function decodeFetched(bytes: Uint8Array, headerCharset: string | null): string {
  return words(bytes, () => decodePage(bytes, headerCharset))
}

function words(bytes: Uint8Array, decoding: (bytes: Uint8Array) => string): string {
  if (bytes.length > MOST_BYTES) throw tooLarge()
  if (bytes.length === 0) throw refuse("invalid", "import.empty")
  if (SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte))) throw isBinary()
  const text = decoding(bytes)
    .replace(/^\uFEFF+/, "")
    .replace(/\r\n?/g, "\n")
  if (/^[\s\p{Cf}]*$/u.test(text)) throw refuse("invalid", "import.empty")
  if (text.includes("\0") || isMostlyControls(text)) throw isBinary()
  refuseTooLong(text)
  return text
}

function decoded(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  if (encoding === null) throw refuse("invalid", "import.encoding")
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw bytes.includes(0) && encoding === "utf-8" ? isBinary() : refuse("invalid", "import.encoding")
  }
}

/** Null for what is text, to all appearance, but in an encoding that we do not read. */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? null : "utf-16le"
  if (first === 0xfe && second === 0xff) return "utf-16be"
  return isUnmarkedUtf16(bytes) ? null : "utf-8"
}

/** Latin text in UTF-16 has a NUL in every other byte, and none in the others. */
function isUnmarkedUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 1000)
  const nuls = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = nuls
  return Math.max(even, odd) > sample.length / 4 && Math.min(even, odd) === 0
}

/** Text has a stray control character now and then; more than one in a hundred is something else. */
function isMostlyControls(text: string): boolean {
  const controls = text.match(/(?![\t\n\f\v])\p{Cc}/gu)?.length ?? 0
  return controls > 4 + text.length / 100
}

function isBinary() {
  return refuse("invalid", "import.binary")
}
