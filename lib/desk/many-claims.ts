/**
 * Several claims of whatever articles, locked: the few that one contact serves one by one, as many as are arranged at once
 * in as many statements as one of them takes. Each is refused as it would be by itself.
 */
import type { Tx } from "../db"
import type { ClaimView } from "../domain/claim"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { opinionsOpen } from "./blind"
import { claimRelations, claimViews, seenBy, verdictAuthors } from "./seen-by"
import { asSubject, assertVersion, claimUnderCheck, inHand, lockArticles, type ClaimUnderCheck } from "./under-check"

/**
 * Locks claims one by one: the articles' rows are taken in the order of their ids, so that no two acts wait in a
 * circle. Each claim once.
 */
export async function claimsUnderCheck(
  tx: Tx,
  actor: Actor,
  asked: readonly { claimId: string; version?: number | undefined }[],
): Promise<ClaimUnderCheck[]> {
  const rows = await tx.claim.findMany({
    where: { workspaceId: actor.workspaceId, id: { in: asked.map((one) => one.claimId) } },
    select: { id: true, articleId: true },
  })
  const articleOf = new Map(rows.map((row) => [row.id, row.articleId]))
  const place = ({ claimId }: { claimId: string }) => articleOf.get(claimId) ?? ""
  const once = [...new Map(asked.map((one) => [one.claimId, one])).values()]
  const locked: ClaimUnderCheck[] = []
  for (const { claimId, version } of once.sort((one, other) => (place(one) < place(other) ? -1 : 1))) {
    locked.push(await claimUnderCheck(tx, actor, claimId, version))
  }
  return locked
}

/** Locks claims that have not gone out, whether their actor may see their verdicts or not: for what is arranged around them. Each once. */
export async function claimsInHand(
  tx: Tx,
  actor: Actor,
  asked: readonly { claimId: string; version?: number | undefined }[],
): Promise<ClaimUnderCheck[]> {
  const versions = new Map(asked.map(({ claimId, version }) => [claimId, version]))
  const ids = [...versions.keys()]
  const { workspaceId } = actor
  const places = await tx.claim.findMany({ where: { workspaceId, id: { in: ids } }, select: { articleId: true } })
  await lockArticles(
    tx,
    workspaceId,
    places.map(({ articleId }) => articleId),
  )
  const where = { id: { in: ids }, ...seenBy(actor).claim }
  const rows = await tx.claim.findMany({
    where,
    include: claimRelations(actor),
    orderBy: [{ articleId: "asc" }, { id: "asc" }],
  })
  if (rows.length < ids.length) throw refuse("not-found", "claim.notFound")
  const articles = await tx.article.findMany({
    where: { id: { in: rows.map(({ articleId }) => articleId) } },
    include: { authors: { select: { membershipId: true } } },
  })
  const open = await opinionsOpen(tx, actor, ids)
  const locked: ClaimUnderCheck[] = []
  for (const row of rows) {
    const article = asSubject(articles.find(({ id }) => id === row.articleId))
    if (article.archivedAt) throw refuse("conflict", "article.archived")
    const claim = { row, article, priority: row.priority, authorIds: verdictAuthors(row) }
    const isBlind = open.get(row.id) === "hidden"
    await assertVersion(tx, actor, claim, { version: versions.get(row.id), isBlind })
    locked.push(inHand(claim))
  }
  return locked
}

/** The claims as their actor sees them after the change, by their ids, read in the same transaction. */
export async function viewsOf(
  tx: Tx,
  actor: Actor,
  claims: readonly ClaimUnderCheck[],
): Promise<Map<string, ClaimView>> {
  const revisions = new Map(claims.map(({ row, article }) => [row.id, article.revisionId]))
  const where = { id: { in: [...revisions.keys()] } }
  const rows = await tx.claim.findMany({ where, include: claimRelations(actor) })
  const views = await claimViews(tx, actor, rows, ({ id }) => revisions.get(id) ?? null)
  return new Map(views.map((view) => [view.id, view]))
}
