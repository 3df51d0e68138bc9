import { Adjudication } from "@/lib/api/bodies"
import { claimReply, currentClaim } from "@/lib/api/replies"
import { agreeAdjudication, settleDifference } from "@/lib/desk/adjudications"
import { route } from "@/lib/entry"

/** Decides between two verdicts as a third; whoever gave one of them proposes so, or agrees to what the other proposed. */
export const POST = route<{ claimId: string }, typeof Adjudication>(
  { scope: "review", body: Adjudication, present: currentClaim },
  async (actor, { params: { claimId }, body, version }) =>
    claimReply(
      actor,
      "agreeTo" in body
        ? await agreeAdjudication(actor, { claimId, version, adjudicationId: body.agreeTo })
        : await settleDifference(actor, { claimId, version, ...body }),
    ),
)
