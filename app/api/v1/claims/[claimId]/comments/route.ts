import { CommentBody } from "@/lib/api/bodies"
import { saidIn, threadReply } from "@/lib/api/comments"
import { apiThread } from "@/lib/api/views"
import { claimThreads } from "@/lib/desk/comment-list"
import { readClaim } from "@/lib/desk/claims"
import { route } from "@/lib/entry"

type Params = { claimId: string }

export const GET = route<Params>({ scope: "read" }, async (actor, { params }) => {
  const { threads } = await claimThreads(actor, params)
  return { value: { items: threads.map(apiThread), next: null } }
})

export const POST = route<Params, typeof CommentBody>(
  { scope: "write", body: CommentBody },
  async (actor, { params: { claimId }, body }) => {
    const { articleId } = await readClaim(actor, claimId)
    return threadReply(await saidIn(actor, { articleId, claimId, body }))
  },
)
