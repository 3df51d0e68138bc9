/** Puts files into a ZIP archive, unpacked: what Stet has checked and rewritten goes on to a library as one file. */
import { crc32 } from "node:zlib"

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20

/** The archive of these files, by name. */
export function zip(files: Iterable<readonly [string, string]>): Buffer {
  const bodies: Buffer[] = []
  const table: Buffer[] = []
  let at = 0
  for (const [name, text] of files) {
    const bytes = Buffer.from(text)
    const local = header(LOCAL, 30, name, bytes)
    const central = header(CENTRAL, 46, name, bytes)
    central.writeUInt32LE(at, 42)
    bodies.push(local, bytes)
    table.push(central)
    at += local.length + bytes.length
  }
  return Buffer.concat([...bodies, ...table, endOf(table, at)])
}

/** Both kinds of header say the same, the one in the table two bytes later. */
function header(signature: number, length: number, name: string, bytes: Buffer): Buffer {
  const fixed = Buffer.alloc(length)
  const shift = signature === CENTRAL ? 2 : 0
  fixed.writeUInt32LE(signature, 0)
  fixed.writeUInt16LE(VERSION, 4 + shift)
  fixed.writeUInt32LE(crc32(bytes), 14 + shift)
  fixed.writeUInt32LE(bytes.length, 18 + shift)
  fixed.writeUInt32LE(bytes.length, 22 + shift)
  fixed.writeUInt16LE(Buffer.byteLength(name), 26 + shift)
  return Buffer.concat([fixed, Buffer.from(name)])
}

function endOf(table: Buffer[], start: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(table.length, 8)
  end.writeUInt16LE(table.length, 10)
  end.writeUInt32LE(
    table.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(start, 16)
  return end
}
