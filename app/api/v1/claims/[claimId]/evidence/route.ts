import { NewEvidence } from "@/lib/api/bodies"
import { addGivenEvidence } from "@/lib/api/evidence"
import { MADE, currentClaim, evidenceReply } from "@/lib/api/replies"
import { route } from "@/lib/entry"

export const POST = route<{ claimId: string }, typeof NewEvidence>(
  { scope: "write", body: NewEvidence, present: currentClaim },
  async (actor, { params, body, version }) => {
    const { claim, evidenceId } = await addGivenEvidence(actor, params.claimId, version, body)
    return { ...evidenceReply(claim, evidenceId), ...MADE }
  },
)
