/**
 * Opens the ZIP archive that a Word file is, trusting nothing that it says of itself. The table of contents is checked
 * before a byte is unpacked, and unpacking stops at the size that was announced. Knows nothing of Word.
 */
import { crc32, inflateRawSync } from "node:zlib"
import { bomb, broken, encrypted, unsafe } from "./refusals"

/** Names as the archive spells them; they are looked up without regard to case, as Word does. */
export interface Archive {
  names: string[]
  has(name: string): boolean
  /** The bytes of an entry, checked. Refuses `import.word.bomb`, `import.word.broken`. */
  read(name: string): Buffer
}

interface Entry {
  name: string
  method: number
  crc: number
  packed: number
  size: number
  /** Where its own header stands. */
  header: number
}

/** A manuscript with five hundred pictures has some six hundred entries. */
const MOST_ENTRIES = 4_000

/** What all entries may unpack to, pictures too: nobody unpacks those, but an archive beyond this is no manuscript. */
const MOST_BYTES = 400 * 1024 * 1024

/** Of one entry that is read. A novel of two million characters is XML of about 20 MB. */
const MOST_BYTES_READ = 32 * 1024 * 1024

/** XML packs to a tenth, seldom to a fiftieth; zeros to a thousandth. Small entries may be as empty as they like. */
const HIGHEST_RATIO = 200
const SMALL = 1024 * 1024

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const CENTRAL_LENGTH = 46
const LOCAL_LENGTH = 30
const LONGEST_COMMENT = 0xffff
const ENCRYPTED = 1

/** Refuses `invalid`: `import.word.broken`, `import.word.bomb`, `import.word.unsafe`, `import.word.encrypted`. */
export function unzip(bytes: Uint8Array): Archive {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(archive)
  refuseBombs(entries)
  refuseOverlaps(entries)
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  if (byName.size < entries.length) throw unsafe()
  return {
    names: entries.map(({ name }) => name),
    has: (name) => byName.has(name.toLowerCase()),
    read(name) {
      const entry = byName.get(name.toLowerCase())
      if (!entry) throw broken()
      return unpacked(archive, entry)
    },
  }
}

function entriesOf(archive: Buffer): Entry[] {
  const end = endOf(archive)
  const count = archive.readUInt16LE(end + 10)
  const start = archive.readUInt32LE(end + 16)
  if (archive.readUInt16LE(end + 8) !== count || start > end) throw broken()
  if (count > MOST_ENTRIES) throw bomb()
  const entries: Entry[] = []
  let at = start
  while (entries.length < count) {
    const { entry, length } = entryAt(archive, at, end)
    entries.push(entry)
    at += length
  }
  return entries.filter(({ name }) => !name.endsWith("/"))
}

/** Where the record at the end stands, behind which only a comment of the length that it names may follow. */
function endOf(archive: Buffer): number {
  const last = archive.length - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (archive.readUInt32LE(at) === END && archive.readUInt16LE(at + 20) === last - at) return at
  }
  throw broken()
}

function entryAt(archive: Buffer, at: number, end: number): { entry: Entry; length: number } {
  if (at + CENTRAL_LENGTH > end || archive.readUInt32LE(at) !== CENTRAL) throw broken()
  const nameLength = archive.readUInt16LE(at + 28)
  const length = CENTRAL_LENGTH + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  if (at + length > end) throw broken()
  // Names of parts are ASCII; those of other files, in whatever encoding, have only to be told apart.
  const name = archive.toString("latin1", at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength)
  refuseName(name)
  if (archive.readUInt16LE(at + 8) & ENCRYPTED) throw encrypted()
  const entry = {
    name,
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    packed: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    header: archive.readUInt32LE(at + 42),
  }
  return { entry, length }
}

/** Names that would lead out of a folder in which the archive is unpacked. Ours never is, but others may be. */
function refuseName(name: string): void {
  const climbs = name.split(/[/\\]/u).includes("..")
  if (climbs || /^[/\\]|^\p{L}:|[\0-\x1F]/u.test(name) || name === "") throw unsafe()
}

function refuseBombs(entries: Entry[]): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  const isDense = entries.some(({ size, packed }) => size > SMALL && size > packed * HIGHEST_RATIO)
  if (total > MOST_BYTES || isDense) throw bomb()
}

/** Entries that share their bytes make a small archive unpack to a large one without any being dense. */
function refuseOverlaps(entries: Entry[]): void {
  const sorted = [...entries].sort((one, other) => one.header - other.header)
  sorted.forEach((entry, index) => {
    const next = sorted[index + 1]
    if (next && entry.header + LOCAL_LENGTH + entry.packed > next.header) throw unsafe()
  })
}

function unpacked(archive: Buffer, entry: Entry): Buffer {
  if (entry.size > MOST_BYTES_READ) throw bomb()
  const bytes = inflated(packedBytes(archive, entry), entry)
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw broken()
  return bytes
}

function packedBytes(archive: Buffer, { header, packed, name }: Entry): Buffer {
  if (header + LOCAL_LENGTH > archive.length || archive.readUInt32LE(header) !== LOCAL) throw broken()
  const nameLength = archive.readUInt16LE(header + 26)
  const start = header + LOCAL_LENGTH + nameLength + archive.readUInt16LE(header + 28)
  if (start + packed > archive.length) throw broken()
  if (archive.toString("latin1", header + LOCAL_LENGTH, header + LOCAL_LENGTH + nameLength) !== name) throw unsafe()
  return archive.subarray(start, start + packed)
}

const STORED = 0
const DEFLATED = 8

function inflated(packed: Buffer, { method, size }: Entry): Buffer {
  if (method === STORED) return packed
  if (method !== DEFLATED) throw broken()
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  } catch (error) {
    throw error instanceof RangeError ? bomb() : broken()
  }
}
