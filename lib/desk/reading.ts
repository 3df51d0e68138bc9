/** What comes in: bytes as somebody gave them, read by the reader of their format, and kept as they came. */
import canonicalize from "canonicalize"
import { v7 as newId } from "uuid"
import type { Tx } from "../db"
import { decode, readMarkdown, readText, sha256, type Imported } from "../document"
import type { ImportFormat, ImportMetadata } from "../domain/article"
import type { Actor } from "../domain/workspace"

/** A text as it comes in: the bytes of a file or a page, or pasted words in UTF-8. */
export interface Content {
  bytes: Uint8Array
  format: ImportFormat
  fileName?: string | undefined
  /** Where its page was fetched. */
  url?: string | undefined
  given: ImportMetadata
}

const MEDIA_TYPES: Readonly<Record<ImportFormat, string>> = {
  text: "text/plain",
  markdown: "text/markdown",
}

/** The article in it. Refuses what is empty, binary, too long or badly encoded. */
export async function read({ bytes, format, fileName, given: known }: Content): Promise<Imported> {
  const about = { ...known, ...(fileName !== undefined && { fileName }) }
  const content = decode(bytes)
  return format === "markdown" ? readMarkdown(content, about) : readText(content, about)
}

/** By what the same content with the same metadata is recognised when it comes again. */
export function importKeyOf({ bytes, format, given: known }: Content): string {
  return sha256(canonicalize({ format, bytes: sha256(bytes), given: known }) ?? "")
}

/** Keeps the bytes as they came, once per workspace. Answers the id of their file. */
export async function keepFile(tx: Tx, actor: Actor, { bytes, format }: Content): Promise<string> {
  const { workspaceId } = actor
  const digest = sha256(bytes)
  const data = {
    id: newId(),
    workspaceId,
    sha256: digest,
    type: MEDIA_TYPES[format],
    size: bytes.byteLength,
    bytes: new Uint8Array(bytes),
    createdById: actor.id,
  }
  // Two imports of the same bytes may come at the same moment, with other metadata: the second waits and finds the first's.
  await tx.file.createMany({ data, skipDuplicates: true })
  const key = { workspaceId_sha256: { workspaceId, sha256: digest } }
  return (await tx.file.findUniqueOrThrow({ where: key, select: { id: true } })).id
}
