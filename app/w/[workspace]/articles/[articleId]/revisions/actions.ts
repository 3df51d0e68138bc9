"use server"

import { refresh } from "next/cache"
import * as revising from "@/lib/desk/revising"
import { RestoreRevision } from "@/lib/domain/revision"
import { action } from "@/lib/entry"

/** The list comes anew with the answer. */
export const restoreRevision = action(RestoreRevision, async (actor, input) => {
  const result = await revising.restoreRevision(actor, input)
  refresh()
  return result
})
