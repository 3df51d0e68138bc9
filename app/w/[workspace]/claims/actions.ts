"use server"

import { refresh } from "next/cache"
import * as arrangements from "@/lib/desk/arrangements"
import { AssignClaims } from "@/lib/domain/claim"
import { action } from "@/lib/entry"

/** The list may be of what is nobody's, or overdue: it comes anew with the answer, which is the claims' versions alone. */
export const assignClaims = action(AssignClaims, async (actor, input) => {
  const claims = await arrangements.assignClaims(actor, input)
  refresh()
  return claims.map(({ id, version }) => ({ id, version }))
})
