/**
 * Whose work a complaint is about, who therefore don't decide on it: of a claim the authors and reviewers of its rounds, of
 * an article whole those of all its claims, as long as that leaves an editor who can.
 */
import type { Tx } from "../db"
import type { ArticleSubject } from "../domain/policy"
import { concernedIn } from "../domain/sign-off"

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
