import { z } from "zod"
import { claimsIn, markSelected } from "@/lib/api/claims"
import { ClaimsPage, numberCursor } from "@/lib/api/paging"
import { claimReply, created, currentArticle } from "@/lib/api/replies"
import { apiClaims } from "@/lib/api/views"
import { listClaims } from "@/lib/desk/claims"
import { route } from "@/lib/entry"

type Params = { articleId: string }

export const GET = route<Params, z.ZodUndefined, typeof ClaimsPage>(
  { scope: "read", query: ClaimsPage },
  async (actor, { params, query: { cursor, limit } }) => {
    const { items, next } = await listClaims(actor, params.articleId, { after: numberCursor.read(cursor), limit })
    return { value: { items: await apiClaims(actor, items), next: numberCursor.of(next) } }
  },
)

const OneOrMany = z.record(z.string(), z.unknown())

export const POST = route<Params, typeof OneOrMany>(
  { scope: "write", body: OneOrMany, present: currentArticle },
  async (actor, { params, body, version }) => {
    const { asked, number } = claimsIn(body)
    const marked = await markSelected(actor, { ...params, version, asked })
    const [claim] = marked
    if (number === "one" && claim) return { ...(await claimReply(actor, claim)), ...created(`/claims/${claim.id}`) }
    return { value: { items: await apiClaims(actor, marked), next: null }, status: 201 }
  },
)
