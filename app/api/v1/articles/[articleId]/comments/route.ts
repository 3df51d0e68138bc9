import type { z } from "zod"
import { CommentBody } from "@/lib/api/bodies"
import { saidIn, threadReply, threadsPage } from "@/lib/api/comments"
import { Page } from "@/lib/api/paging"
import { route } from "@/lib/entry"

type Params = { articleId: string }

export const GET = route<Params, z.ZodUndefined, typeof Page>(
  { scope: "read", query: Page },
  async (actor, { params, query }) => threadsPage(actor, params, query),
)

export const POST = route<Params, typeof CommentBody>(
  { scope: "write", body: CommentBody },
  async (actor, { params: { articleId }, body }) => threadReply(await saidIn(actor, { articleId, body })),
)
