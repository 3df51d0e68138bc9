import { CommentBody } from "@/lib/api/bodies"
import { saidIn, threadReply } from "@/lib/api/comments"
import { apiThread } from "@/lib/api/views"
import { listThreads } from "@/lib/desk/comment-list"
import { route } from "@/lib/entry"

type Params = { articleId: string }

export const GET = route<Params>({ scope: "read" }, async (actor, { params }) => {
  const { threads } = await listThreads(actor, params.articleId)
  return { value: { items: threads.map(apiThread), next: null } }
})

export const POST = route<Params, typeof CommentBody>(
  { scope: "write", body: CommentBody },
  async (actor, { params: { articleId }, body }) => threadReply(await saidIn(actor, { articleId, body })),
)
