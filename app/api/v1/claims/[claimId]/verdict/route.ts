import { Verdict } from "@/lib/api/bodies"
import { claimReply, currentClaim } from "@/lib/api/replies"
import { draftVerdict } from "@/lib/desk/verdicts"
import { route } from "@/lib/entry"

export const PUT = route<{ claimId: string }, typeof Verdict>(
  { scope: "write", body: Verdict, precondition: "required", present: currentClaim },
  async (actor, { params, body: verdict, version }) =>
    claimReply(actor, await draftVerdict(actor, { ...params, version, verdict })),
)
