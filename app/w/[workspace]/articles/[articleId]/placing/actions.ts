"use server"

import * as claims from "@/lib/desk/claims"
import * as placements from "@/lib/desk/placements"
import { RestoreClaim, WithdrawClaim } from "@/lib/domain/claim"
import { ConfirmPlace } from "@/lib/domain/revision"
import { action, redrawn } from "@/lib/entry"

export const confirmPlace = action(
  ConfirmPlace,
  redrawn(async (actor, input) => nameOf(await placements.confirmPlace(actor, input))),
)
export const withdrawClaim = action(
  WithdrawClaim,
  redrawn(async (actor, input) => nameOf(await claims.withdrawClaim(actor, input))),
)
export const restoreClaim = action(
  RestoreClaim,
  redrawn(async (actor, input) => nameOf(await claims.restoreClaim(actor, input))),
)

/** What has been looked at is off the list, which comes anew: the answer only says which it was. */
function nameOf({ id }: { id: string }) {
  return { id }
}
