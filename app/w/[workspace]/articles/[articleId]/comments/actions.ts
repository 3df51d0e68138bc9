"use server"

import { refresh } from "next/cache"
import * as comments from "@/lib/desk/comments"
import { EditComment, ReplyToThread, ResolveComment, StartThread } from "@/lib/domain/comment"
import { action } from "@/lib/entry"

export const startThread = action(StartThread, async (actor, input) =>
  redrawn(await comments.startThread(actor, input)),
)
export const replyToThread = action(ReplyToThread, async (actor, input) =>
  redrawn(await comments.replyToThread(actor, input)),
)
export const editComment = action(EditComment, async (actor, input) =>
  redrawn(await comments.editComment(actor, input)),
)
export const resolveComment = action(ResolveComment, async (actor, input) =>
  redrawn(await comments.resolveComment(actor, input)),
)

/** The list comes anew with the answer. */
function redrawn<Value>(value: Value): Value {
  refresh()
  return value
}
