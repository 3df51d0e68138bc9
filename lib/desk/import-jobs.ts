/**
 * Reading what was received, in its turn and as its importer. A server may die at any line: what an import becomes and
 * that it became it are written together, so that whoever takes it up again does it once.
 */
import { db, type Tx } from "../db"
import { Asked, type Told } from "../domain/import"
import { refuse, Refusal } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { change } from "./change"
import { alreadyImported, importRead } from "./imports"
import { importTold } from "./intake"
import { likeArticle } from "./likeness"
import { actorOf, member } from "./people"
import { dropFiles, read, type Content, type ReadContent } from "./reading"
import { reviseArticle } from "./revising"

/** An import whose turn has come. */
interface Begun {
  id: string
  fileId: string
  actor: Actor
  content: Content
  asked: Asked
}

/**
 * Reads an import and makes of it what it is to become, or asks its importer. Does nothing with one that has ended or was
 * stopped. Throws what is no fault of the file, for it to be tried again.
 */
export async function readImport({ importId }: { importId: string }): Promise<void> {
  const begun = await begin(importId)
  if (!begun) return
  try {
    await become(begun)
  } catch (error) {
    if (!(error instanceof Refusal) || isPassing(error)) throw error
    await end(begun, refusalTold(error), "import.refused")
  }
}

/** Ends an import that could not be read however often it was tried; `failureId` finds the reason in the log. */
export async function giveUpImport({ importId, failureId }: { importId: string; failureId: string }): Promise<void> {
  const begun = await begin(importId)
  if (begun) await end(begun, { kind: "failed", id: failureId }, "import.refused")
}

/** Takes an import up, also one that another server began and did not end. */
async function begin(importId: string): Promise<Begun | null> {
  const { count } = await db().import.updateMany({
    where: { id: importId, state: { in: ["queued", "reading"] } },
    data: { state: "reading" },
  })
  if (count === 0) return null
  const row = await db().import.findUniqueOrThrow({
    where: { id: importId },
    include: { file: { select: { bytes: true } }, createdBy: member },
  })
  const asked = Asked.parse(row.asked)
  const { fileName, format, file, fileId, createdBy } = row
  if (!file || !fileId) throw new Error(`import ${importId} is under way without its file`)
  const { given, accepted } = asked
  const content: Content = { origin: "file", bytes: file.bytes, format, fileName, accepted, room: "jobs", given }
  // Who has left the desk since imports nothing any more.
  const actor = createdBy.deactivatedAt ? { ...actorOf(createdBy), role: "viewer" as const } : actorOf(createdBy)
  return { id: importId, fileId, actor, asked, content }
}

async function become(begun: Begun): Promise<void> {
  const { id, actor, content, asked } = begun
  const textOf = typeof asked.becomes === "object" ? asked.becomes.textOf : null
  const there = textOf ? null : await alreadyImported(actor, content)
  if (there) return settle(id, { kind: "duplicate", notices: [] }, there.articleId)
  const found = await read(content)
  if (await ask(begun, found)) return
  if (textOf) return reviseWith(begun, textOf, found)
  const also = (tx: Tx, articleId: string) => endWithin(tx, id, { kind: "imported", notices: found.notices }, articleId)
  const { articleId, duplicate } = await importRead(actor, content, found, also)
  if (duplicate) await settle(id, { kind: "duplicate", notices: [] }, articleId)
}

/** Asks its importer where more than one thing could be meant and they have not said which. */
async function ask({ id, actor, content, asked }: Begun, found: ReadContent): Promise<boolean> {
  const changes = asked.accepted === undefined && content.format === "word" ? found.changes.length : 0
  const like = asked.becomes === undefined ? await likeArticle(actor, found) : null
  if (changes === 0 && !like) return false
  const told: Told = { kind: "question", changes, by: like?.by ?? null }
  await change(actor, async (tx) => {
    const where = { id, state: "reading" } as const
    const { count } = await tx.import.updateMany({
      where,
      data: { state: "asking", told, articleId: like?.articleId ?? null },
    })
    if (count === 0) throw refuse("conflict", "import.ended")
    return { result: null, events: [importTold(actor, "import.asked", id, { changes, by: told.by })] }
  })
  return true
}

async function reviseWith({ id, actor, content }: Begun, articleId: string, { notices }: ReadContent): Promise<void> {
  await reviseArticle(actor, { ...content, articleId, head: "read" }, async (tx) => {
    await endWithin(tx, id, { kind: "revised", notices }, articleId)
    return []
  })
}

/** Ends it in the transaction of what it became. Refuses with `conflict` one that somebody else has ended meanwhile. */
async function endWithin(tx: Tx, id: string, told: Told, articleId: string): Promise<void> {
  const data = { state: "done", told, articleId, endedAt: new Date() } as const
  const { count } = await tx.import.updateMany({ where: { id, state: "reading" }, data })
  if (count === 0) throw refuse("conflict", "import.ended")
}

/** It became nothing new: there is nothing to tell, and nothing to undo if it has ended already. */
async function settle(id: string, told: Told, articleId: string): Promise<void> {
  const data = { state: "done", told, articleId, endedAt: new Date() } as const
  await db().import.updateMany({ where: { id, state: "reading" }, data })
}

async function end({ id, actor, fileId }: Begun, told: Told, act: "import.refused"): Promise<void> {
  await change(actor, async (tx) => {
    const data = { state: "refused", told, fileId: null, endedAt: new Date() } as const
    const { count } = await tx.import.updateMany({ where: { id, state: "reading" }, data })
    if (count === 0) throw refuse("conflict", "import.ended")
    await dropFiles(tx, [fileId])
    const key = told.kind === "refused" ? told.key : "failed"
    return { result: null, events: [importTold(actor, act, id, { key })] }
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal && error.key === "import.ended")) throw error
  })
}

/** What another moment may answer otherwise. */
function isPassing({ key }: Refusal): boolean {
  return key === "desk.busy"
}

function refusalTold({ code, key, details: { params, fields } }: Refusal): Told {
  return { kind: "refused", code, key, ...(params && { params }), ...(fields && { fields }) }
}
