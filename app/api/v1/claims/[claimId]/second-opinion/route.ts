import { SecondOpinion } from "@/lib/api/bodies"
import { claimReply, currentClaim } from "@/lib/api/replies"
import { askOpinion, giveOpinion } from "@/lib/desk/opinions"
import { route } from "@/lib/entry"

/** Asks for one; with a rating it is given, and taken on where it is nobody's yet. */
export const POST = route<{ claimId: string }, typeof SecondOpinion>(
  { scope: "write", body: SecondOpinion, present: currentClaim },
  async (actor, { params, body, version }) =>
    claimReply(
      actor,
      body && "rating" in body
        ? await giveOpinion(actor, { ...params, version, verdict: body })
        : await askOpinion(actor, { ...params, version, ofId: body?.ofId }),
    ),
)
