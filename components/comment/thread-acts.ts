/** What can be done in threads, as their screen hands it in. */
import type { Act } from "@/lib/domain/answer"
import type { CommentKept, EditComment, ReplyToThread, ResolveComment, StartThread } from "@/lib/domain/comment"

export interface ThreadActs {
  startThread: Act<StartThread, CommentKept>
  replyToThread: Act<ReplyToThread, CommentKept>
  editComment: Act<EditComment, CommentKept>
  resolveComment: Act<ResolveComment, CommentKept>
}
