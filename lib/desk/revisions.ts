/** Revisions apart from their articles: which is the current one, and the texts that offsets count in. */
import { db } from "../db"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { seenBy } from "./seen-by"

/** What tells one revision from another. `bodyStart` counts UTF-16 code units, as does `opening`, the text up to there. */
export interface RevisionHead {
  id: string
  articleId: string
  number: number
  sha256: string
  bodyStart: number
  opening: string
}

/** The id of an article's current revision. */
export async function currentRevision(actor: Actor, articleId: string): Promise<string> {
  const row = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    select: { revisionId: true },
  })
  if (!row?.revisionId) throw refuse("not-found", "article.notFound")
  return row.revisionId
}

/** The current revisions of those articles that the actor may see, without their texts but for the opening. */
export async function currentRevisions(actor: Actor, articleIds: string[]): Promise<RevisionHead[]> {
  const articles = await db().article.findMany({
    where: { AND: [{ id: { in: articleIds } }, seenBy(actor).article] },
    select: { revisionId: true },
  })
  const ids = articles.flatMap((article) => article.revisionId ?? [])
  // Postgres' left() counts code points, of which a text never has more than code units: the opening is whole.
  return db().$queryRaw<RevisionHead[]>`
    SELECT "id", "articleId", "number", "sha256", "bodyStart", left("text", "bodyStart") AS "opening"
    FROM "Revision" WHERE "workspaceId" = ${actor.workspaceId}::uuid AND "id" = ANY (${ids}::uuid[])`
}

/** The texts of those revisions that the actor may see. */
export function revisionTexts(actor: Actor, ids: string[]): Promise<{ id: string; text: string; bodyStart: number }[]> {
  return db().revision.findMany({
    where: { workspaceId: actor.workspaceId, id: { in: ids }, article: seenBy(actor).article },
    select: { id: true, text: true, bodyStart: true },
  })
}
