"use server"

import * as arrangements from "@/lib/desk/arrangements"
import { AssignClaims, ResumeClaim, WaitOn } from "@/lib/domain/claim"
import { action, redrawn } from "@/lib/entry"

export const waitOn = action(
  WaitOn,
  redrawn(async (actor, input) => versionOf(await arrangements.waitOn(actor, input))),
)
export const resumeClaim = action(
  ResumeClaim,
  redrawn(async (actor, input) => versionOf(await arrangements.resumeClaim(actor, input))),
)
export const assignClaims = action(
  AssignClaims,
  redrawn(async (actor, input) => (await arrangements.assignClaims(actor, input)).map(versionOf)),
)

/** By what is arranged a claim moves on the board, which comes anew: the answer is the claim's version alone. */
function versionOf({ id, version }: { id: string; version: number }) {
  return { id, version }
}
