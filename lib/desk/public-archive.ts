/**
 * Public archiving: has an archive outside keep the page of a source, where everybody can see it. A deliberate act, never
 * one of Stet's own: it makes the address public, and can tip off whom the source is about.
 */
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import type { NewEvent } from "../domain/event"
import type { OfSource } from "../domain/link"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { queueJob } from "../jobs"
import { archivePage, canArchive, type Archived } from "../outside/fetch-page"
import { change, unchanged } from "./change"
import { pageUnderCheck } from "./snapshots"

/** Asks the archive to keep a source's page: a job of its own. Refuses what is confidential, or never to be fetched again. */
export function archiveSource(actor: Actor, { sourceId }: OfSource): Promise<void> {
  return change(actor, async (tx) => {
    const source = await pageUnderCheck(tx, actor, sourceId)
    authorize(actor, "source.fetch", source)
    const { row } = source
    if (!canArchive()) throw refuse("conflict", "source.noArchive")
    if (row.url === null) throw refuse("conflict", "source.noPage")
    if (row.confidential) throw refuse("conflict", "source.confidentialNotArchived")
    if (row.neverRefetch) throw refuse("conflict", "source.neverArchived")
    if (row.archiveState === "asked") throw refuse("conflict", "source.archiving")
    const asked = { archiveState: "asked", archivedAt: new Date(), archivedById: actor.id } as const
    await tx.source.update({
      where: { id: sourceId },
      data: { ...asked, archiveUrl: null, archiveFailure: Prisma.DbNull },
    })
    await queueJob(tx, "archive", { sourceId })
    return { result: undefined, events: [archiveTold(row, "source.archive_asked")] }
  })
}

/** Has the archive keep the page, and notes where. Does nothing where nobody has asked, or what was asked for must not be any more. */
export async function keepInArchive({ sourceId }: { sourceId: string }): Promise<void> {
  const source = await db().source.findUnique({ where: { id: sourceId } })
  if (source?.archiveState !== "asked") return
  const refused = source.url === null || source.confidential || source.neverRefetch || source.mergedIntoId !== null
  await note(source, refused || source.url === null ? LEFT : await archivePage(source.url))
}

/** Notes that the archive was asked in vain, however often it was tried. */
export async function giveUpArchive({ sourceId }: { sourceId: string }): Promise<void> {
  const source = await db().source.findUnique({ where: { id: sourceId } })
  if (source?.archiveState === "asked") await note(source, LEFT)
}

/** It was not asked, or did not answer in any way that is known. */
const LEFT: Archived = { ok: false, step: "archive", detail: { host: "", reason: "left" } }

type Row = Prisma.SourceGetPayload<object>

async function note(source: Row, answer: Archived): Promise<void> {
  await change({ id: null, workspaceId: source.workspaceId }, async (tx) => {
    const { count } = await tx.source.updateMany({
      where: { id: source.id, url: source.url, archiveState: "asked", archivedAt: source.archivedAt },
      data: answer.ok
        ? { archiveState: "done", archiveUrl: answer.url, archivedAt: new Date() }
        : { archiveState: "failed", archiveFailure: failureOf(answer), archivedAt: new Date() },
    })
    if (count === 0) return unchanged(null)
    return { result: null, events: [archiveTold(source, answer.ok ? "source.archived" : "source.archive_failed")] }
  })
}

function failureOf({ step, detail }: Archived & { ok: false }) {
  const at = new Date().toISOString()
  return { step, detail, at, since: at }
}

function archiveTold(source: Row, act: "source.archive_asked" | "source.archived" | "source.archive_failed"): NewEvent {
  return { stream: source.workspaceId, act, subjects: { source: source.id }, payload: {} }
}
