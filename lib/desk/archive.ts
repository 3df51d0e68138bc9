/** Putting articles away, and getting them back. What is put away stays as it is: nothing of it changes until it is back. */
import type { ArchiveArticle } from "../domain/article"
import { authorize } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import { assertUnchanged } from "./articles"
import { change, unchanged } from "./change"
import { articleOrArchived } from "./under-check"

/** Puts an article away: it leaves the lists and the queue. */
export function archiveArticle(actor: Actor, asked: ArchiveArticle): Promise<{ id: string }> {
  return move(actor, asked, "article.archived")
}

/** Gets an article back as it was. */
export function restoreArticle(actor: Actor, asked: ArchiveArticle): Promise<{ id: string }> {
  return move(actor, asked, "article.restored")
}

function move(
  actor: Actor,
  { articleId, version }: ArchiveArticle,
  act: "article.archived" | "article.restored",
): Promise<{ id: string }> {
  return change(actor, async (tx) => {
    const article = await articleOrArchived(tx, actor, articleId)
    authorize(actor, "article.archive", article)
    await assertUnchanged(tx, actor, article, version)
    const result = { id: articleId }
    const away = act === "article.archived"
    if (away === (article.archivedAt !== null)) return unchanged(result)
    await tx.article.update({
      where: { id: articleId },
      data: { archivedAt: away ? new Date() : null, version: { increment: 1 } },
    })
    return { result, events: [{ stream: articleId, act, subjects: { article: articleId }, payload: {} }] }
  })
}
