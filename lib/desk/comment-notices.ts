/** Whom a comment concerns: whoever is named in it, is asked, was answered, or takes part in its thread. Nobody who may not see it. */
import type { Tx } from "../db"
import { namedIn, type CommentKind } from "../domain/comment"
import type { NotificationKind } from "../domain/notice"
import type { ArticleSubject } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import { readersOf, type Reader } from "./comment-list"
import { notify } from "./notifications"
import { whoHears } from "./who-hears"

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
  const lanes = await readersOf(tx, actor, said.article)
  const readers = lanes[said.kind]
  const named = await keepMentions(tx, actor, said, readers)
  const told = new Map<string, NotificationKind>(named.map((id) => [id, "mention"]))
  if (said.as !== "edited") {
    for (const [id, kind] of await concerned(tx, said, lanes.note)) if (!told.has(id)) told.set(id, kind)
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
  desk: readonly Reader[],
): Promise<[string, NotificationKind][]> {
  const asked = (id: string): [string, NotificationKind] => [id, "query"]
  const authors = kind === "query" && as !== "answer" ? article.authorIds.map(asked) : []
  if (as === "first") return authors
  const spoken = await tx.comment.findMany({
    where: { OR: [{ id: threadId }, { threadId }] },
    select: { writtenById: true },
    distinct: ["writtenById"],
  })
  const writers = spoken.map(({ writtenById }) => writtenById)
  const others =
    as === "answer" ? [...writers, ...(await alsoAnswered(tx, { claimId, article }, writers, desk))] : writers
  return [...authors, ...others.map((id): [string, NotificationKind] => [id, as === "answer" ? "answer" : "reply"])]
}

/** Whoever checks the claim; where nobody who has asked is at the desk any more, somebody who can go on with the answer. */
async function alsoAnswered(
  tx: Tx,
  { claimId, article: { leadId } }: Pick<Said, "claimId" | "article">,
  writers: readonly string[],
  desk: readonly Reader[],
): Promise<string[]> {
  const select = { assigneeId: true, markedById: true }
  const claim = claimId ? await tx.claim.findUnique({ where: { id: claimId }, select }) : null
  const checker = claim && (claim.assigneeId ?? claim.markedById)
  if (desk.some(({ id }) => writers.includes(id))) return checker ? [checker] : []
  return whoHears(tx, claimId ? [claimId] : [], desk, [[checker], [leadId], [claim?.markedById ?? null]])
}
