import type { z } from "zod"
import { ArticleChange } from "@/lib/api/bodies"
import { IncludeQuery } from "@/lib/api/include"
import { articleReply, currentArticle } from "@/lib/api/replies"
import { editArticle, readArticle } from "@/lib/desk/articles"
import { deleteArticle } from "@/lib/desk/erasing"
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

/** Leaves a tombstone; erasing what it holds is the command line's. */
export const DELETE = route<Params>(
  { scope: "admin", precondition: "required", present: currentArticle },
  async (actor, { params, version }) => ({ value: await deleteArticle(actor, { ...params, version }) }),
)
