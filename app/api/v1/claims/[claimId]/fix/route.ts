import { NewFix } from "@/lib/api/bodies"
import { claimReply, currentClaim } from "@/lib/api/replies"
import { proposeFix } from "@/lib/desk/fixes"
import { route } from "@/lib/entry"

export const POST = route<{ claimId: string }, typeof NewFix>(
  { scope: "write", body: NewFix, present: currentClaim },
  async (actor, { params, body, version }) =>
    claimReply(actor, await proposeFix(actor, { ...params, ...body, version })),
)
