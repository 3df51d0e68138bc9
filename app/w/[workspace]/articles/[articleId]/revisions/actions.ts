"use server"

import * as links from "@/lib/desk/links"
import * as revising from "@/lib/desk/revising"
import { ChangedSinceImport, ReviseFromLink } from "@/lib/domain/import"
import { RestoreRevision } from "@/lib/domain/revision"
import { action, redrawn } from "@/lib/entry"

/** The list comes anew with the answer. */
export const restoreRevision = action(RestoreRevision, redrawn(revising.restoreRevision))

export const changedSinceImport = action(ChangedSinceImport, links.changedSinceImport)

/** The list comes anew with the answer. */
export const reviseFromLink = action(ReviseFromLink, redrawn(links.reviseFromLink))
