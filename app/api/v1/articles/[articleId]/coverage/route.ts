import { CoverageBody } from "@/lib/api/bodies"
import { markSentences } from "@/lib/api/coverage"
import { articleReply, currentArticle } from "@/lib/api/replies"
import { route } from "@/lib/entry"

export const PUT = route<{ articleId: string }, typeof CoverageBody>(
  { scope: "write", body: CoverageBody, precondition: "required", present: currentArticle },
  async (actor, { params, body, version }) =>
    articleReply(actor, await markSentences(actor, { ...params, version }, body)),
)
