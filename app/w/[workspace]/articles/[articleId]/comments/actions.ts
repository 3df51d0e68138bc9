"use server"

import * as comments from "@/lib/desk/comments"
import { EditComment, ReplyToThread, ResolveComment, StartThread } from "@/lib/domain/comment"
import { action, redrawn } from "@/lib/entry"

export const startThread = action(StartThread, redrawn(comments.startThread))
export const replyToThread = action(ReplyToThread, redrawn(comments.replyToThread))
export const editComment = action(EditComment, redrawn(comments.editComment))
export const resolveComment = action(ResolveComment, redrawn(comments.resolveComment))
