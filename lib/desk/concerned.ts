/**
 * Whose work a complaint is about, who therefore don't decide on it: of a claim the authors and reviewers of its rounds, of
 * an article whole those of all its claims, as long as that leaves an editor who can.
 */
import type { Tx } from "../db"
import { can, type ArticleSubject } from "../domain/policy"
import { concernedIn } from "../domain/sign-off"
import { actorOf, member } from "./people"
import { membersAmong } from "./under-check"

/** Memberships' ids. */
export async function concernedBy(
  tx: Tx,
  { workspaceId }: { workspaceId: string },
  article: ArticleSubject & { id: string },
  claimId: string | null,
): Promise<string[]> {
  const claim = claimId ? { id: claimId } : { articleId: article.id, withdrawnAt: null }
  const [authors, reviews] = await Promise.all([
    tx.roundAuthor.findMany({
      where: { round: { claim } },
      select: { membershipId: true },
      distinct: ["membershipId"],
    }),
    tx.review.findMany({ where: { round: { claim } }, select: { reviewerId: true }, distinct: ["reviewerId"] }),
  ])
  const concerned = concernedIn([{ authors, reviews }])
  if (claimId) return concerned
  // At a small desk everybody has worked on it: then the one who answers is anybody who hasn't written it.
  const others = await tx.membership.count({
    where: {
      ...{ workspaceId, deactivatedAt: null, role: { in: ["editor", "owner"] } },
      id: { notIn: [...concerned, ...article.authorIds] },
    },
  })
  return others > 0 ? concerned : []
}

/** Those who can decide on a complaint; where nobody can, everybody who reads it: somebody has to find a way. */
export async function whoDecides(
  tx: Tx,
  { workspaceId, articleId, claimId }: { workspaceId: string; articleId: string; claimId: string | null },
): Promise<string[]> {
  const [article, rows] = await Promise.all([
    tx.article.findUniqueOrThrow({
      where: { id: articleId },
      select: { leadId: true, authors: { select: { membershipId: true } } },
    }),
    tx.membership.findMany({
      where: { workspaceId, deactivatedAt: null, role: { in: ["editor", "owner"] } },
      ...member,
      orderBy: { id: "asc" },
      take: MOST_EDITORS,
    }),
  ])
  const { leadId, authors } = article
  const about = { id: articleId, leadId, authorIds: membersAmong(authors) }
  const concernedIds = await concernedBy(tx, { workspaceId }, about, claimId)
  const subject = { article: about, concernedIds }
  const readers = rows.filter((row) => can(actorOf(row), "complaint.read", subject.article))
  const may = readers.filter((row) => can(actorOf(row), "complaint.decide", subject))
  return (may.length > 0 ? may : readers).map(({ id }) => id)
}

/** More than a desk has. */
const MOST_EDITORS = 100
