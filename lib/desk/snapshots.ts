/**
 * Snapshots: the page of a source as it was, kept for the desk alone and never served as a page. They are taken by
 * lib/desk/watching.ts; here they are asked for, listed and compared.
 */
import { z } from "zod"
import type { Prisma } from "../../prisma/client/client"
import { compare } from "../anchor"
import { db, type Tx } from "../db"
import { Id } from "../domain/id"
import {
  isWatchable,
  LinkFailure,
  type CompareSnapshots,
  type LinkView,
  type OfSource,
  type SnapshotsCompared,
  type SnapshotView,
} from "../domain/link"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import { wordsChanged } from "../domain/revision"
import type { Actor } from "../domain/workspace"
import { queueJob } from "../jobs"
import { canArchive } from "../outside/fetch-page"
import { change } from "./change"
import { openPlace, sealPlace } from "./cursor"
import { pageOf } from "./page"
import { asPerson, person, seenBy } from "./seen-by"

/** Has a source's page fetched and kept as it is now: a job of its own. Refuses where there is none, or it is never to be fetched. */
export function takeSnapshot(actor: Actor, { sourceId }: OfSource): Promise<void> {
  return change(actor, async (tx) => {
    const source = await pageUnderCheck(tx, actor, sourceId)
    authorize(actor, "source.fetch", source)
    if (source.row.neverRefetch) throw refuse("conflict", "source.neverRefetched")
    if (!isWatchable(source.row)) throw refuse("conflict", "source.noPage")
    await queueJob(tx, "link", { sourceId, byId: actor.id })
    const told = {
      stream: actor.workspaceId,
      act: "snapshot.asked",
      subjects: { source: sourceId },
      payload: {},
    } as const
    return { result: undefined, events: [told] }
  })
}

/** Whether there is a public archive that may be asked. */
export function publicArchive(): boolean {
  return canArchive()
}

/** A source locked for something that concerns its page, with what the policy asks. Refuses with `not-found` what the actor may not see. */
export async function pageUnderCheck(tx: Tx, actor: Actor, sourceId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Source" WHERE "id" = ${sourceId}::uuid AND "workspaceId" = ${actor.workspaceId}::uuid FOR NO KEY UPDATE`
  const row = await tx.source.findFirst({
    where: { id: sourceId, ...seenBy(actor).source },
    include: { readers: true },
  })
  if (!row) throw refuse("not-found", "source.notFound")
  const readerIds = row.readers.map((reader) => reader.membershipId)
  return { row, confidential: row.confidential, readerIds }
}

/** How a source's page was found when it was last looked at, and where a public archive keeps it. */
export async function readLink(actor: Actor, sourceId: string): Promise<LinkView> {
  const row = await db().source.findFirst({
    where: { id: sourceId, ...seenBy(actor).source },
    include: { archivedBy: person, evidence: { where: CITED, select: { id: true }, take: 1 } },
  })
  if (!row) throw refuse("not-found", "source.notFound")
  const isWatched = row.evidence.length > 0 && isWatchable(row)
  return {
    state: row.linkState,
    stateAt: row.linkStateAt?.toISOString() ?? null,
    checkedAt: row.linkCheckedAt?.toISOString() ?? null,
    dueAt: isWatched ? (row.linkDueAt?.toISOString() ?? null) : null,
    failure: LinkFailure.nullable().catch(null).parse(row.linkFailure),
    movedTo: row.movedTo,
    page: whetherFetched(row),
    archive: archiveOf(row),
  }
}

function whetherFetched(row: { url: string | null; neverRefetch: boolean }): LinkView["page"] {
  if (row.url === null) return "none"
  if (row.neverRefetch) return "never"
  return isWatchable(row) ? "fetched" : "reserved"
}

const CITED = { claim: { withdrawnAt: null, article: { archivedAt: null } } } satisfies Prisma.EvidenceWhereInput

type ArchivedRow = Prisma.SourceGetPayload<{ include: { archivedBy: typeof person } }>

function archiveOf({
  archiveState,
  archiveUrl,
  archiveFailure,
  archivedAt,
  archivedBy,
}: ArchivedRow): LinkView["archive"] {
  if (!archiveState || !archivedAt) return null
  const failure = LinkFailure.nullable().catch(null).parse(archiveFailure)
  return {
    ...{ state: archiveState, url: archiveUrl, failure },
    ...{ at: archivedAt.toISOString(), by: archivedBy && asPerson(archivedBy) },
  }
}

/** The snapshots of a source, newest first. */
export async function listSnapshots(
  actor: Actor,
  sourceId: string,
  { cursor, limit = 20 }: { cursor?: string | undefined; limit?: number } = {},
): Promise<{ items: SnapshotView[]; next: string | null }> {
  const after = openPlace(z.tuple([Id]), cursor)
  const rows = await db().snapshot.findMany({
    where: { sourceId, source: seenBy(actor).source, ...(after && { id: { lt: after[0] } }) },
    include: SHOWN,
    orderBy: { id: "desc" },
    take: limit + 1,
  })
  const { page, next } = pageOf(rows, limit)
  return { items: page.map(snapshotView), next: next && sealPlace([next]) }
}

const SHOWN = {
  takenBy: person,
  file: { select: { type: true, size: true, sha256: true, text: { select: { sha256: true } } } },
} as const satisfies Prisma.SnapshotInclude

function snapshotView({ file, ...row }: Prisma.SnapshotGetPayload<{ include: typeof SHOWN }>): SnapshotView {
  const { id, fileId, url, takenAt, takenBy } = row
  const { type, size, sha256, text } = file
  const taken = { takenAt: takenAt.toISOString(), takenBy: takenBy && asPerson(takenBy) }
  return { id, fileId, url, ...taken, type, size, sha256, textSha256: text?.sha256 ?? null }
}

/** What differs between two snapshots of a source, word by word. Refuses where one of them holds no text. */
export async function compareSnapshots(
  actor: Actor,
  { sourceId, from, to }: CompareSnapshots,
): Promise<SnapshotsCompared> {
  const rows = await db().snapshot.findMany({
    where: { id: { in: [from, to] }, sourceId, source: seenBy(actor).source },
    select: { id: true, file: { select: { text: { select: { text: true, state: true } } } } },
  })
  const textOf = (id: string) => {
    const row = rows.find((one) => one.id === id)
    if (!row) throw refuse("not-found", "snapshot.notFound")
    if (row.file.text?.state !== "read") throw refuse("conflict", "snapshot.noText")
    return row.file.text.text
  }
  const pieces = compare(textOf(from), textOf(to))
  return { words: wordsChanged(pieces), pieces }
}
