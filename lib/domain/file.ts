/**
 * Files that a desk keeps as evidence: which kinds there are, and what is written in them. Pure;
 * whether a file is what it says is looked at where it is received.
 */
import { z } from "zod"
import { FILE_TYPES, type FileType } from "./file-types"

/** How a file is shown, and how its text is read. */
export const FileKind = z.enum(["pdf", "image", "audio", "sheet", "mail", "text", "page"])
export type FileKind = z.infer<typeof FileKind>

/** How a file of that media type is shown; null for one that is not among them, such as a manuscript's. */
export function kindOf(type: string): FileKind | null {
  return type in FILE_TYPES ? FILE_TYPES[type as FileType].kind : null
}

/** What a locator can name in a text, without where it is. A table of one sheet alone has no name: the empty one. */
export const PartName = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("page"), page: z.number().int().positive() }),
  z.object({ kind: z.literal("row"), sheet: z.string(), row: z.number().int().positive() }),
  /** Counted from one; a mail's head stands before its paragraphs as the one numbered zero. */
  z.object({ kind: z.literal("paragraph"), n: z.number().int().nonnegative() }),
])
export type PartName = z.infer<typeof PartName>

/** A page, a row or a paragraph, with the UTF-16 code unit that it starts at. It ends where the next one begins. */
export type TextPart = PartName & { start: number }
export const TextParts = z.array(PartName.and(z.object({ start: z.number().int().nonnegative() })))

/** What is written in a file: NFC, no control characters but line feed and tab; its parts in order. */
export interface EvidenceText {
  text: string
  parts: TextPart[]
}

/** How far a file's text has been read; `none` where it holds no words that can be read. */
export const TextState = z.enum(["waiting", "read", "none", "failed"])
export type TextState = z.infer<typeof TextState>

/** A file that is about to come in parts. */
export const NewUpload = z.object({ fileName: z.string().trim().min(1).max(1_000), size: z.number().int().positive() })
export type NewUpload = z.infer<typeof NewUpload>

/** A file on its way in: `received` of its bytes are there, `fileId` is set once all are. */
export interface UploadView {
  id: string
  fileName: string
  size: number
  received: number
  fileId: string | null
}

/** A file for somebody who may see what it belongs to. */
export interface FileView {
  id: string
  /** As it came; one that belongs to several things goes by one of its names. */
  name: string
  type: string
  size: number
  sha256: string
}
