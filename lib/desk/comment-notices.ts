/** Whom a comment concerns: whoever is named in it, is asked, was answered, or takes part in its thread. Nobody who may not see it. */
import type { Tx } from "../db"
import { namedIn, type CommentKind } from "../domain/comment"
import type { NotificationKind } from "../domain/notice"
import type { ArticleSubject } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import { readersOf, type Reader } from "./comment-list"
import { notify } from "./notifications"

/** A comment that was just written or edited. */
export interface Said {
  id: string
  kind: CommentKind
  body: string
  /** What its thread begins with; itself, where it begins one. */
  threadId: string
  claimId: string | null
  article: ArticleSubject
  /** `edited`: nobody is told of it but those it names anew. */
  as: "first" | "reply" | "answer" | "edited"
}

/** Keeps whom a comment names, and tells everybody whom it concerns, each of them once. */
export async function tellOfComment(tx: Tx, actor: Actor, said: Said): Promise<void> {
  const readers = (await readersOf(tx, actor, said.article))[said.kind]
  const named = await keepMentions(tx, actor, said, readers)
  const told = new Map<string, NotificationKind>(named.map((id) => [id, "mention"]))
  if (said.as !== "edited") {
    for (const [id, kind] of await concerned(tx, said)) if (!told.has(id)) told.set(id, kind)
  }
  const may = new Set(readers.map(({ id }) => id))
  const notices = [...told]
    .filter(([id]) => id !== actor.id && may.has(id))
    .map(([membershipId, kind]) => ({ membershipId, kind, commentId: said.id }))
  await notify(tx, actor.workspaceId, notices)
}

/** Answers who is named now and was not before. */
async function keepMentions(tx: Tx, { workspaceId }: Actor, { id, body }: Said, readers: Reader[]): Promise<string[]> {
  const before = await tx.commentMention.findMany({ where: { commentId: id }, select: { membershipId: true } })
  const known = new Set(before.map(({ membershipId }) => membershipId))
  const named = namedIn(body, readers).map((one) => one.id)
  await tx.commentMention.deleteMany({ where: { commentId: id, membershipId: { notIn: named } } })
  const fresh = named.filter((one) => !known.has(one))
  await tx.commentMention.createMany({
    data: fresh.map((membershipId) => ({ workspaceId, commentId: id, membershipId })),
  })
  return fresh
}

/** A query's author is asked; whoever checks what it is about is answered; who has spoken in the thread hears the rest. */
async function concerned(
  tx: Tx,
  { kind, as, threadId, claimId, article }: Said,
): Promise<[string, NotificationKind][]> {
  const asked = (id: string): [string, NotificationKind] => [id, "query"]
  const authors = kind === "query" && as !== "answer" ? article.authorIds.map(asked) : []
  if (as === "first") return authors
  const spoken = await tx.comment.findMany({
    where: { OR: [{ id: threadId }, { threadId }] },
    select: { writtenById: true },
    distinct: ["writtenById"],
  })
  const checker = as === "answer" && claimId ? await checkerOf(tx, claimId) : []
  const others = [...spoken.map(({ writtenById }) => writtenById), ...checker]
  return [...authors, ...others.map((id): [string, NotificationKind] => [id, as === "answer" ? "answer" : "reply"])]
}

async function checkerOf(tx: Tx, claimId: string): Promise<string[]> {
  const claim = await tx.claim.findUnique({ where: { id: claimId }, select: { assigneeId: true, markedById: true } })
  return claim ? [claim.assigneeId ?? claim.markedById] : []
}
