import { apiRevisions } from "@/lib/api/views"
import { listRevisions } from "@/lib/desk/articles"
import { route } from "@/lib/entry"

export const GET = route<{ articleId: string }>({ scope: "read" }, async (actor, { params }) => {
  const revisions = await listRevisions(actor, params.articleId)
  return { value: { items: await apiRevisions(actor, revisions), next: null } }
})
