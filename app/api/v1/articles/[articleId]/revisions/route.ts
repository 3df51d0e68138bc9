import { articleIn } from "@/lib/api/imports"
import { created } from "@/lib/api/replies"
import { apiRevisions } from "@/lib/api/views"
import { listRevisions } from "@/lib/desk/revisions"
import { reviseArticle } from "@/lib/desk/revising"
import { route } from "@/lib/entry"

type Params = { articleId: string }

export const GET = route<Params>({ scope: "read" }, async (actor, { params }) => {
  const revisions = await listRevisions(actor, params.articleId)
  return { value: { items: await apiRevisions(actor, revisions), next: null } }
})

export const POST = route<Params>({ scope: "write" }, async (actor, { params: { articleId }, request }) => {
  const content = await articleIn(request)
  const { articleId: _, ...value } = await reviseArticle(actor, { ...content, articleId, origin: "api", head: "keep" })
  return { value, ...created(`/articles/${articleId}/revisions`) }
})
