/**
 * A .zip made of files that were packed before, each at another time: what is kept of one is all that is needed to put it
 * beside the others. It is written as it is read, so that no archive is ever held whole. Knows no files of Stet's.
 */
import { crc32, deflateRawSync } from "node:zlib"

/** A file as an archive holds it. */
export interface PackedFile {
  /** CRC-32 of what is packed. */
  crc: number
  /** Bytes before packing. */
  size: number
  /** Deflated. */
  bytes: Uint8Array<ArrayBuffer>
}

export interface Entry extends PackedFile {
  /** In the archive; no two are called the same. */
  name: string
}

export function packedFile(content: string | Uint8Array): PackedFile {
  const given = Buffer.from(content as Uint8Array)
  return { crc: crc32(given), size: given.length, bytes: new Uint8Array(deflateRawSync(given)) }
}

type Bytes = Uint8Array<ArrayBuffer>

/** The archive's bytes, an entry after the other, and at its end what tells where each is. */
export async function* archive(entries: AsyncIterable<Entry> | Iterable<Entry>): AsyncGenerator<Bytes> {
  const directory: Bytes[] = []
  let at = 0
  for await (const entry of entries) {
    const head = record(LOCAL, entry, [])
    directory.push(record(CENTRAL, entry, [u16(0), u16(0), u16(0), u32(0), u32(at)]))
    yield head
    yield entry.bytes
    at += head.length + entry.bytes.length
  }
  const length = directory.reduce((sum, one) => sum + one.length, 0)
  yield* directory
  const count = u16(directory.length)
  yield joined([u32(0x06054b50), u16(0), u16(0), count, count, u32(length), u32(at), u16(0)])
}

/** Signature, and the versions that made it and that read it: deflate, and names in UTF-8. */
const LOCAL = [u32(0x04034b50), u16(20)]
const CENTRAL = [u32(0x02014b50), u16(20), u16(20)]
const NAMES_IN_UTF8 = u16(1 << 11)
const DEFLATED = u16(8)

/** Zip knows no years before 1980, and no zones: midnight on its first day. */
const ALWAYS = [u16(0), u16(0x21)]

/** What stands before a file, and once more in the directory with where it begins. */
function record(start: Bytes[], { name, crc, size, bytes }: Entry, more: Bytes[]): Bytes {
  const called = new TextEncoder().encode(name)
  const sizes = [u32(crc), u32(bytes.length), u32(size), u16(called.length), u16(0)]
  return joined([...start, NAMES_IN_UTF8, DEFLATED, ...ALWAYS, ...sizes, ...more, called])
}

function u16(value: number): Bytes {
  return new Uint8Array([value & 0xff, (value >>> 8) & 0xff])
}

function u32(value: number): Bytes {
  return joined([u16(value & 0xffff), u16(value >>> 16)])
}

function joined(parts: Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
