/**
 * Deleting an article, which leaves a tombstone that nobody sees; and erasing it, after which its content is gone for good;
 * and erasing a person who has left.
 * What goes is the database's to find (`delete_article`, `erase_article`): it lets no row go but through those.
 */
import { db, type Tx } from "../db"
import type { ArchiveArticle, DeletedArticle } from "../domain/article"
import type { NewEvent } from "../domain/event"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { assertUnchanged } from "./articles"
import { change, changeUser } from "./change"
import { articleOrArchived } from "./under-check"

/** Takes an article out of everybody's sight. Its log stays, and so does its content until it is erased. */
export function deleteArticle(actor: Actor, { articleId, version }: ArchiveArticle): Promise<{ id: string }> {
  return change(actor, async (tx) => {
    const article = await articleOrArchived(tx, actor, articleId)
    authorize(actor, "article.delete")
    await assertUnchanged(tx, actor, article, version)
    await tx.$executeRaw`SELECT delete_article(${actor.workspaceId}::uuid, ${articleId}::uuid, ${new Date()})`
    const subjects = { article: articleId }
    return { result: { id: articleId }, events: [{ stream: articleId, act: "article.deleted", subjects, payload: {} }] }
  })
}

/** Removes the content of a deleted article for good: what is left of it is that it was there, and the order of what was done. */
export function eraseArticle(actor: Actor, { articleId }: { articleId: string }): Promise<{ id: string }> {
  return change(actor, async (tx) => {
    const { deletedAt, erasedAt } = await tombstone(tx, actor, articleId)
    authorize(actor, "article.erase")
    if (!deletedAt) throw refuse("conflict", "article.notDeleted")
    if (erasedAt) throw refuse("conflict", "article.erased")
    return { result: { id: articleId }, events: [await eraseContent(tx, actor.workspaceId, articleId)] }
  })
}

/** Part of an act: removes the content of a locked and deleted article, and answers what is told of it. */
export async function eraseContent(tx: Tx, workspaceId: string, articleId: string): Promise<NewEvent> {
  await tx.$executeRaw`SELECT erase_article(${workspaceId}::uuid, ${articleId}::uuid, ${new Date()})`
  // Told beside its own log, which forgets what it told: this line accounts for that.
  return { stream: workspaceId, act: "article.erased", subjects: { article: articleId }, payload: {} }
}

/**
 * Puts a pseudonym in the place of somebody who has left this desk and sits at no other: their name and address are gone,
 * what they did stays theirs under it, and every desk that they have left is told. Refuses with `conflict` whoever has a
 * seat still, here or elsewhere.
 */
export async function erasePerson(actor: Actor, { email }: { email: string }): Promise<{ pseudonym: string }> {
  authorize(actor, "member.erase")
  const { workspaceId } = actor
  const address = email.trim().toLowerCase()
  const seat = await db().membership.findFirst({
    where: { workspaceId, user: { email: address } },
    select: { id: true, userId: true },
  })
  if (!seat) throw refuse("not-found", "member.notFound")
  const { userId } = seat
  const pseudonym = `Person ${seat.id.slice(-6).toUpperCase()}`
  const erase = async (tx: Tx) => {
    // Nobody gives a seat back meanwhile.
    await tx.$queryRaw`SELECT 1 FROM "Membership" WHERE "userId" = ${userId}::uuid ORDER BY "id" FOR UPDATE`
    if (await tx.membership.count({ where: { userId, deactivatedAt: null } }))
      throw refuse("conflict", "member.hasSeat")
    await tx.$executeRaw`SELECT erase_person(${userId}::uuid, ${pseudonym})`
    // They may have been invited and have followed none of it.
    await tx.invitation.updateMany({ where: { email: address }, data: { email: `${userId}@erased.invalid` } })
    return { pseudonym }
  }
  return changeUser(userId, "member.erased", erase, actor)
}

/** More than are ever deleted and not erased. */
const MOST = 200

/** The articles of a desk that are deleted and still hold their content, the latest first: for owners. */
export async function listDeleted(actor: Actor): Promise<DeletedArticle[]> {
  authorize(actor, "article.erase")
  const rows = await db().article.findMany({
    where: { workspaceId: actor.workspaceId, deletedAt: { not: null }, erasedAt: null },
    select: { id: true, title: true, deletedAt: true },
    orderBy: { deletedAt: "desc" },
    take: MOST,
  })
  return rows.map(({ id, title, deletedAt }) => ({ id, title, deletedAt: deletedAt?.toISOString() ?? "" }))
}

/** An article whether it is deleted or not, locked. To whoever may not erase, a deleted one is not there. */
async function tombstone(tx: Tx, actor: Actor, articleId: string) {
  const { workspaceId } = actor
  await tx.$queryRaw`
    SELECT 1 FROM "Article" WHERE "id" = ${articleId}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR NO KEY UPDATE`
  const where = {
    id: articleId,
    workspaceId,
    ...(actor.role === "author" && { authors: { some: { membershipId: actor.id } } }),
  }
  const row = await tx.article.findFirst({ where, select: { deletedAt: true, erasedAt: true } })
  if (!row || (row.deletedAt && actor.role !== "owner")) throw refuse("not-found", "article.notFound")
  return row
}
