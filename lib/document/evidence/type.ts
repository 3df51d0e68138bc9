/**
 * What a file is, by what is in it: what its name says is only held against that. Programs, pages and drawings that can
 * run something are not among the types that are kept.
 */
import { fileTypeFromBuffer } from "file-type"
import { FILE_TYPES, type FileType } from "../../domain/file-types"
import { refuse } from "../../domain/refusal"
import { markupIn } from "./markup"

/** What is looked at of a file: its first bytes, and what is found further on. */
export interface Glimpse {
  name: string
  /** So many of its first bytes as `GLIMPSED`, or all of a smaller one. */
  head: Uint8Array
  /** Whether the list of a workbook's contents is anywhere in it, and whether a NUL is. */
  isExcel: boolean
  hasNul: boolean
}

/** A mail's head may be long, an image's before its first mark as well. */
export const GLIMPSED = 64 * 1024

/**
 * The type of a file. Refuses `invalid`: `file.lies` where its name says another one that is kept, `file.notKept` what
 * is of no type that is.
 */
export async function typeOf(glimpse: Glimpse): Promise<FileType> {
  const { name } = glimpse
  const ending = /\.([\p{L}\d]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? ""
  const said = typeByEnding(ending)
  const found = (await binaryType(glimpse)) ?? textType(glimpse, said)
  if (found.type === null)
    throw refuse("invalid", found.is === "" ? "file.notKept" : "file.isNotKept", { params: { is: found.is } })
  if (said !== null && said !== found.type) {
    throw refuse("invalid", "file.lies", { params: { says: ending.toUpperCase(), is: shortName(found.type) } })
  }
  return found.type
}

/** The type that a name promises; null where it promises none that is kept. */
function typeByEnding(ending: string): FileType | null {
  const types = Object.entries(FILE_TYPES) as [FileType, { endings: readonly string[] }][]
  return types.find(([, { endings }]) => endings.includes(ending))?.[0] ?? null
}

interface Found {
  /** Null for what is not kept, of which `is` says what it is. */
  type: FileType | null
  is: string
}

/** How the library calls some of the types that are kept. */
const OTHER_NAMES: Record<string, FileType> = {
  "audio/x-m4a": "audio/mp4",
  "audio/vnd.wave": "audio/wav",
  "audio/x-wav": "audio/wav",
  "audio/opus": "audio/ogg",
  "audio/ogg; codecs=opus": "audio/ogg",
  "audio/x-flac": "audio/flac",
}

async function binaryType({ head, isExcel }: Glimpse): Promise<Found | null> {
  // A recording's cover picture, which stands before the sound, may be larger than what is looked at.
  if (startsWith(head, "ID3")) return kept("audio/mpeg")
  if (startsWith(head, "PK") && isExcel)
    return kept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  if (!found || found.mime === "application/xml") return null
  const type = OTHER_NAMES[found.mime] ?? found.mime
  return type in FILE_TYPES ? kept(type as FileType) : { type: null, is: found.ext.toUpperCase() }
}

const kept = (type: FileType): Found => ({ type, is: "" })

/** Text is what its ending says of it, if it can be that. Pages and drawings are text that may run. */
function textType({ head, hasNul }: Glimpse, said: FileType | null): Found {
  const text = new TextDecoder(isUtf16(head) ? "utf-16le" : "utf-8").decode(head)
  if ((hasNul && !isUtf16(head)) || isMostlyControls(text)) return { type: null, is: "" }
  const markup = markupIn(text)
  if (markup !== null) return { type: null, is: markup === "svg" ? "SVG" : "HTML" }
  if (said === null || said === "message/rfc822") return kept(isMail(text) ? "message/rfc822" : "text/plain")
  return kept(said.startsWith("text/") ? said : "text/plain")
}

/** Header lines, one of which every mail has. */
function isMail(text: string): boolean {
  const [head = ""] = text.split(/\r?\n\r?\n/u, 1)
  return (
    /^(?:from|to|subject|date|received|message-id|mime-version|return-path|delivered-to):/imu.test(head) &&
    /^[!-9;-~]+:/u.test(head)
  )
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

function isMostlyControls(text: string): boolean {
  const controls = text.match(/(?![\t\n\r\f\v])\p{Cc}|\uFFFD/gu)?.length ?? 0
  return controls > 8 + text.length / 20
}

function startsWith(bytes: Uint8Array, sign: string): boolean {
  return [...sign].every((letter, at) => bytes[at] === letter.charCodeAt(0))
}

/** How people call a type: by the ending that most of its files have. */
function shortName(type: FileType): string {
  return FILE_TYPES[type].endings[0]?.toUpperCase() ?? type
}
