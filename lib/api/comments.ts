/** Comments by way of the API: one body begins a thread, or replies in one that is about the same. */
import { listThreads } from "../desk/comment-list"
import { replyToThread, startThread } from "../desk/comments"
import type { CommentKept } from "../domain/comment"
import { refuseField } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import type { CommentBody } from "./bodies"
import { created } from "./replies"
import { apiThread } from "./views"

interface SaidIn {
  articleId: string
  claimId?: string
  body: CommentBody
}

/** Says something about an article or a claim. A thread that is about something else is none here. */
export async function saidIn(actor: Actor, { articleId, claimId, body: said }: SaidIn): Promise<CommentKept> {
  const { threadId, kind, body, as } = said
  if (threadId === undefined) {
    if (!kind) throw refuseField("kind", "input.wrong")
    return startThread(actor, { articleId, kind, body, ...(claimId && { about: { claimId } }) })
  }
  const { threads } = await listThreads(actor, articleId)
  const thread = threads.find(({ id, claim }) => id === threadId && (!claimId || claim?.id === claimId))
  if (!thread) throw refuseField("threadId", "comment.notFound")
  return replyToThread(actor, { threadId, body, as })
}

export function threadReply({ thread }: CommentKept) {
  return { value: apiThread(thread), ...created(`/articles/${thread.articleId}/comments/${thread.id}`) }
}
