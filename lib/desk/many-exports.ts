/**
 * Many articles at once, as one archive: asked for and written in its turn, to be fetched by whoever asked for it, and gone
 * after a day. It is told who asked for what; nothing of the desk changes by it.
 */
import { v7 as newId } from "uuid"
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { archive, FORMATS, type Entry } from "../document"
import { AskedExport, type AskExport, type ExportView, type StopExport } from "../domain/many-exports"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { queueJob, wakeJobs } from "../jobs"
import { change } from "./change"
import { seenBy } from "./seen-by"

/** Of one person at once. */
const MOST_WAITING = 3

/** What nobody has fetched by then is written anew in less time than it takes to ask. */
const KEPT_FOR_MS = 24 * 60 * 60 * 1000

/**
 * Asks for an archive of articles. Refuses with `conflict` more than one person has under way at once, with `not-found` an
 * article that is not there for them. What they may not have in that profile is left out, and counted.
 */
export async function askExport(actor: Actor, { articleIds, ...asked }: AskExport): Promise<ExportView> {
  const view = await change(actor, async (tx) => {
    const { workspaceId, id: createdById } = actor
    const waiting = await tx.export.count({ where: { workspaceId, createdById, state: "writing" } })
    if (waiting >= MOST_WAITING) throw refuse("conflict", "export.tooMany", { params: { most: MOST_WAITING } })
    const there = await tx.article.count({ where: { AND: [seenBy(actor).article, { id: { in: articleIds } }] } })
    if (there < articleIds.length) throw refuse("not-found", "article.notFound")
    const data = { id: newId(), workspaceId, createdById, articleIds, asked }
    const row = await tx.export.create({ data })
    await queueJob(tx, "export", { exportId: row.id })
    const payload = { ...asked, articles: articleIds.length }
    const told = { stream: workspaceId, act: "export.asked", subjects: { export: row.id }, payload } as const
    return { result: exportView(row, { written: 0, left: 0, size: 0 }), events: [told] }
  })
  wakeJobs("export")
  return view
}

/** Takes one of one's own back, written or not: it is gone. */
export function stopExport(actor: Actor, { exportId: id }: StopExport): Promise<{ id: string }> {
  return change(actor, async (tx) => {
    const { workspaceId, id: createdById } = actor
    const { count } = await tx.export.deleteMany({ where: { id, workspaceId, createdById } })
    if (count === 0) throw refuse("not-found", "export.notFound")
    const told = { stream: workspaceId, act: "export.stopped", subjects: { export: id }, payload: {} } as const
    return { result: { id }, events: [told] }
  })
}

/** The actor's own archives of the last day, the newest first. */
export async function listExports(actor: Actor): Promise<ExportView[]> {
  const { workspaceId, id: createdById } = actor
  const rows = await db().export.findMany({
    where: { workspaceId, createdById, createdAt: { gt: tooOld() } },
    orderBy: { createdAt: "desc" },
    take: 20,
  })
  if (rows.length === 0) return []
  const counts = await db().$queryRaw<({ id: string } & Counts)[]>`
    SELECT "exportId" AS "id", count(*)::int AS "written", count(*) FILTER (WHERE "bytes" IS NULL)::int AS "left",
      coalesce(sum(octet_length("bytes")), 0)::int AS "size"
    FROM "ExportEntry" WHERE "exportId" IN (${Prisma.join(rows.map(({ id }) => Prisma.sql`${id}::uuid`))})
    GROUP BY "exportId"`
  const known = new Map(counts.map((one) => [one.id, one]))
  return rows.map((row) => exportView(row, known.get(row.id) ?? { written: 0, left: 0, size: 0 }))
}

/**
 * One of one's own archives as a .zip, read file by file while it is sent. What was deleted since is left out. Refuses
 * with `conflict` what is not written yet.
 */
export async function fetchExport(
  actor: Actor,
  exportId: string,
): Promise<{ fileName: string; mediaType: string; bytes: AsyncGenerator<Uint8Array<ArrayBuffer>> }> {
  const { workspaceId, id: createdById } = actor
  const where = { id: exportId, workspaceId, createdById, createdAt: { gt: tooOld() } }
  const row = await db().export.findFirst({ where, select: { state: true, createdAt: true } })
  if (!row || row.state === "failed") throw refuse("not-found", "export.notFound")
  if (row.state === "writing") throw refuse("conflict", "export.notWritten")
  const fileName = `stet-${row.createdAt.toISOString().slice(0, 16).replace(/[T:]/g, "-")}.zip`
  return { fileName, mediaType: FORMATS.bundle.mediaType, bytes: archive(entriesOf(exportId)) }
}

async function* entriesOf(exportId: string): AsyncGenerator<Entry> {
  const there = { exportId, bytes: { not: null }, article: { deletedAt: null } }
  for (let after = -1; ;) {
    const row = await db().exportEntry.findFirst({
      where: { ...there, ordinal: { gt: after } },
      orderBy: { ordinal: "asc" },
    })
    if (!row) return
    const { name, crc, size, bytes } = row
    if (name !== null && crc !== null && size !== null && bytes) yield { name, crc: Number(crc), size, bytes }
    after = row.ordinal
  }
}

/** What was kept for long enough. */
export async function dropOldExports(): Promise<void> {
  await db().export.deleteMany({ where: { createdAt: { lt: tooOld() } } })
}

const tooOld = () => new Date(Date.now() - KEPT_FOR_MS)

type Counts = Pick<ExportView, "written" | "left" | "size">

function exportView(row: Prisma.ExportGetPayload<object>, counts: Counts): ExportView {
  const { id, state, articleIds, asked, createdAt } = row
  return {
    ...{ id, state, articles: articleIds.length, createdAt: createdAt.toISOString() },
    ...AskedExport.parse(asked),
    ...counts,
  }
}
