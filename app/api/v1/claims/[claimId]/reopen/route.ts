import { Reopening } from "@/lib/api/bodies"
import { currentClaim } from "@/lib/api/replies"
import { reopenClaim } from "@/lib/api/sign-offs"
import { route } from "@/lib/entry"

export const POST = route<{ claimId: string }, typeof Reopening>(
  { scope: "review", body: Reopening, present: currentClaim },
  async (actor, { params, body, version }) => reopenClaim(actor, { ...params, ...body, version }),
)
