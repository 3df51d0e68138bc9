"use server"

import { refresh } from "next/cache"
import * as links from "@/lib/desk/links"
import * as revising from "@/lib/desk/revising"
import { ChangedSinceImport, ReviseFromLink } from "@/lib/domain/import"
import { RestoreRevision } from "@/lib/domain/revision"
import { action } from "@/lib/entry"

/** The list comes anew with the answer. */
export const restoreRevision = action(RestoreRevision, async (actor, input) => {
  const result = await revising.restoreRevision(actor, input)
  refresh()
  return result
})

export const changedSinceImport = action(ChangedSinceImport, links.changedSinceImport)

/** The list comes anew with the answer. */
export const reviseFromLink = action(ReviseFromLink, async (actor, input) => {
  const result = await links.reviseFromLink(actor, input)
  refresh()
  return result
})
