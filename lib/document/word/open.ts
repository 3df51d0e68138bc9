/**
 * Opens a Word file: tells it from other files, and finds its parts by what they are to it, as the standard says,
 * rather than by their usual names. Only the parts named here are ever unpacked: no picture, no embedded file.
 */
import { refuse } from "../../domain/refusal"
import { MOST_BYTES, tooLarge } from "../limits"
import { broken, encrypted, macros, notWord, old } from "./refusals"
import { unzip, type Archive } from "./unzip"
import { childrenOf, parseXml, type XmlElement } from "./xml"

/** A part with text, and the addresses that it refers to by id. */
export interface TextPart {
  root: XmlElement
  /** External addresses, as they are written. Nothing is ever fetched from them. */
  addresses: Map<string, string>
}

export interface WordFile {
  document: TextPart
  footnotes: TextPart | null
  endnotes: TextPart | null
  comments: TextPart | null
  /** Who replied to whom, and what is resolved. */
  threads: XmlElement | null
  styles: XmlElement | null
  numbering: XmlElement | null
}

const ZIP = [0x50, 0x4b]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66]

/**
 * The parts of a Word file that Stet reads. Refuses `invalid`: `import.tooLarge`, `import.empty` and those of
 * `import.word`.
 */
export function openWord(bytes: Uint8Array): WordFile {
  if (bytes.length === 0) throw refuse("invalid", "import.empty")
  if (bytes.length > MOST_BYTES) throw tooLarge()
  refuseOthers(bytes)
  const archive = unzip(bytes)
  const main = mainPart(archive)
  const relations = relationsOf(archive, main)
  const part = (type: string) => {
    const name = relations.find((relation) => relation.type === type && !relation.isExternal)?.target
    return name !== undefined && archive.has(name) ? name : null
  }
  return {
    document: textPart(archive, main),
    footnotes: optional(part("footnotes"), (name) => textPart(archive, name)),
    endnotes: optional(part("endnotes"), (name) => textPart(archive, name)),
    comments: optional(part("comments"), (name) => textPart(archive, name)),
    threads: optional(part("commentsExtended"), (name) => parseXml(archive.read(name))),
    styles: optional(part("styles"), (name) => parseXml(archive.read(name))),
    numbering: optional(part("numbering"), (name) => parseXml(archive.read(name))),
  }
}

function optional<T>(name: string | null, read: (name: string) => T): T | null {
  return name === null ? null : read(name)
}

function refuseOthers(bytes: Uint8Array): void {
  const begins = (signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (begins(RTF)) throw old()
  if (begins(COMPOUND)) throw isLocked(bytes) ? encrypted() : old()
  if (!begins(ZIP)) throw notWord()
}

/** Word puts a document with a password into a compound file, as one stream of this name. */
function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  )
}

const MAIN = /wordprocessingml\.(?:document|template)\.main\+xml$/u
const PROGRAMS = /macroEnabled|vbaProject/iu

/** The name of the part with the document's text. */
function mainPart(archive: Archive): string {
  if (!archive.has(CONTENT_TYPES)) throw archive.has("mimetype") ? notWord() : broken()
  const types = childrenOf(parseXml(archive.read(CONTENT_TYPES)))
  const hasPrograms = types.some(({ attributes }) => PROGRAMS.test(attributes.ContentType ?? ""))
  const main = relationsOf(archive, "").find(({ type }) => type === "officeDocument")?.target ?? "word/document.xml"
  const isWord = MAIN.test(typeOf(types, main).replace("macroEnabledTemplate", "template"))
  if (hasPrograms || archive.names.some((name) => /vbaProject\.bin$/iu.test(name))) throw macros()
  if (!archive.has(main)) throw broken()
  if (!isWord) throw notWord()
  return main
}

const CONTENT_TYPES = "[Content_Types].xml"

function typeOf(types: XmlElement[], part: string): string {
  const own = types.find(({ attributes }) => attributes.PartName?.toLowerCase() === `/${part}`.toLowerCase())
  const ending = part.slice(part.lastIndexOf(".") + 1).toLowerCase()
  const usual = types.find(({ attributes }) => attributes.Extension?.toLowerCase() === ending)
  return (own ?? usual)?.attributes.ContentType ?? ""
}

interface Relation {
  id: string
  /** The last step of the type's address: `footnotes`, `hyperlink`, … */
  type: string
  /** The name of a part, or the address of something outside. */
  target: string
  isExternal: boolean
}

/** What a part refers to; the archive itself is the part without a name. */
function relationsOf(archive: Archive, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf("/") + 1)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (!archive.has(name)) return []
  return childrenOf(parseXml(archive.read(name)), "pr:Relationship").map(({ attributes }) => {
    const { Id = "", Type = "", Target = "", TargetMode } = attributes
    const isExternal = TargetMode === "External"
    const target = isExternal ? Target : resolved(folder, Target)
    return { id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), target, isExternal }
  })
}

/** A name is looked up in the archive alone, so that one that climbs too high leads nowhere. */
function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop()
    else if (step !== "" && step !== ".") steps.push(step)
  }
  return steps.join("/")
}

function textPart(archive: Archive, name: string): TextPart {
  const external = relationsOf(archive, name).filter(({ isExternal }) => isExternal)
  return {
    root: parseXml(archive.read(name)),
    addresses: new Map(external.map(({ id, target }) => [id, target])),
  }
}
