/**
 * The files that a round cites: named with it when it is sent, so that they stay readable to whoever may see their source,
 * when that has another file by now, or its page says something else.
 */
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import type { EarlierFile } from "../domain/source"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { openTo } from "./blind"
import { seenBy } from "./relations"

type Cited = Prisma.EvidenceGetPayload<{ include: { source: true } }>

/** Keeps what a claim cites as it is until the transaction ends: to be called before its evidence is read for a round. */
export async function holdSources(tx: Tx, claimId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Source" WHERE "id" IN (SELECT "sourceId" FROM "Evidence" WHERE "claimId" = ${claimId}::uuid)
    ORDER BY "id" FOR SHARE`
}

/** Names the files of a round's evidence: where its excerpt was looked up, its source's own, or else the newest snapshot. */
export async function citeFiles(
  tx: Tx,
  { id: roundId, workspaceId }: { id: string; workspaceId: string },
  evidence: readonly Cited[],
): Promise<void> {
  const bare = evidence.filter(({ excerptFileId, source }) => excerptFileId === null && source.fileId === null)
  const newest = await newestSnapshots(tx, [...new Set(bare.map(({ sourceId }) => sourceId))])
  const data = evidence.flatMap((row) => {
    const known = { workspaceId, roundId, evidenceId: row.id, sourceId: row.sourceId }
    return filesOf(row, newest).map((file) => ({ ...known, ...file }))
  })
  if (data.length > 0) await tx.citedFile.createMany({ data })
}

/** The first is the one that whoever reads the evidence is shown. */
function filesOf({ source, sourceId, ...row }: Cited, newest: Map<string, string>) {
  const { fileId: own, fileName } = source
  const { excerptFileId: searched, excerptStart: start, excerptEnd: end } = row
  const bare = { start: null, end: null }
  if (searched !== null && searched === own) return [{ fileId: searched, fileName, start, end }]
  const found = searched === null ? [] : [{ fileId: searched, fileName: null, start, end }]
  if (own !== null) return [...found, { fileId: own, fileName, ...bare }]
  const snapshot = searched === null ? newest.get(sourceId) : undefined
  return snapshot === undefined ? found : [{ fileId: snapshot, fileName: null, ...bare }]
}

/** The file of the newest snapshot of each of these sources. */
async function newestSnapshots(tx: Tx, sourceIds: string[]): Promise<Map<string, string>> {
  if (sourceIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ sourceId: string; fileId: string }[]>`
    SELECT DISTINCT ON ("sourceId") "sourceId", "fileId" FROM "Snapshot" WHERE "sourceId" = ANY(${sourceIds}::uuid[])
    ORDER BY "sourceId", "takenAt" DESC, "id" DESC`
  return new Map(rows.map(({ sourceId, fileId }) => [sourceId, fileId]))
}

/** Files that were cited from a source, or from one that turned out to be it, as far as its reader may see it. */
export function citedFrom(actor: Actor, sourceId: string): Prisma.CitedFileWhereInput {
  const { source } = seenBy(actor)
  const here = { AND: [{ id: sourceId }, source] }
  return {
    workspaceId: actor.workspaceId,
    round: { claim: openTo(actor) },
    source: { OR: [here, { mergedInto: here }] },
  }
}

/** More are no source, but a folder. */
const NAMED = 20

/** Files that a source has no more, but that were sent with a verdict: newest first. */
export async function earlierFiles(actor: Actor, sourceId: string): Promise<EarlierFile[]> {
  const own = { ...citedFrom(actor, sourceId), fileName: { not: null } }
  const rows = await db().file.findMany({
    where: { workspaceId: actor.workspaceId, citedIn: { some: own }, sources: { none: { id: sourceId } } },
    select: {
      ...{ id: true, type: true, size: true, createdAt: true },
      citedIn: {
        where: own,
        select: { fileName: true, round: { select: { sentAt: true } } },
        orderBy: LATEST,
        take: 1,
      },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: NAMED,
  })
  return rows.flatMap(({ createdAt, citedIn: [cited], ...file }) =>
    cited
      ? [
          {
            ...file,
            name: cited.fileName ?? "",
            receivedAt: createdAt.toISOString(),
            citedAt: cited.round.sentAt.toISOString(),
          },
        ]
      : [],
  )
}

/** When a file was last sent with a verdict that rests on a source. Refuses with `not-found` one that never was. */
export async function lastCited(actor: Actor, sourceId: string, fileId: string): Promise<string> {
  const row = await db().citedFile.findFirst({
    where: { ...citedFrom(actor, sourceId), fileId },
    select: { round: { select: { sentAt: true } } },
    orderBy: LATEST,
  })
  if (!row) throw refuse("not-found", "source.noText")
  return row.round.sentAt.toISOString()
}

const LATEST = { round: { sentAt: "desc" } } as const
