import type { z } from "zod"
import { CommentBody } from "@/lib/api/bodies"
import { saidIn, threadReply, threadsPage } from "@/lib/api/comments"
import { Page } from "@/lib/api/paging"
import { readClaim } from "@/lib/desk/claims"
import { route } from "@/lib/entry"

type Params = { claimId: string }

export const GET = route<Params, z.ZodUndefined, typeof Page>(
  { scope: "read", query: Page },
  async (actor, { params, query }) => threadsPage(actor, params, query),
)

export const POST = route<Params, typeof CommentBody>(
  { scope: "write", body: CommentBody },
  async (actor, { params: { claimId }, body }) => {
    const { articleId } = await readClaim(actor, claimId)
    return threadReply(await saidIn(actor, { articleId, claimId, body }))
  },
)
