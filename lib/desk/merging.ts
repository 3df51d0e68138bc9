/**
 * Two rows for one source: all that rests on the one comes to rest on the other. The row that goes stays as a way to the
 * one that is kept, for rounds that cited it.
 */
import { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import type { NewEvent } from "../domain/event"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import { takenOver, type MergeSources, type SourceView } from "../domain/source"
import type { Actor } from "../domain/workspace"
import { change } from "./change"
import { placeExcerpts } from "./excerpts"
import { flagEvidence } from "./flags"
import { seenBy, sourceParts, sourceView } from "./seen-by"
import { seenSources } from "./source-list"
import { lockArticles, nameAuthor, outdated } from "./under-check"
import { concernsPage, refollowPage } from "./watching"

/**
 * Merges a source into another one: evidence and snapshots go over, what the kept one lacks is taken from the other, and
 * what was sent with either is flagged for a look. Two that each have a file of their own are refused, and so are a
 * confidential source and an open one: what rests on the one must not change who may read it. Of two confidential ones
 * only those go on reading who read both.
 */
export function mergeSources(actor: Actor, { sourceId, otherId, version }: MergeSources): Promise<SourceView> {
  return change(actor, async (tx) => {
    if (sourceId === otherId) throw refuseField("otherId", "source.mergeItself")
    await lockCiting(tx, actor, [sourceId, otherId])
    const [kept, other] = await lockBoth(tx, actor, { sourceId, otherId, version })
    for (const { confidential, readers } of [kept, other])
      authorize(actor, "source.edit", { confidential, readerIds: readers.map(({ membershipId }) => membershipId) })
    if (kept.confidential !== other.confidential) throw refuse("conflict", "source.mergeConfidential")
    // What was cited of the one stands at no place of the other.
    if (kept.fileId && other.fileId && kept.fileId !== other.fileId) throw refuse("conflict", "source.mergeFiles")
    const taken = takenOver(kept, other)
    const events = await flagBoth(tx, { sourceId, otherId, changed: Object.keys(taken) })
    await moveAll(tx, actor, { kept, other, taken })
    return {
      result: sourceView(await tx.source.findUniqueOrThrow({ where: { id: sourceId }, include: sourceParts })),
      events: [mergedTold(actor, { sourceId, otherId, changed: Object.keys(taken) }), ...events],
    }
  })
}

const READERS = { ...sourceParts, readers: true } as const satisfies Prisma.SourceInclude
type Row = Prisma.SourceGetPayload<{ include: typeof READERS }>

/** Every article in which either is cited, before the sources: as every act on evidence takes its article first. */
async function lockCiting(tx: Tx, { workspaceId }: Actor, sourceIds: string[]): Promise<void> {
  const cites = { workspaceId, claims: { some: { evidence: { some: { sourceId: { in: sourceIds } } } } } }
  const rows = await tx.article.findMany({ where: cites, select: { id: true } })
  await lockArticles(
    tx,
    workspaceId,
    rows.map(({ id }) => id),
  )
}

/** Both sources, in the order of their ids, against whoever would cite one of them meanwhile. */
async function lockBoth(tx: Tx, actor: Actor, { sourceId, otherId, version }: MergeSources): Promise<[Row, Row]> {
  await tx.$queryRaw`
    SELECT 1 FROM "Source" WHERE "id" IN (${sourceId}::uuid, ${otherId}::uuid) AND "workspaceId" = ${actor.workspaceId}::uuid
    ORDER BY "id" FOR UPDATE`
  const seen = seenBy(actor).source
  const include = READERS
  const kept = await tx.source.findFirst({ where: { AND: [{ id: sourceId }, seen] }, include })
  const other = await tx.source.findFirst({ where: { AND: [{ id: otherId }, seen] }, include })
  if (!kept) throw refuse("not-found", "source.notFound")
  if (version !== undefined && version !== kept.version) {
    const about = { streamId: actor.workspaceId, sourceId }
    const current = sourceView(kept)
    throw await outdated(tx, actor, about, { noun: "source", seen: version, now: kept.version, current })
  }
  if (!other) throw refuseField("otherId", "source.notFound")
  return [kept, other]
}

/** What was sent with the other shows that one; what was sent with the kept one shows it without what it takes over. */
async function flagBoth(
  tx: Tx,
  { sourceId, otherId, changed }: { sourceId: string; otherId: string; changed: string[] },
): Promise<NewEvent[]> {
  const sourceIds = changed.length > 0 ? [sourceId, otherId] : [otherId]
  const sent = { sourceId: { in: sourceIds }, claim: { roundId: { not: null } } }
  const events = await flagEvidence(tx, "source_merged", sent)
  // By the time that it is told, all of it rests on the one that is kept.
  return events.map((event) => ({ ...event, subjects: { ...event.subjects, source: sourceId } }))
}

async function moveAll(
  tx: Tx,
  actor: Actor,
  { kept, other, taken }: { kept: Row; other: Row; taken: ReturnType<typeof takenOver> },
): Promise<void> {
  const from = { sourceId: other.id }
  const touched = { sourceId: { in: Object.keys(taken).length > 0 ? [kept.id, other.id] : [other.id] } }
  const claims = await tx.claim.findMany({ where: { evidence: { some: touched } }, select: { id: true } })
  await nameAuthor(
    tx,
    actor,
    claims.map(({ id }) => id),
  )
  await tx.evidence.updateMany({ where: from, data: { sourceId: kept.id, version: { increment: 1 } } })
  await tx.source.updateMany({ where: { mergedIntoId: other.id }, data: { mergedIntoId: kept.id } })
  // Its snapshots are of its own address: they go where that goes.
  if (taken.url || other.url === kept.url) await tx.snapshot.updateMany({ where: from, data: { sourceId: kept.id } })
  const stays = kept.readers.filter(({ membershipId }) =>
    other.readers.some((one) => one.membershipId === membershipId),
  )
  const readers = stays.map(({ membershipId }) => membershipId)
  await tx.sourceReader.deleteMany({ where: { sourceId: kept.id, membershipId: { notIn: readers } } })
  // The address is given up before it is taken: of open sources one alone may have it.
  await tx.source.update({ where: { id: other.id }, data: { mergedIntoId: kept.id, linkDueAt: null } })
  const changed = Object.keys(taken)
  const written = await tx.source.update({
    where: { id: kept.id },
    data: { ...taken, ...(concernsPage(changed) && { linkDueAt: null }), version: { increment: 1 } },
  })
  await refollowPage(tx, written, changed, actor.id)
  // What was quoted of the other is looked for in what the kept one holds.
  await placeExcerpts(tx, kept.id)
}

function mergedTold(
  { workspaceId: stream }: Actor,
  { sourceId: source, ...payload }: { sourceId: string; otherId: string; changed: string[] },
): NewEvent {
  return { stream, act: "source.merged", subjects: { source }, payload }
}

/** The source that this one turned out to be, for whoever may see that; null where it is still itself. */
export async function mergedInto(actor: Actor, sourceId: string): Promise<string | null> {
  const row = await db().source.findFirst({
    where: { id: sourceId, workspaceId: actor.workspaceId, mergedInto: seenBy(actor).source },
    select: { mergedIntoId: true },
  })
  return row?.mergedIntoId ?? null
}

/** So many are offered: more than a few are no duplicates, but a series. */
const OFFERED = 5

/** Below this share of common trigrams two titles are of two reports, of which one names the other's year. */
const NEARLY = 0.7

/** Sources that may be this one in another row: of nearly the same title, or the same address but for how it is written. */
export async function likeSources(actor: Actor, sourceId: string): Promise<SourceView[]> {
  const row = await db().source.findFirst({ where: { AND: [{ id: sourceId }, seenBy(actor).source] } })
  if (!row) throw refuse("not-found", "source.notFound")
  const { title, url, confidential } = row
  const bare = (address: Prisma.Sql) =>
    Prisma.sql`regexp_replace(lower(${address}), '^https?://(www\\.)?|[/?#]+$', '', 'g')`
  const like = await db().$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Source" s
    WHERE ${seenSources(actor)} AND s."id" <> ${sourceId}::uuid AND s."confidential" = ${confidential}
      AND (s."title" % ${title} OR s."url" % ${url ?? ""})
      AND (similarity(s."title", ${title}) > ${NEARLY} OR ${bare(Prisma.sql`s."url"`)} = ${bare(Prisma.sql`${url ?? ""}`)})
    ORDER BY similarity(s."title", ${title}) DESC, s."id" LIMIT ${OFFERED}`
  const where = { id: { in: like.map(({ id }) => id) } }
  const rows = await db().source.findMany({ where, include: sourceParts })
  return like.flatMap(({ id }) => rows.find((one) => one.id === id) ?? []).map(sourceView)
}
