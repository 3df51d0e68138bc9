/** ZIP archives as nobody should make them: each entry can say of itself what is not true. */
import { crc32 } from "node:zlib"

export interface Packed {
  name: string
  /** As they stand in the archive. */
  bytes: Buffer
  method?: number
  flags?: number
  /** What the table of contents says, if not the truth. */
  size?: number
  crc?: number
  header?: number
  localName?: string
}

export function packed(files: Packed[]): Buffer {
  const bodies: Buffer[] = []
  const table: Buffer[] = []
  let at = 0
  for (const file of files) {
    const local = Buffer.concat([headerOf(file, "local"), file.bytes])
    table.push(headerOf({ ...file, header: file.header ?? at }, "central"))
    bodies.push(local)
    at += local.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(
    table.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...table, end])
}

function headerOf({ name, bytes, ...said }: Packed, kind: "local" | "central"): Buffer {
  const isCentral = kind === "central"
  const shift = isCentral ? 2 : 0
  const spelled = Buffer.from(isCentral ? name : (said.localName ?? name))
  const fixed = Buffer.alloc(isCentral ? 46 : 30)
  fixed.writeUInt32LE(isCentral ? 0x02014b50 : 0x04034b50, 0)
  fixed.writeUInt16LE(20, 4 + shift)
  fixed.writeUInt16LE(said.flags ?? 0, 6 + shift)
  fixed.writeUInt16LE(said.method ?? 0, 8 + shift)
  fixed.writeUInt32LE(said.crc ?? crc32(bytes), 14 + shift)
  fixed.writeUInt32LE(bytes.length, 18 + shift)
  fixed.writeUInt32LE(said.size ?? bytes.length, 22 + shift)
  fixed.writeUInt16LE(spelled.length, 26 + shift)
  if (isCentral) fixed.writeUInt32LE(said.header ?? 0, 42)
  return Buffer.concat([fixed, spelled])
}
