/** The acts and reads whose statements the benchmark records. Imported once the settings of the process are made. */
import { listArticles } from "../../lib/desk/article-list"
import { markClaim, readClaim } from "../../lib/desk/claims"
import { searchTexts } from "../../lib/desk/full-text"
import { actorOf, member } from "../../lib/desk/people"
import { searchDesk } from "../../lib/desk/search"
import { db } from "../../lib/db"
import type { Actor } from "../../lib/domain/workspace"

export { listArticles, readClaim, searchDesk, searchTexts }

export async function checkerOfSampleDesk(): Promise<Actor> {
  return actorOf(await db().membership.findFirstOrThrow({ where: { role: "checker" }, ...member }))
}

export async function placeIn(articleId: string): Promise<{ revisionId: string; claimId: string }> {
  const { id } = await db().revision.findFirstOrThrow({ where: { articleId }, select: { id: true } })
  const claim = await db().claim.findFirstOrThrow({ where: { articleId }, select: { id: true } })
  return { revisionId: id, claimId: claim.id }
}

export function markOne(actor: Actor, articleId: string, revisionId: string) {
  return markClaim(actor, { articleId, revisionId, spans: [{ start: 30, end: 60 }], fields: {} })
}
