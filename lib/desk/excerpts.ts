/** Excerpts: whether what was quoted of a source stands in its newest text. */
import { find, type Span } from "../anchor"
import type { Tx } from "../db"

/** Looks up the excerpts of a source in its text as it is now; to be called in the transaction that brought a text. */
export async function placeExcerpts(tx: Tx, sourceId: string): Promise<void> {
  const searched = await tx.fileText.findFirst({
    where: { state: "read", file: { snapshots: { some: { sourceId } } } },
    orderBy: { readAt: "desc" },
  })
  if (!searched) return
  const rows = await tx.evidence.findMany({ where: { sourceId, excerpt: { not: null } } })
  for (const { id, excerpt } of rows) {
    const { start = null, end = null } = placeIn(searched.text, excerpt ?? "") ?? {}
    const excerptState = start === null ? "missing" : "found"
    const data = { excerptState, excerptFileId: searched.fileId, excerptStart: start, excerptEnd: end } as const
    await tx.evidence.update({ where: { id }, data })
  }
}

function placeIn(text: string, excerpt: string): Span | undefined {
  const found = find(text, { exact: excerpt })
  if (found.kind === "found") return found.span
  return found.kind === "ambiguous" ? found.candidates[0] : undefined
}
