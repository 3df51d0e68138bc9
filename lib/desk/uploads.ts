/**
 * Files on their way in, part by part, so that a lost connection costs one part and not the file. What has not come in
 * whole is nobody's but its sender's; what has is a file, which becomes a source's or goes after a day.
 */
import { v7 as newId } from "uuid"
import { type Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { GLIMPSED, typeOf } from "../document"
import type { NewUpload, UploadView } from "../domain/file"
import { MOST_FILE_BYTES, MOST_FILE_MEGABYTES, MOST_PART_BYTES } from "../domain/file-limits"
import { authorize } from "../domain/policy"
import { refuse, Refusal, refuseField } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { change } from "./change"
import { seenFiles } from "./files"
import { dropFiles, fileAmong } from "./reading"
import { keepText } from "./texts"

/** Of one person at once: whoever drops a whole archive is told, and the disk is not filled unseen. */
const MOST_UNFINISHED = 20

/** Longer than a lost connection or a lunch; what stands still for so long is not waited for, and keeps nobody from sending. */
const WAITED_FOR_MS = 60 * 60 * 1000

/** What nobody has made a source's until then is gone. */
const KEPT_FOR_MS = 24 * 60 * 60 * 1000

/**
 * Begins to receive a file. Nothing of the desk has changed before it is there: that is what is told. Refuses `invalid`
 * what is too large or empty, with `conflict` more than one person sends at once.
 */
export async function beginUpload(actor: Actor, { fileName, size }: NewUpload): Promise<UploadView> {
  authorize(actor, "source.add")
  if (size > MOST_FILE_BYTES) throw tooLarge()
  if (size === 0) throw refuseField("file", "file.empty")
  const { workspaceId, id: createdById } = actor
  const unfinished = { workspaceId, createdById, fileId: null, heardAt: { gt: before(WAITED_FOR_MS) } }
  const waiting = await db().upload.count({ where: unfinished })
  if (waiting >= MOST_UNFINISHED) throw refuse("conflict", "file.tooMany", { params: { most: MOST_UNFINISHED } })
  const data = { id: newId(), workspaceId, createdById, fileName: nameOf(fileName), size }
  return uploadView(await db().upload.create({ data }))
}

/** How far one's own file has come. */
export async function readUpload(actor: Actor, uploadId: string): Promise<UploadView> {
  return uploadView(await ownUpload(db(), actor, uploadId))
}

/**
 * Takes in the part that begins at `start`; with the last one the file is there, and is told. Refuses with `conflict`
 * another start than where the next part begins; with `invalid` a file that is not what its name says or of no type that
 * is kept, which is gone then.
 */
export async function receivePart(
  actor: Actor,
  { uploadId, start, bytes }: { uploadId: string; start: number; bytes: Uint8Array },
): Promise<UploadView> {
  authorize(actor, "source.add")
  if (bytes.byteLength > MOST_PART_BYTES) throw refuse("invalid", "file.partTooLarge")
  const upload = await readUpload(actor, uploadId)
  // Nothing more of it: asked again by whoever did not hear the first answer.
  if (bytes.byteLength === 0) return upload
  const { size } = upload
  const isLast = start + bytes.byteLength === size
  return isLast
    ? finishUpload(actor, { uploadId, start, bytes })
    : db().$transaction((tx) => takePart(tx, actor, { uploadId, start, bytes }))
}

/** Stops a file on its way in, or takes back one that is not needed. */
export async function dropUpload(actor: Actor, uploadId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { id, fileId } = await ownUpload(tx, actor, uploadId)
    await dropRows(tx, [{ id, fileId }])
  })
}

/** Drops what stands still on its way, and what came in whole a day ago and was made nobody's. */
export async function dropOldUploads(): Promise<void> {
  const left = { fileId: null, heardAt: { lt: before(WAITED_FOR_MS) } }
  const old = await db().upload.findMany({
    where: { OR: [left, { heardAt: { lt: before(KEPT_FOR_MS) } }] },
    select: { id: true, fileId: true },
    orderBy: { heardAt: "asc" },
    take: 200,
  })
  if (old.length > 0) await db().$transaction((tx) => dropRows(tx, old))
}

const before = (milliseconds: number) => new Date(Date.now() - milliseconds)

/** What an upload becomes the file of: columns of a row; none where nothing is said of it, nulls to take it off. */
type FileColumns = { fileId?: string | null; fileName?: string | null }

/** The columns of a source whose file an upload becomes; its text is read in its turn. */
export async function fileOfUpload(tx: Tx, actor: Actor, uploadId: string | null | undefined): Promise<FileColumns> {
  const file = await uploadedFile(tx, actor, uploadId)
  if (file.fileId) await keepText(tx, { id: file.fileId, workspaceId: actor.workspaceId })
  return file
}

/** The columns of what an upload of the actor's becomes the file of. Refuses `invalid` at `fileId` what is not there. */
export async function uploadedFile(tx: Tx, actor: Actor, uploadId: string | null | undefined): Promise<FileColumns> {
  if (uploadId === undefined) return {}
  if (uploadId === null) return { fileId: null, fileName: null }
  const { workspaceId, id: createdById } = actor
  const row = await tx.upload.findFirst({
    where: { workspaceId, createdById, OR: [{ id: uploadId }, { fileId: uploadId }], fileId: { not: null } },
    orderBy: { id: "desc" },
  })
  if (!row?.fileId) throw refuseField("fileId", "file.notThere")
  // Whoever drops what is old waits for it, and sees that it is needed now.
  await tx.$queryRaw`SELECT 1 FROM "File" WHERE "id" = ${row.fileId}::uuid FOR KEY SHARE`
  return { fileId: row.fileId, fileName: row.fileName }
}

async function takePart(
  tx: Tx,
  actor: Actor,
  { uploadId, start, bytes }: { uploadId: string; start: number; bytes: Uint8Array },
): Promise<UploadView> {
  await tx.$queryRaw`SELECT 1 FROM "Upload" WHERE "id" = ${uploadId}::uuid FOR UPDATE`
  const { size, received, workspaceId } = await ownUpload(tx, actor, uploadId)
  if (start !== received) throw refuse("conflict", "file.otherOffset", { current: { received } })
  if (start + bytes.byteLength > size) throw refuse("invalid", "file.longerThanSaid")
  if (bytes.byteLength > 0) {
    await tx.uploadPart.create({ data: { workspaceId, uploadId, start, bytes: new Uint8Array(bytes) } })
  }
  const data = { received: start + bytes.byteLength, heardAt: new Date() }
  return uploadView(await tx.upload.update({ where: { id: uploadId }, data }))
}

async function finishUpload(
  actor: Actor,
  part: { uploadId: string; start: number; bytes: Uint8Array },
): Promise<UploadView> {
  const { uploadId } = part
  try {
    return await change(actor, async (tx) => {
      await takePart(tx, actor, part)
      const { fileName, workspaceId } = await ownUpload(tx, actor, uploadId)
      const { sha256, ...seen } = await glimpse(tx, uploadId)
      const type = await typeOf({ name: fileName, ...seen })
      const fileId = await assemble(tx, actor, { uploadId, type, sha256 })
      await tx.uploadPart.deleteMany({ where: { uploadId } })
      const row = await tx.upload.update({ where: { id: uploadId }, data: { fileId } })
      const told = {
        stream: workspaceId,
        act: "file.received",
        subjects: { file: fileId },
        payload: { type, size: row.size },
      } as const
      return { result: uploadView(row), events: [told] }
    })
  } catch (error) {
    // It will not be another file when it is sent again.
    if (error instanceof Refusal && error.code === "invalid") await dropUpload(actor, uploadId)
    throw error
  }
}

/** What says the type of a file, and its digest, looked for where its parts are. */
async function glimpse(tx: Tx, uploadId: string) {
  const [seen] = await tx.$queryRaw<[{ head: Uint8Array; isExcel: boolean; hasNul: boolean; sha256: string }]>`
    WITH whole AS (
      SELECT string_agg("bytes", ''::bytea ORDER BY "start") AS "bytes" FROM "UploadPart" WHERE "uploadId" = ${uploadId}::uuid
    )
    SELECT substring("bytes" FROM 1 FOR ${GLIMPSED}::int) AS "head", position('xl/workbook.xml'::bytea IN "bytes") > 0 AS "isExcel",
      position('\\x00'::bytea IN "bytes") > 0 AS "hasNul", encode(sha256("bytes"), 'hex') AS "sha256" FROM whole`
  return seen
}

/** Puts the parts together where they are; bytes that their sender may see already are kept once. Answers their file's id. */
async function assemble(
  tx: Tx,
  actor: Actor,
  { uploadId, type, sha256 }: { uploadId: string; type: string; sha256: string },
): Promise<string> {
  const { workspaceId } = actor
  const kept = await fileAmong(tx, { workspaceId, sha256, type }, seenFiles(actor))
  if (kept !== null) return kept
  const id = newId()
  await tx.$executeRaw`
    INSERT INTO "File" ("id", "workspaceId", "sha256", "type", "size", "bytes", "createdById")
    SELECT ${id}::uuid, ${workspaceId}::uuid, ${sha256}, ${type}, octet_length("bytes"), "bytes", ${actor.id}::uuid FROM (
      SELECT string_agg("bytes", ''::bytea ORDER BY "start") AS "bytes" FROM "UploadPart" WHERE "uploadId" = ${uploadId}::uuid
    ) whole`
  return id
}

async function dropRows(tx: Tx, rows: { id: string; fileId: string | null }[]): Promise<void> {
  const ids = rows.map(({ id }) => id)
  await tx.uploadPart.deleteMany({ where: { uploadId: { in: ids } } })
  await tx.upload.deleteMany({ where: { id: { in: ids } } })
  await dropFiles(
    tx,
    rows.map(({ fileId }) => fileId),
  )
}

async function ownUpload(tx: Tx, { workspaceId, id: createdById }: Actor, uploadId: string) {
  const row = await tx.upload.findFirst({ where: { id: uploadId, workspaceId, createdById } })
  if (!row) throw refuse("not-found", "file.notThere")
  return row
}

function uploadView({ id, fileName, size, received, fileId }: Prisma.UploadGetPayload<object>): UploadView {
  return { id, fileName, size, received, fileId }
}

function tooLarge() {
  return refuse("invalid", "file.tooLarge", { params: { megabytes: MOST_FILE_MEGABYTES } })
}

/** Names come from strangers' disks: one line, the end of it, where the ending is. */
function nameOf(fileName: string): string {
  return (
    fileName
      .replace(/[\0-\x1f\x7f]/g, " ")
      .trim()
      .slice(-300) || "file"
  )
}
