/** The ledger: sources, kept once per workspace and reused. */
import { v7 as newId } from "uuid"
import type { z } from "zod"
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { WebAddress } from "../domain/article"
import type { ClaimView } from "../domain/claim"
import type { NewEvent } from "../domain/event"
import { blankAsNull, changedFields, given } from "../domain/fields"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import {
  canonicalAddress,
  type EditSource,
  type FindSources,
  type SourceInput,
  type SourceView,
} from "../domain/source"
import type { Actor } from "../domain/workspace"
import { change, unchanged } from "./change"
import { placeExcerpts } from "./excerpts"
import { flagEvidence } from "./flags"
import { pageOf } from "./page"
import { dropFiles } from "./reading"
import { containing } from "./containing"
import { authoredBy, claimRelations, claimViews, dayOf, seenBy, sourceParts, sourceView } from "./seen-by"
import { nameAuthor, outdated } from "./under-check"
import { concernsPage, followPage, refollowPage } from "./watching"
import { fileOfUpload } from "./uploads"

type SourceRow = Prisma.SourceGetPayload<{ include: typeof sourceParts }>

/** Adds a source. An address that is in the ledger already is a conflict that names the one there. */
export function addSource(actor: Actor, source: SourceInput): Promise<SourceView> {
  return change(actor, async (tx) => {
    authorize(actor, "source.add")
    const there = (await byAddress(tx, actor, source)) ?? (await insertSource(tx, actor, source))
    if ("result" in there) return there
    throw refuse("conflict", "source.addressInLedger", { current: sourceView(there) })
  })
}

/** Changes a source. What cites it in a sent round stays as it was cited. */
export function editSource(
  actor: Actor,
  { sourceId, version, source: fields }: z.output<typeof EditSource>,
): Promise<SourceView> {
  return change(actor, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Source" WHERE "id" = ${sourceId}::uuid AND "workspaceId" = ${actor.workspaceId}::uuid FOR NO KEY UPDATE`
    const row = await tx.source.findFirst({
      where: { id: sourceId, ...seenBy(actor).source },
      include: { ...sourceParts, readers: true },
    })
    if (!row) throw refuse("not-found", "source.notFound")
    const readerIds = readersOf(row)
    authorize(actor, "source.edit", { confidential: row.confidential, readerIds })
    if (version !== undefined && version !== row.version) {
      const about = { streamId: actor.workspaceId, sourceId, act: "source.edited" }
      // Whoever may edit it is shown who reads it, as in the ledger.
      const current = { ...sourceView(row), readers: readerIds }
      throw await outdated(tx, actor, about, { noun: "source", seen: version, now: row.version, current })
    }
    const { asked, readers } = askedOf(row, fields, await fileOfUpload(tx, actor, fields.fileId))
    const changed = changedOf(row, asked)
    if (changed.length === 0 && readers === undefined) return unchanged(sourceView(row))
    const written = await tx.source.update({
      where: { id: sourceId },
      data: { ...asColumns(asked), ...(concernsPage(changed) && { linkDueAt: null }), version: { increment: 1 } },
      include: sourceParts,
    })
    await followChange(tx, actor, { before: row, now: written }, changed)
    const { confidential } = written
    if (readers || changed.includes("confidential"))
      await writeReaders(tx, actor, sourceId, { confidential, readers: readers ?? readerIds })
    // The next round of whatever cites it freezes it as it is now: whoever changed it is one of that round's authors.
    if (changed.length > 0) await nameAuthor(tx, actor, await citing(tx, sourceId))
    const told = { changed: [...changed, ...(readers ? ["readers"] : [])] }
    const edited = sourceEvent(actor, "source.edited", sourceId, told)
    return { result: sourceView(written), events: [edited, ...(await flagFrozen(tx, sourceId, changed))] }
  })
}

/** Another page is watched from now on; another file is where excerpts are looked up, and what nobody cited of the old one goes. */
async function followChange(
  tx: Tx,
  actor: Actor,
  { before, now }: Record<"before" | "now", SourceRow>,
  changed: string[],
): Promise<void> {
  await refollowPage(tx, now, changed, actor.id)
  if (!changed.includes("file")) return
  await placeExcerpts(tx, now.id)
  if (before.fileId !== now.fileId) await dropFiles(tx, [before.fileId])
}

/** An open source has none, whoever it keeps from before. */
function readersOf({ confidential, readers }: Prisma.SourceGetPayload<{ include: { readers: true } }>): string[] {
  return confidential ? readers.map((reader) => reader.membershipId) : []
}

/** What is asked to be changed, and who is to read it then: an open one has no readers that could be. */
function askedOf(
  row: SourceRow,
  { readers, fileId: _, ...fields }: z.output<typeof EditSource>["source"],
  file: Partial<Pick<SourceRow, "fileId" | "fileName">>,
) {
  const asked = blankAsNull({ ...fields, ...file, ...(fields.url && { url: canonicalAddress(fields.url) }) })
  return { asked, readers: (fields.confidential ?? row.confidential) ? readers : undefined }
}

/** The fields that are others now; a file's name is no field of its own. */
function changedOf(row: SourceRow, asked: ReturnType<typeof askedOf>["asked"]): string[] {
  const changed = changedFields<Record<string, unknown>>({ ...row, publishedOn: dayOf(row.publishedOn) }, asked)
  return [...new Set(changed.map((name) => (name === "fileId" || name === "fileName" ? "file" : name)))]
}

/** What a citation shows of its source, and so what its reader would want to look at again. */
const CITED = new Set([
  "kind",
  "title",
  "author",
  "publisher",
  "publishedOn",
  "url",
  "file",
  "primary",
  "independenceGroup",
])

/** What was sent shows the source as it was then: that it is described otherwise now wants a look. */
async function flagFrozen(tx: Tx, sourceId: string, changed: string[]): Promise<NewEvent[]> {
  if (!changed.some((name) => CITED.has(name))) return []
  return flagEvidence(tx, "source_edited", { sourceId, claim: { roundId: { not: null } } })
}

async function citing(tx: Tx, sourceId: string): Promise<string[]> {
  const claims = await tx.claim.findMany({
    where: { withdrawnAt: null, evidence: { some: { sourceId } } },
    select: { id: true },
  })
  return claims.map((claim) => claim.id)
}

/** One source of the ledger, as far as its reader may see it. */
export async function readSource(actor: Actor, sourceId: string): Promise<SourceView> {
  const where = { id: sourceId, ...seenBy(actor).source }
  const row = await db().source.findFirst({ where, include: sourceParts })
  if (!row) throw refuse("not-found", "source.notFound")
  return sourceView(row)
}

/** The ledger, newest first, or what matches a query in title, author, publisher or address. */
export async function findSources(
  actor: Actor,
  { query, cursor, limit }: z.output<typeof FindSources>,
): Promise<{ items: SourceView[]; next: string | null }> {
  const contains = containing(query)
  const columns = [{ title: contains }, { author: contains }, { publisher: contains }, { url: contains }]
  // A pasted address brings what the ledger leaves out; one that is still being typed is looked for as it stands.
  const pasted = WebAddress.safeParse(query).success ? [{ url: containing(canonicalAddress(query)) }] : []
  const matches: Prisma.SourceWhereInput = query ? { OR: [...columns, ...pasted] } : {}
  const rows = await db().source.findMany({
    where: { AND: [seenBy(actor).source, matches, cursor ? { id: { lt: cursor } } : {}] },
    include: sourceParts,
    orderBy: { id: "desc" },
    take: limit + 1,
  })
  const { page, next } = pageOf(rows, limit)
  return { items: page.map(sourceView), next }
}

/** What rests on a source: the live claims that cite it, newest first. */
export async function claimsOn(
  actor: Actor,
  sourceId: string,
  { cursor, limit = 50 }: { cursor?: string | undefined; limit?: number } = {},
): Promise<{ items: ClaimView[]; next: string | null }> {
  await readSource(actor, sourceId)
  const rows = await db().claim.findMany({
    where: { AND: [seenBy(actor).claim, { evidence: { some: { sourceId } } }, cursor ? { id: { lt: cursor } } : {}] },
    include: { ...claimRelations(actor), article: { select: { revisionId: true, ...authoredBy(actor) } } },
    orderBy: { id: "desc" },
    take: limit + 1,
  })
  const { page, next } = pageOf(rows, limit)
  return { items: await claimViews(db(), actor, page, (row) => row.article.revisionId), next }
}

/**
 * The source that evidence is to cite: one of the ledger, or one typed in. A canonical address that is there already
 * means that source, unchanged; one that the actor may not see is not told of, they get a row of their own.
 */
export async function sourceFor(
  tx: Tx,
  actor: Actor,
  given: { id: string } | SourceInput,
): Promise<{ source: SourceView; events: NewEvent[] }> {
  if ("id" in given) {
    const where = { id: given.id, ...seenBy(actor).source }
    const row = await tx.source.findFirst({ where, include: sourceParts })
    if (!row) throw refuseField("source.id", "source.notFound")
    return { source: sourceView(row), events: [] }
  }
  const there = (await byAddress(tx, actor, given)) ?? (await insertSource(tx, actor, given))
  if ("result" in there) return { source: there.result, events: [...there.events] }
  // It stays as it is, and the file would be nobody's.
  if (given.fileId) throw refuse("conflict", "source.addressInLedger", { current: sourceView(there) })
  return { source: sourceView(there), events: [] }
}

/**
 * The source of that address which the actor may see, an open one before a confidential one. Something typed in as
 * confidential is never taken for an open source: what is quoted of it would be read by all.
 */
function byAddress(tx: Tx, actor: Actor, { url, confidential }: SourceInput) {
  if (!url) return null
  return tx.source.findFirst({
    where: { AND: [seenBy(actor).source, { url: canonicalAddress(url), ...(confidential && { confidential }) }] },
    include: sourceParts,
    orderBy: [{ confidential: "asc" }, { id: "asc" }],
  })
}

/** Answers the row of somebody who brought the same address at the same moment, where there is one. */
async function insertSource(
  tx: Tx,
  actor: Actor,
  { readers, fileId, ...source }: SourceInput,
): Promise<{ result: SourceView; events: [NewEvent] } | SourceRow> {
  const { workspaceId, id: createdById } = actor
  const id = newId()
  const file = await fileOfUpload(tx, actor, fileId)
  const columns = asColumns({ ...source, ...file, url: source.url ? canonicalAddress(source.url) : null })
  const data = { id, workspaceId, createdById, ...columns } as Prisma.SourceUncheckedCreateInput
  const { count } = await tx.source.createMany({ data, skipDuplicates: true })
  if (count === 0)
    return tx.source.findFirstOrThrow({
      where: { workspaceId, url: data.url ?? "", confidential: false },
      include: sourceParts,
    })
  await writeReaders(tx, actor, id, { confidential: source.confidential, readers })
  const row = await tx.source.findUniqueOrThrow({ where: { id }, include: sourceParts })
  await followPage(tx, row, createdById)
  return { result: sourceView(row), events: [sourceEvent(actor, "source.added", id)] }
}

/**
 * Whoever brings a confidential source, or makes one confidential, goes on seeing it. An open one keeps no readers:
 * when it is closed again they would see it, and nobody would have been asked.
 */
async function writeReaders(
  tx: Tx,
  actor: Actor,
  sourceId: string,
  source: { confidential: boolean; readers: string[] },
): Promise<void> {
  const { workspaceId } = actor
  const named = [...new Set([...source.readers, actor.id])]
  const known = await tx.membership.count({ where: { workspaceId, id: { in: named } } })
  if (known !== named.length) throw refuseField("readers", "source.unknownReader")
  await tx.sourceReader.deleteMany({ where: { sourceId } })
  const readers = source.confidential ? named : []
  await tx.sourceReader.createMany({ data: readers.map((membershipId) => ({ workspaceId, sourceId, membershipId })) })
}

function sourceEvent(
  actor: Actor,
  act: "source.added" | "source.edited",
  source: string,
  payload: Record<string, unknown> = {},
): NewEvent {
  return { stream: actor.workspaceId, act, subjects: { source }, payload }
}

function asColumns<T extends { publishedOn?: string | null | undefined }>({ publishedOn, ...fields }: T) {
  return {
    ...given(blankAsNull(fields)),
    ...(publishedOn !== undefined && { publishedOn: publishedOn === null ? null : new Date(publishedOn) }),
  }
}
