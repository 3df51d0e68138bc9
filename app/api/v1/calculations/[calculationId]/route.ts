import { SumChange } from "@/lib/api/bodies"
import { calculationReply, currentCalculation } from "@/lib/api/replies"
import { editCalculation, removeCalculation } from "@/lib/desk/calculations"
import { route } from "@/lib/entry"

type Params = { calculationId: string }

export const PATCH = route<Params, typeof SumChange>(
  { scope: "write", body: SumChange, precondition: "required", present: currentCalculation },
  async (actor, { params, body: calculation, version }) =>
    calculationReply(await editCalculation(actor, { ...params, version, calculation }), params.calculationId),
)

export const DELETE = route<Params>(
  { scope: "write", precondition: "required", present: currentCalculation },
  async (actor, { params, version }) => {
    const claim = await removeCalculation(actor, { ...params, version })
    return { value: { id: params.calculationId, claimId: claim.id, claimVersion: claim.version } }
  },
)
