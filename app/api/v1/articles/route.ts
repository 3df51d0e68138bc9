import type { z } from "zod"
import { articleIn } from "@/lib/api/imports"
import { idCursor, SearchPage } from "@/lib/api/paging"
import { articleReply, created } from "@/lib/api/replies"
import { apiArticles } from "@/lib/api/views"
import { listArticles } from "@/lib/desk/article-list"
import { readArticle } from "@/lib/desk/articles"
import { importArticle } from "@/lib/desk/imports"
import { importLink } from "@/lib/desk/links"
import { route } from "@/lib/entry"

type Params = Record<never, string>

export const GET = route<Params, z.ZodUndefined, typeof SearchPage>(
  { scope: "read", query: SearchPage },
  async (actor, { query: { query, cursor, limit } }) => {
    const { items, next } = await listArticles(actor, { query, cursor: idCursor.read(cursor), limit })
    return { value: { items: await apiArticles(actor, items), next: idCursor.of(next) } }
  },
)

export const POST = route<Params>({ scope: "write" }, async (actor, { request }) => {
  const brought = await articleIn(request)
  const { articleId, duplicate, notices } =
    brought.kind === "link" ? await importLink(actor, brought) : await importArticle(actor, brought.content)
  const { value, version } = await articleReply(actor, await readArticle(actor, articleId))
  return {
    value: { ...value, duplicate, notices },
    version,
    ...created(`/articles/${articleId}`),
    ...(duplicate && { status: 200 }),
  }
})
