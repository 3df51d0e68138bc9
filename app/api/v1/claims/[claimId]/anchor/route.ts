import { AnchorBody } from "@/lib/api/bodies"
import { reanchorSelected } from "@/lib/api/claims"
import { claimReply, currentClaim } from "@/lib/api/replies"
import { route } from "@/lib/entry"

export const POST = route<{ claimId: string }, typeof AnchorBody>(
  { scope: "write", body: AnchorBody, present: currentClaim },
  async (actor, { params, body, version }) =>
    claimReply(actor, await reanchorSelected(actor, { ...params, ...body, version })),
)
