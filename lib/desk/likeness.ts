/** Which article of the desk a text may be a new text of: by its address, its title, or much the same words. */
import { db } from "../db"
import { canonicalText } from "../document"
import { headOf } from "../domain/article"
import { Likeness } from "../domain/import"
import { isMuchTheSame, isSameTitle } from "../domain/likeness"
import { can } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import type { ReadContent } from "./reading"
import { seenBy } from "./seen-by"
import { membersAmong } from "./under-check"

/** So many titles are looked behind: an article that is not among the likest has another headline altogether. */
const CANDIDATES = 5

/** The article that is likest, of those that the actor may revise, and by what; null where none is like it. */
export async function likeArticle(
  actor: Actor,
  { document, metadata }: ReadContent,
): Promise<{ articleId: string; by: Likeness } | null> {
  const { title } = headOf(document)
  const ids = await candidates(actor, title, metadata.sourceUrl)
  const rows = await db().article.findMany({
    where: { AND: [{ id: { in: ids } }, seenBy(actor).article] },
    select: {
      ...{ id: true, title: true, sourceUrl: true, leadId: true },
      authors: { select: { membershipId: true } },
      revision: { select: { text: true } },
    },
  })
  const text = canonicalText(document).text
  const found = rows.flatMap(({ leadId, authors, ...row }) => {
    if (!can(actor, "article.revise", { authorIds: membersAmong(authors), leadId })) return []
    const by = likeness(row, { title, sourceUrl: metadata.sourceUrl, text })
    return by ? [{ articleId: row.id, by }] : []
  })
  return Likeness.options.flatMap((by) => found.filter((one) => one.by === by))[0] ?? null
}

interface Known {
  title: string
  sourceUrl: string | null
}

function likeness(row: Known & { revision: { text: string } | null }, text: Known & { text: string }): Likeness | null {
  if (text.sourceUrl !== null && row.sourceUrl === text.sourceUrl) return "address"
  if (isSameTitle(row.title, text.title)) return "title"
  return isMuchTheSame(row.revision?.text ?? "", text.text) ? "text" : null
}

/** Those with the same address, then those with the likest titles; what is put away is left there. */
async function candidates({ workspaceId }: Actor, title: string, sourceUrl: string | null): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    (SELECT "id" FROM "Article"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "archivedAt" IS NULL AND "sourceUrl" = ${sourceUrl} LIMIT ${CANDIDATES})
    UNION
    (SELECT "id" FROM "Article"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "archivedAt" IS NULL AND "title" % ${title}
      ORDER BY similarity("title", ${title}) DESC, "id" LIMIT ${CANDIDATES})`
  return rows.map(({ id }) => id)
}
