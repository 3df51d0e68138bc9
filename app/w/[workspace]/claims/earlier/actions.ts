"use server"

import { refresh } from "next/cache"
import * as knownChecks from "@/lib/desk/known-checks"
import { RemoveKnownChecks } from "@/lib/domain/earlier-check"
import { action } from "@/lib/entry"

/** The list comes anew with the answer. */
export const removeKnownChecks = action(RemoveKnownChecks, async (actor, input) => {
  const removed = await knownChecks.removeKnownChecks(actor, input)
  refresh()
  return removed
})
