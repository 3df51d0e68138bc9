import type { z } from "zod"
import { ArticleChange } from "@/lib/api/bodies"
import { IncludeQuery } from "@/lib/api/include"
import { articleReply, currentArticle } from "@/lib/api/replies"
import { editArticle, readArticle } from "@/lib/desk/articles"
import { route } from "@/lib/entry"

type Params = { articleId: string }

export const GET = route<Params, z.ZodUndefined, typeof IncludeQuery>(
  { scope: "read", query: IncludeQuery },
  async (actor, { params, query }) => articleReply(actor, await readArticle(actor, params.articleId), query.include),
)

export const PATCH = route<Params, typeof ArticleChange>(
  { scope: "write", body: ArticleChange, precondition: "required", present: currentArticle },
  async (actor, { params, body: fields, version }) =>
    articleReply(actor, await editArticle(actor, { ...params, version, fields })),
)
