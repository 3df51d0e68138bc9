/**
 * What is written in the desk's files of evidence: read once per file, in its turn, and kept beside it.
 *
 * For whoever keeps a file: `keepText` in the transaction that keeps it queues the reading; a job that has the bytes at
 * hand reads them with `readText`, keeps what it found with `writeText`, and then calls `placeExcerpts` (excerpts.ts) for
 * each source whose text that is now. The job that `keepText` queues does both for the sources whose own file it is.
 */
import { db, type Tx } from "../db"
import { readEvidence, sha256 } from "../document"
import type { NewEvent } from "../domain/event"
import type { EvidenceText } from "../domain/file"
import { refuse, Refusal } from "../domain/refusal"
import { queueJob } from "../jobs"
import { change } from "./change"
import { placeExcerpts } from "./excerpts"

/** What came of reading a file: its text, none, or why it could not be read (the key of a refusal). */
export type FoundText = ({ state: "read" } & EvidenceText) | { state: "none" } | { state: "failed"; failure: string }

/**
 * What is written in a file, by its media type; of a web page the article, with the encoding that its server named and
 * the address that answered. Never refuses: what can't be read has `failed`. Throws what another moment may mend.
 */
export async function readText(file: {
  type: string
  bytes: Uint8Array
  charset?: string | null
  address?: string | null
}): Promise<FoundText> {
  try {
    const text = await readEvidence(file)
    return text ? { state: "read", ...text } : { state: "none" }
  } catch (error) {
    if (error instanceof Refusal) return { state: "failed", failure: error.key }
    throw error
  }
}

/** Keeps that a file's text is to be read, and queues it. Nothing is read twice. */
export async function keepText(tx: Tx, file: { id: string; workspaceId: string }): Promise<void> {
  const data = { fileId: file.id, workspaceId: file.workspaceId }
  const { count } = await tx.fileText.createMany({ data, skipDuplicates: true })
  if (count > 0) await queueJob(tx, "text", { fileId: file.id })
}

/** Keeps what was found in a file, unless its text is there already. */
export async function writeText(tx: Tx, file: { id: string; workspaceId: string }, found: FoundText): Promise<void> {
  const { id: fileId, workspaceId } = file
  await tx.fileText.createMany({ data: { fileId, workspaceId }, skipDuplicates: true })
  await tx.fileText.updateMany({ where: { fileId, state: "waiting" }, data: columnsOf(found) })
}

/** Reads the text of a file that waits for it. Throws what is no fault of the file, for it to be tried again. */
export async function readFileText({ fileId }: { fileId: string }): Promise<void> {
  const file = await db().file.findUnique({ where: { id: fileId, text: { state: "waiting" } } })
  if (file) await tellText(file, await readText(file))
}

/** Leaves a file without its text that ended every server which read it. */
export async function giveUpText({ fileId }: { fileId: string }): Promise<void> {
  const file = await db().file.findUnique({ where: { id: fileId }, select: { id: true, workspaceId: true } })
  if (file) await tellText(file, { state: "failed", failure: "file.unread.tooMuch" })
}

/** Whoever read it first has told it. */
async function tellText(file: { id: string; workspaceId: string }, found: FoundText): Promise<void> {
  const { id: fileId, workspaceId } = file
  await change({ id: null, workspaceId }, async (tx) => {
    const { count } = await tx.fileText.updateMany({ where: { fileId, state: "waiting" }, data: columnsOf(found) })
    if (count === 0) throw refuse("conflict", "file.readAlready")
    return { result: null, events: await placedAndTold(tx, file, found) }
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal && error.key === "file.readAlready")) throw error
  })
}

function columnsOf(found: FoundText) {
  const readAt = new Date()
  if (found.state !== "read") return { ...found, readAt }
  const { state, text, parts } = found
  return { state, text, parts: parts as object[], sha256: sha256(text), readAt }
}

/** Looks up what was quoted, and tells it: one event for each source whose file it is, so that only who may see the source is told; one without where there is none. */
async function placedAndTold(
  tx: Tx,
  { id: file, workspaceId }: { id: string; workspaceId: string },
  { state }: FoundText,
): Promise<[NewEvent, ...NewEvent[]]> {
  const where = { fileId: file, workspaceId }
  const sources = await tx.source.findMany({ where, select: { id: true }, orderBy: { id: "asc" } })
  const told = (subjects: NewEvent["subjects"]): NewEvent => {
    return { stream: workspaceId, act: "file.read", subjects: { file, ...subjects }, payload: { state } }
  }
  for (const { id } of sources) await placeExcerpts(tx, id)
  const [first = told({}), ...rest] = sources.map(({ id }) => told({ source: id }))
  return [first, ...rest]
}
