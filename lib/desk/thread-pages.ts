/** Threads for other systems: page by page, however many there are. What a thread is, is in comment-list.ts. */
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import type { ThreadView } from "../domain/comment"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { relationsFor, threadView } from "./comment-list"
import { seenBy } from "./seen-by"
import { sawArticles } from "./who-saw"

type About = { articleId: string } | { claimId: string }

/** Where a page of threads ended: when its last one began, as ISO 8601 in UTC, and its id. */
export interface ThreadPlace {
  at: string
  id: string
}

/** A page of the threads of an article, those begun last first, or of a claim, oldest first. */
export async function pageThreads(
  actor: Actor,
  about: About,
  { after, limit }: { after: ThreadPlace | undefined; limit: number },
): Promise<{ items: ThreadView[]; next: ThreadPlace | null }> {
  const articleId = await articleOf(actor, about)
  const [order, beyond] = "claimId" in about ? (["asc", "gt"] as const) : (["desc", "lt"] as const)
  const isLater: Prisma.CommentWhereInput = after
    ? { OR: [{ createdAt: { [beyond]: after.at } }, { createdAt: after.at, id: { [beyond]: after.id } }] }
    : {}
  const rows = await db().comment.findMany({
    where: { AND: [seenBy(actor).comment, { ...about, threadId: null }, isLater] },
    include: relationsFor(actor),
    orderBy: [{ createdAt: order }, { id: order }],
    take: limit + 1,
  })
  await sawArticles(db(), actor, [articleId])
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { items: page.map(threadView), next: last ? { at: last.createdAt.toISOString(), id: last.id } : null }
}

/** Whether a thread that its reader sees is about this article or claim. */
export async function isThreadAbout(actor: Actor, threadId: string, about: About): Promise<boolean> {
  const where = { AND: [seenBy(actor).comment, { ...about, id: threadId, threadId: null }] }
  return (await db().comment.count({ where })) > 0
}

async function articleOf(actor: Actor, about: About): Promise<string> {
  if ("articleId" in about) {
    const where = { id: about.articleId, ...seenBy(actor).article }
    if ((await db().article.count({ where })) === 0) throw refuse("not-found", "article.notFound")
    return about.articleId
  }
  const claim = await db().claim.findFirst({
    where: { id: about.claimId, ...seenBy(actor).claim },
    select: { articleId: true },
  })
  if (!claim) throw refuse("not-found", "claim.notFound")
  return claim.articleId
}
