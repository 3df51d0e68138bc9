/**
 * Excerpts: whether what was quoted stands in the text of its source, looked up whenever the quotation or the text is
 * another one. A source's text is that of its own file or, where that has none, of its newest snapshot that has one.
 */
import { placeExcerpt } from "../anchor/excerpt"
import type { Tx } from "../db"
import { Prisma } from "../../prisma/client/client"
import { TextParts, type EvidenceText } from "../domain/file"
import { locatorIn, partAt, spanAt } from "../domain/locator"
import type { ExcerptPlace } from "../domain/source"

/** What is shown of a passage that is similar. An excerpt has ten thousand characters at most. */
const MOST_SHOWN = 12_000

/** A text that excerpts are looked up in. */
export interface SearchedText extends EvidenceText {
  fileId: string
}

/** Locks a source against another text of its coming meanwhile; before any row of its evidence is written. */
export async function lockSource(tx: Tx, sourceId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Source" WHERE "id" = ${sourceId}::uuid FOR NO KEY UPDATE`
}

/**
 * Looks up the excerpts of a source in its text as it is now, or the one of a piece of evidence; to be called in the
 * transaction that brought a text or an excerpt. Tells nothing: what was found shows beside the evidence.
 */
export async function placeExcerpts(tx: Tx, sourceId: string, evidenceId?: string): Promise<void> {
  await lockSource(tx, sourceId)
  const where = { sourceId, ...(evidenceId !== undefined && { id: evidenceId }) }
  const rows = await tx.evidence.findMany({
    where: { ...where, OR: [{ excerpt: { not: null } }, { excerptState: { not: null } }] },
    select: { id: true, excerpt: true, locator: true },
    orderBy: { id: "asc" },
  })
  if (rows.length === 0) return
  const searched = await textOf(tx, sourceId)
  for (const { id, excerpt, locator } of rows) {
    await tx.evidence.update({ where: { id }, data: placed(searched, excerpt, locator) })
  }
}

/** The text that a source's excerpts are looked up in; null where there is none to be read. */
export async function textOf(tx: Tx, sourceId: string): Promise<SearchedText | null> {
  const row = await tx.fileText.findFirst({ where: { state: "read", file: { sources: { some: { id: sourceId } } } } })
  const newest = row ?? (await newestSnapshotText(tx, sourceId))
  return newest && { fileId: newest.fileId, text: newest.text, parts: TextParts.parse(newest.parts) }
}

async function newestSnapshotText(tx: Tx, sourceId: string) {
  const snapshot = await tx.snapshot.findFirst({
    where: { sourceId, file: { text: { state: "read" } } },
    select: { file: { select: { text: true } } },
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
  })
  return snapshot?.file.text ?? null
}

const NOT_LOOKED_UP = {
  excerptState: null,
  excerptFileId: null,
  excerptStart: null,
  excerptEnd: null,
  excerptPlace: Prisma.DbNull,
}

function placed(searched: SearchedText | null, excerpt: string | null, locator: string | null) {
  if (!searched || excerpt === null) return NOT_LOOKED_UP
  const named = spanAt(searched, locatorIn(locator ?? ""))
  const place = placeExcerpt(searched.text, excerpt, named)
  const { fileId: excerptFileId } = searched
  if (place.kind === "missing") return { ...NOT_LOOKED_UP, excerptState: place.kind, excerptFileId }
  const { start, end } = place.span
  const shown: ExcerptPlace = {
    part: nameOf(searched, start),
    passage: place.kind === "similar" ? searched.text.slice(start, Math.min(end, start + MOST_SHOWN)) : null,
  }
  return { excerptState: place.kind, excerptFileId, excerptStart: start, excerptEnd: end, excerptPlace: shown }
}

/** The name of the part that a place lies in, without where it begins. */
function nameOf({ parts }: SearchedText, offset: number): ExcerptPlace["part"] {
  const part = partAt(parts, offset)
  if (!part) return null
  const { start: _, ...name } = part
  return name
}
