import { NewRound } from "@/lib/api/bodies"
import { currentClaim, roundReply } from "@/lib/api/replies"
import { sendToReview } from "@/lib/desk/rounds"
import { route } from "@/lib/entry"

export const POST = route<{ claimId: string }, typeof NewRound>(
  { scope: "write", body: NewRound, present: currentClaim },
  async (actor, { params, body, version }) =>
    roundReply(await sendToReview(actor, { ...params, version, waivers: body?.waivers ?? [] })),
)
