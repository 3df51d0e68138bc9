/**
 * Files of evidence for whoever may see what they belong to: a source, a snapshot of one, or what was cited of it, the
 * details of a contact, or an upload of their own.
 * To everybody else there is no such file. Bytes are read in slices where they are: never a whole file at once.
 */
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import type { FileView } from "../domain/file"
import { FILE_TYPES, type FileType } from "../domain/file-types"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { readableBy, seenBy } from "./relations"

/** So much is read at a time, however much is asked for. */
const SLICE = 1024 * 1024

/** A file, as far as its reader may see something that it belongs to. */
export async function readFile(actor: Actor, fileId: string): Promise<FileView> {
  const { contactDetails } = seenBy(actor)
  const source = readableBy(actor)
  const cited = { source: seenOrMerged(actor), fileName: { not: null } }
  const row = await db().file.findFirst({
    where: { AND: [{ id: fileId }, seenFiles(actor)] },
    select: {
      ...{ id: true, type: true, size: true, sha256: true },
      sources: { where: source, select: { fileName: true }, take: 1 },
      contacts: { where: contactDetails, select: { fileName: true }, take: 1 },
      citedIn: { where: cited, select: { fileName: true }, take: 1 },
      uploads: { where: { createdById: actor.id }, select: { fileName: true }, take: 1 },
    },
  })
  if (!row) throw refuse("not-found", "file.notThere")
  const { sources, contacts, citedIn, uploads, ...file } = row
  const named = [...sources, ...contacts, ...citedIn, ...uploads].find(({ fileName }) => fileName !== null)
  return {
    ...file,
    name: named?.fileName ?? `${file.sha256.slice(0, 12)}${endingOf(file.type)}`,
  }
}

/** Whose files a person may read. What else holds files says here who may see them. */
export function seenFiles(actor: Actor): Prisma.FileWhereInput {
  const { workspaceId } = actor
  const source = seenOrMerged(actor)
  const { contactDetails } = seenBy(actor)
  const own = { createdById: actor.id, workspaceId }
  return {
    workspaceId,
    OR: [
      { sources: { some: source } },
      { snapshots: { some: { source } } },
      { citedIn: { some: { source } } },
      { contacts: { some: contactDetails } },
      { uploads: { some: own } },
    ],
  }
}

/** One that turned out to be another source is seen by who sees that: what was sent with it still cites its file. */
function seenOrMerged(actor: Actor): Prisma.SourceWhereInput {
  const source = readableBy(actor)
  return { OR: [source, { mergedInto: source }] }
}

/** The bytes of a file from one place up to another, slice by slice. Ask `readFile` first whether they are for the reader. */
export async function* bytesOf(fileId: string, start: number, end: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = start; at < end; at += SLICE) {
    const [slice] = await db().$queryRaw<{ bytes: Uint8Array<ArrayBuffer> }[]>`
      SELECT substring("bytes" FROM ${at + 1}::int FOR ${Math.min(SLICE, end - at)}::int) AS "bytes" FROM "File" WHERE "id" = ${fileId}::uuid`
    if (!slice || slice.bytes.byteLength === 0) return
    yield slice.bytes
  }
}

function endingOf(type: string): string {
  const ending = type in FILE_TYPES ? FILE_TYPES[type as FileType].endings[0] : undefined
  return ending === undefined ? "" : `.${ending}`
}
