/** Comments by way of the API: one body begins a thread, or replies in one that is about the same. */
import type { z } from "zod"
import { isThreadAbout, pageThreads } from "../desk/thread-pages"
import { replyToThread, startThread } from "../desk/comments"
import type { CommentKept } from "../domain/comment"
import { refuseField } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import type { CommentBody } from "./bodies"
import { threadCursor, type Page } from "./paging"
import { MADE } from "./replies"
import { apiThread } from "./views"

/** A page of the threads about an article or a claim. */
export async function threadsPage(
  actor: Actor,
  about: { articleId: string } | { claimId: string },
  { cursor, limit }: z.output<typeof Page>,
) {
  const { items, next } = await pageThreads(actor, about, { after: threadCursor.read(cursor), limit })
  return { value: { items: items.map(apiThread), next: threadCursor.of(next) } }
}

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
  if (!(await isThreadAbout(actor, threadId, claimId ? { claimId } : { articleId })))
    throw refuseField("threadId", "comment.notFound")
  return replyToThread(actor, { threadId, body, as })
}

export function threadReply({ thread }: CommentKept) {
  return { value: apiThread(thread), ...MADE }
}
