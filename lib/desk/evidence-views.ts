/** Evidence and its sources as their viewer sees them, and as a round cited them. Rows in, views out. */
import type { Prisma } from "../../prisma/client/client"
import { figuresDiffer } from "../domain/loose-figures"
import { can } from "../domain/policy"
import type { FrozenEvidence } from "../domain/round"
import { ExcerptPlace, type EvidenceView, type ExcerptView, type SourceFile, type SourceView } from "../domain/source"
import type { Actor } from "../domain/workspace"
import { dayOf, type sourceParts } from "./relations"

type SourceRow = Prisma.SourceGetPayload<{ include: typeof sourceParts }>

/** Its file, whose text is waited for until somebody has read it. */
function fileView({ fileId, fileName, file }: SourceRow): SourceFile | null {
  if (!fileId || !file) return null
  return { id: fileId, name: fileName ?? "", type: file.type, size: file.size, text: file.text?.state ?? "waiting" }
}

/** A source's fields, for somebody who may see it. */
export function sourceView(row: SourceRow): SourceView {
  const { id, kind, title, author, publisher, url, primary, independenceGroup, confidential, neverRefetch, version } =
    row
  const publishedOn = dayOf(row.publishedOn)
  return {
    id,
    kind,
    title,
    author,
    publisher,
    publishedOn,
    url,
    file: fileView(row),
    primary,
    independenceGroup,
    confidential,
    neverRefetch,
    version,
  }
}

/** One piece of evidence; its note is the desk's alone. */
export function evidenceView(
  actor: Actor,
  row: Prisma.EvidenceGetPayload<{ include: { source: { include: typeof sourceParts } } }>,
): EvidenceView {
  return {
    id: row.id,
    claimId: row.claimId,
    source: sourceView(row.source),
    stance: row.stance,
    locator: row.locator,
    excerpt: row.excerpt,
    lookedUp: lookedUp(row),
    kept: isKept(row.source),
    note: can(actor, "note.read") ? row.note : null,
    accessedAt: row.accessedAt.toISOString(),
    flag: row.flag,
    flaggedAt: row.flaggedAt?.toISOString() ?? null,
    version: row.version,
  }
}

const isKept = ({ url, fileId, keptAt, archiveState }: SourceRow) =>
  url === null || fileId !== null || keptAt !== null || archiveState === "done"

/** What came of looking an excerpt up, as it is kept. */
function lookedUp({ excerpt, excerptState, excerptPlace }: Prisma.EvidenceGetPayload<object>): ExcerptView | null {
  if (!excerptState) return null
  const place = excerptPlace === null ? { part: null, passage: null } : ExcerptPlace.parse(excerptPlace)
  const isUnlike = excerptState === "similar" && figuresDiffer(excerpt ?? "", place.passage ?? excerpt ?? "")
  return { state: isUnlike ? "unlike" : excerptState, ...place }
}

/**
 * The evidence of a round as it was cited: only what its viewer sees of it today. Whether a source is confidential is
 * today's word too, or a public export would name one that was closed since; and one that was opened since is described
 * as it is now, for what it was called then may name whom that protected.
 */
export function asCited(
  actor: Actor,
  claimId: string,
  frozen: FrozenEvidence[],
  visible: EvidenceView[],
): EvidenceView[] {
  const today = new Map(visible.map((evidence) => [evidence.id, evidence]))
  return frozen.flatMap((evidence) => {
    const now = today.get(evidence.id)
    if (!now) return []
    const { confidential, neverRefetch } = now.source
    const { flag, flaggedAt, kept } = now
    const opened = evidence.source.confidential && !confidential
    const source = opened
      ? now.source
      : { ...evidence.source, file: fileNow(evidence, now), confidential, neverRefetch }
    const lookedUp = evidence.excerpt === now.excerpt ? now.lookedUp : null
    const note = can(actor, "note.read") ? evidence.note : null
    return { ...evidence, source, lookedUp, claimId, kept, flag, flaggedAt, note }
  })
}

/** How far its text has been read is today's word. */
function fileNow({ source: { file } }: FrozenEvidence, { source: now }: EvidenceView): SourceFile | null {
  return file?.id === now.file?.id ? now.file : file
}
