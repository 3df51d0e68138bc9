"use server"

import { refresh } from "next/cache"
import * as arrangements from "@/lib/desk/arrangements"
import { AssignClaims, ResumeClaim, WaitOn } from "@/lib/domain/claim"
import { action } from "@/lib/entry"

export const waitOn = action(WaitOn, async (actor, input) => redrawn(await arrangements.waitOn(actor, input)))
export const resumeClaim = action(ResumeClaim, async (actor, input) =>
  redrawn(await arrangements.resumeClaim(actor, input)),
)
export const assignClaims = action(AssignClaims, async (actor, input) =>
  (await arrangements.assignClaims(actor, input)).map(redrawn),
)

/** By what is arranged a claim moves on the board: it comes anew with the answer, which is the claim's version alone. */
function redrawn({ id, version }: { id: string; version: number }) {
  refresh()
  return { id, version }
}
