/**
 * Files on their way in: received at once, read when their turn comes (import-jobs.ts), and shown to nobody but their
 * importer until they are articles.
 */
import { v7 as newId } from "uuid"
import { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import type { ImportFormat } from "../domain/article"
import type { NewEvent } from "../domain/event"
import {
  Asked,
  Told,
  type AnswerImport,
  type ImportView,
  type StopImports,
  type TrackedChange,
  type TrackedChanges,
} from "../domain/import"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { queueJob, wakeJobs } from "../jobs"
import { change } from "./change"
import { dropFiles, keepFile, read } from "./reading"
import { undecided } from "./remark-list"
import { seenBy } from "./seen-by"

/** A file as it is received. */
export interface NewImport {
  bytes: Uint8Array
  fileName: string
  format: ImportFormat
  asked: Asked
}

/** One person has no more on its way at once: whoever drops a whole archive is told, and the others are not kept waiting. */
const MOST_WAITING = 500

/** Longer ago is history, which the list of articles tells better. */
const SHOWN_FOR_MS = 24 * 60 * 60 * 1000

/** Receives a file: keeps it, and has it read in its turn. Refuses with `conflict` more than can wait. */
export async function receiveImport(actor: Actor, file: NewImport): Promise<ImportView> {
  const view = await change(actor, async (tx) => {
    authorize(actor, "article.import")
    const { id: createdById, workspaceId } = actor
    const waiting = await tx.import.count({ where: { workspaceId, createdById, endedAt: null } })
    if (waiting >= MOST_WAITING) throw refuse("conflict", "import.tooMany", { params: { most: MOST_WAITING } })
    const { fileName, format, asked } = file
    const data = {
      id: newId(),
      workspaceId,
      createdById,
      fileName: nameOf(fileName),
      format,
      asked: asked as Prisma.InputJsonObject,
    }
    const row = await tx.import.create({ data: { ...data, fileId: await keepFile(tx, actor, file) } })
    await queueJob(tx, "import", { importId: row.id })
    return { result: importView(row, null), events: [importTold(actor, "import.received", row.id, { format })] }
  })
  wakeJobs("import")
  return view
}

/** Says what an importer was asked. Refuses with `conflict` what is not asking, with `invalid` half an answer. */
export async function answerImport(actor: Actor, { importId, ...answer }: AnswerImport): Promise<ImportView> {
  const view = await change(actor, async (tx) => {
    authorize(actor, "article.import")
    const row = await ownImport(tx, actor, importId)
    if (row.state !== "asking") throw refuse("conflict", "import.notAsking")
    const asked: Asked = { ...Asked.parse(row.asked), ...answer }
    const question = Told.parse(row.told)
    if (question.kind !== "question") throw new Error(`import ${importId} asks nothing`)
    if (question.changes > 0 && asked.accepted === undefined) throw refuse("invalid", "import.changesUnanswered")
    if (question.by !== null && asked.becomes === undefined) throw refuse("invalid", "import.likenessUnanswered")
    const data = {
      state: "queued",
      asked: asked as Prisma.InputJsonObject,
      told: Prisma.DbNull,
      articleId: null,
    } as const
    const answered = await tx.import.update({ where: { id: importId }, data })
    await queueJob(tx, "import", { importId })
    const payload = { becomes: typeof asked.becomes === "object" ? "revision" : "article" }
    return { result: importView(answered, null), events: [importTold(actor, "import.answered", importId, payload)] }
  })
  wakeJobs("import")
  return view
}

/** Stops what waits for its turn or for an answer. What is being read is left to its end. Answers what was stopped. */
export function stopImports(actor: Actor, { importIds }: StopImports): Promise<{ stopped: string[] }> {
  return change(actor, async (tx) => {
    authorize(actor, "article.import")
    const own = { id: { in: importIds }, workspaceId: actor.workspaceId, createdById: actor.id }
    const told: Told = { kind: "stopped" }
    const waiting = { ...own, state: { in: ["queued" as const, "asking" as const] } }
    const files = await tx.import.findMany({ where: waiting, select: { fileId: true } })
    const rows = await tx.import.updateManyAndReturn({
      where: waiting,
      data: { state: "refused", told, fileId: null, endedAt: new Date() },
      select: { id: true },
    })
    const stopped = rows.map(({ id }) => id)
    await dropFiles(
      tx,
      files.map(({ fileId }) => fileId),
    )
    const [first, ...rest] = stopped.map((id) => importTold(actor, "import.stopped", id))
    if (!first) throw refuse("conflict", "import.nothingToStop")
    return { result: { stopped }, events: [first, ...rest] }
  })
}

/** The actor's own imports: all that are under way, those that ended since a moment of today, and `waiting`. Oldest first. */
export async function listImports(
  actor: Actor,
  { endedSince, waiting = [] }: { endedSince?: Date | undefined; waiting?: string[] },
): Promise<ImportView[]> {
  const { workspaceId, id: createdById } = actor
  const today = new Date(Date.now() - SHOWN_FOR_MS)
  const since = endedSince && endedSince > today ? endedSince : today
  const ended = endedSince ? [{ endedAt: { gt: since } }] : []
  const rows = await db().import.findMany({
    where: { workspaceId, createdById, OR: [{ endedAt: null }, { id: { in: waiting } }, ...ended] },
    orderBy: { createdAt: "desc" },
    take: 2 * MOST_WAITING,
  })
  const ids = [...new Set(rows.flatMap(({ articleId }) => articleId ?? []))]
  const articles = await db().article.findMany({
    where: { AND: [{ id: { in: ids } }, seenBy(actor).article] },
    select: { id: true, title: true, _count: { select: { remarks: { where: undecided } } } },
  })
  const known = new Map(articles.map(({ id, title, _count }) => [id, { id, title, remarks: _count.remarks }]))
  return rows.reverse().map((row) => importView(row, known.get(row.articleId ?? "") ?? null))
}

/** The tracked changes of a file that is on its way in. */
export async function trackedChanges(actor: Actor, { importId }: TrackedChanges): Promise<TrackedChange[]> {
  const where = { id: importId, workspaceId: actor.workspaceId, createdById: actor.id }
  const row = await db().import.findFirst({ where, include: { file: true } })
  if (!row?.file) throw refuse("not-found", "import.notFound")
  const { format, fileName, file } = row
  const { given } = Asked.parse(row.asked)
  const { changes } = await read({ origin: "file", bytes: file.bytes, format, fileName, given })
  return changes
}

/** An event about an import, which belongs to no article yet. */
export function importTold(
  { workspaceId }: Pick<Actor, "workspaceId">,
  act: NewEvent["act"],
  importId: string,
  payload: NewEvent["payload"] = {},
): NewEvent {
  return { stream: workspaceId, act, subjects: { import: importId }, payload }
}

async function ownImport(tx: Tx, actor: Actor, importId: string) {
  const { workspaceId, id: createdById } = actor
  await tx.$queryRaw`SELECT 1 FROM "Import" WHERE "id" = ${importId}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`
  const row = await tx.import.findFirst({ where: { id: importId, workspaceId, createdById } })
  if (!row) throw refuse("not-found", "import.notFound")
  return row
}

type Row = Prisma.ImportGetPayload<object>

function importView(row: Row, article: ImportView["article"]): ImportView {
  const { id, fileName, format, state } = row
  return {
    ...{ id, fileName, format, state, article },
    told: row.told === null ? null : Told.parse(row.told),
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}

/** Names come from strangers' disks: one line, without what the database can't keep. */
function nameOf(fileName: string): string {
  return fileName.replace(/[\0-\x1f]/g, " ").slice(-300)
}
