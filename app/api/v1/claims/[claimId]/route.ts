import { ClaimChange, Withdrawal, WithdrawalQuery } from "@/lib/api/bodies"
import { claimReply, currentClaim } from "@/lib/api/replies"
import { editClaim, readClaim, withdrawClaim } from "@/lib/desk/claims"
import { refuseField } from "@/lib/domain/refusal"
import { route } from "@/lib/entry"

type Params = { claimId: string }

export const GET = route<Params>({ scope: "read" }, async (actor, { params }) =>
  claimReply(actor, await readClaim(actor, params.claimId)),
)

export const PATCH = route<Params, typeof ClaimChange>(
  { scope: "write", body: ClaimChange, precondition: "required", present: currentClaim },
  async (actor, { params, body: fields, version }) =>
    claimReply(actor, await editClaim(actor, { ...params, version, fields })),
)

/** Withdraws: the claim keeps its number and its history. */
export const DELETE = route<Params, typeof Withdrawal, typeof WithdrawalQuery>(
  { scope: "write", body: Withdrawal, query: WithdrawalQuery, precondition: "required", present: currentClaim },
  async (actor, { params, body, query, version }) => {
    const reason = body?.reason ?? query.reason
    if (!reason) throw refuseField("reason", "claim.reasonNeeded")
    return { value: await withdrawClaim(actor, { ...params, version, reason }) }
  },
)
