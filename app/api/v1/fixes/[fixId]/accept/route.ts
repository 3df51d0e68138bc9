import { AcceptedFix } from "@/lib/api/bodies"
import { acceptFix } from "@/lib/desk/accepting"
import { route } from "@/lib/entry"

export const POST = route<{ fixId: string }, typeof AcceptedFix>(
  { scope: "review", body: AcceptedFix },
  async (actor, { params, body, version }) => {
    const { revision, placements, fixed, look } = await acceptFix(actor, { ...params, take: body?.take, version })
    return { value: { revision, placements, fixed, look } }
  },
)
