"use server"

import { refresh } from "next/cache"
import * as claims from "@/lib/desk/claims"
import * as placements from "@/lib/desk/placements"
import { RestoreClaim, WithdrawClaim } from "@/lib/domain/claim"
import { ConfirmPlace } from "@/lib/domain/revision"
import { action } from "@/lib/entry"

export const confirmPlace = action(ConfirmPlace, async (actor, input) =>
  redrawn(await placements.confirmPlace(actor, input)),
)
export const withdrawClaim = action(WithdrawClaim, async (actor, input) =>
  redrawn(await claims.withdrawClaim(actor, input)),
)
export const restoreClaim = action(RestoreClaim, async (actor, input) =>
  redrawn(await claims.restoreClaim(actor, input)),
)

/** What has been looked at is off the list, which comes anew with the answer. */
function redrawn({ id }: { id: string }) {
  refresh()
  return { id }
}
