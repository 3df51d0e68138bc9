/** The archive that a spreadsheet is, and its XML, read as it streams: a sheet's tree would be larger than the sheet. */
import { SaxesParser } from "saxes"
import { refuse } from "../../domain/refusal"
import { unzip, type Archive } from "../word/unzip"

export type { Archive } from "../word/unzip"

/** A workbook's own nesting is a dozen levels. */
const DEEPEST = 100

const AT_ONCE = 1024 * 1024

/** Names without their prefixes, which every program chooses for itself. */
export interface Heard {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Refuses as `unzip` does, and `file.unread.broken` what is no archive of one of these files. */
export function openArchive(bytes: Uint8Array, needed: string): Archive {
  const archive = unzip(bytes)
  if (!archive.has(needed)) throw broken()
  return archive
}

/** Tells of an XML file piece by piece. Refuses `file.unread`: `broken`, `tooMuch`; document types are broken ones. */
export function hear(bytes: Uint8Array, { open, text, close }: Heard): void {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  let depth = 0
  parser.on("doctype", () => fail())
  parser.on("error", () => fail())
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1
    if (depth > DEEPEST) throw refuse("invalid", "file.unread.tooMuch")
    open?.(local(name), bare(attributes))
  })
  parser.on("closetag", ({ name }) => {
    depth -= 1
    close?.(local(name))
  })
  if (text) {
    parser.on("text", text)
    parser.on("cdata", text)
  }
  const decoder = new TextDecoder()
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    parser.write(decoder.decode(bytes.subarray(at, at + AT_ONCE), { stream: true }))
  }
  parser.write(decoder.decode()).close()
}

const local = (name: string) => name.slice(name.indexOf(":") + 1)

function bare(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]))
}

function fail(): never {
  throw broken()
}

export function broken() {
  return refuse("invalid", "file.unread.broken")
}
