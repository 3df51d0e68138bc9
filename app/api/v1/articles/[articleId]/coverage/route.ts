import { CoverageBody } from "@/lib/api/bodies"
import { markSentences } from "@/lib/api/coverage"
import { articleReply } from "@/lib/api/replies"
import { route } from "@/lib/entry"

export const PUT = route<{ articleId: string }, typeof CoverageBody>(
  { scope: "write", body: CoverageBody },
  async (actor, { params, body }) => articleReply(actor, await markSentences(actor, params.articleId, body)),
)
