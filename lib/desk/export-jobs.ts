/**
 * Writing an archive of many articles, one after the other and as its asker may read them. Each is kept by itself as soon as
 * it is written: a server may die at any line, and whoever takes it up goes on where that one was.
 */
import { db } from "../db"
import { packedFile } from "../document"
import { AskedExport } from "../domain/many-exports"
import { Refusal } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { queueJob, wakeJobs } from "../jobs"
import { exportArticle, type ExportedFile } from "./exports"
import { actorOf, member } from "./people"

/** Others wait for their turn as well: after so long the rest goes to the end of the line. */
const TURN_MS = 20_000

/** Packed. More than any desk's articles, and less than a disk; what is larger is several archives. */
const MOST_BYTES = 500_000_000

interface Begun {
  id: string
  workspaceId: string
  articleIds: string[]
  actor: Actor
  asked: AskedExport
}

/** Goes on with an archive until it is written or its turn is over. Does nothing with one that was taken back. */
export async function writeExport({ exportId }: { exportId: string }, turn = TURN_MS): Promise<void> {
  const begun = await begin(exportId)
  if (!begun) return
  const until = Date.now() + turn
  const { names, bytes } = await writtenOf(exportId)
  let size = bytes
  const rest = [...begun.articleIds.entries()].filter(([ordinal]) => !names.has(ordinal))
  for (const [at, [ordinal, articleId]] of rest.entries()) {
    if (size > MOST_BYTES) return end(exportId, "failed")
    // One at least, or it would never end.
    if (at > 0 && Date.now() >= until) return goOn(exportId)
    const { name, length } = await writeEntry(begun, ordinal, articleId, new Set(names.values()))
    names.set(ordinal, name)
    size += length
  }
  await end(exportId, "done")
}

/** Ends an archive that could not be written however often it was tried. */
export async function giveUpExport({ exportId }: { exportId: string }): Promise<void> {
  await end(exportId, "failed")
}

async function begin(id: string): Promise<Begun | null> {
  const row = await db().export.findFirst({ where: { id, state: "writing" }, include: { createdBy: member } })
  if (!row) return null
  const { workspaceId, articleIds, asked, createdBy } = row
  if (createdBy.deactivatedAt) {
    await end(id, "failed")
    return null
  }
  return { id, workspaceId, articleIds, actor: actorOf(createdBy), asked: AskedExport.parse(asked) }
}

/** What an earlier turn, or another server, has written. */
async function writtenOf(exportId: string): Promise<{ names: Map<number, string | null>; bytes: number }> {
  const rows = await db().$queryRaw<{ ordinal: number; name: string | null; length: number }[]>`
    SELECT "ordinal", "name", coalesce(octet_length("bytes"), 0) AS "length"
    FROM "ExportEntry" WHERE "exportId" = ${exportId}::uuid`
  const names = new Map(rows.map(({ ordinal, name }) => [ordinal, name]))
  return { names, bytes: rows.reduce((sum, { length }) => sum + length, 0) }
}

/** Writes one article, packed; one that its asker may not have is written down as left out. */
async function writeEntry(
  { id: exportId, workspaceId, actor, asked }: Begun,
  ordinal: number,
  articleId: string,
  taken: ReadonlySet<string | null>,
): Promise<{ name: string | null; length: number }> {
  const file = await allowed(() => exportArticle(actor, articleId, asked))
  const packed = file && { name: freeName(file.fileName, taken), ...packedFile(file.body) }
  const { name, crc, size, bytes } = packed ?? LEFT_OUT
  // Another server may have written it meanwhile, or it may have been taken back: then there is nothing to write to.
  await db().$executeRaw`
    INSERT INTO "ExportEntry" ("exportId", "workspaceId", "ordinal", "articleId", "name", "crc", "size", "bytes")
    SELECT e."id", ${workspaceId}::uuid, ${ordinal}, ${articleId}::uuid, ${name}, ${crc}::bigint, ${size}::int, ${bytes}
    FROM "Export" e WHERE e."id" = ${exportId}::uuid
    ON CONFLICT ("exportId", "ordinal") DO NOTHING`
  return { name, length: bytes?.length ?? 0 }
}

const LEFT_OUT = { name: null, crc: null, size: null, bytes: null }

async function allowed(read: () => Promise<ExportedFile>): Promise<ExportedFile | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** Two articles may have the same title: `bridge.md`, `bridge-2.md`. */
function freeName(fileName: string, taken: ReadonlySet<string | null>): string {
  const dot = fileName.indexOf(".")
  const [title, ending] = [fileName.slice(0, dot), fileName.slice(dot)]
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? fileName : `${title}-${count}${ending}`
    if (!taken.has(name)) return name
  }
}

async function goOn(exportId: string): Promise<void> {
  await db().$transaction((tx) => queueJob(tx, "export", { exportId }))
  wakeJobs("export")
}

async function end(id: string, state: "done" | "failed"): Promise<void> {
  await db().export.updateMany({ where: { id, state: "writing" }, data: { state, endedAt: new Date() } })
}
