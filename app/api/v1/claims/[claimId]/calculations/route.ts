import { NewSum } from "@/lib/api/bodies"
import { calculationReply, MADE, currentClaim } from "@/lib/api/replies"
import { addCalculation } from "@/lib/desk/calculations"
import { route } from "@/lib/entry"

export const POST = route<{ claimId: string }, typeof NewSum>(
  { scope: "write", body: NewSum, present: currentClaim },
  async (actor, { params, body: calculation, version }) => {
    const { claim, calculationId } = await addCalculation(actor, { ...params, version, calculation })
    return { ...calculationReply(claim, calculationId), ...MADE }
  },
)
