"use server"

import * as arrangements from "@/lib/desk/arrangements"
import * as contacts from "@/lib/desk/contacts"
import { AssignClaims } from "@/lib/domain/claim"
import { RecordContact } from "@/lib/domain/contact"
import { action, redrawn } from "@/lib/entry"

/** The list may be of what is nobody's, or overdue: it comes anew, and the answer is the claims' versions alone. */
export const assignClaims = action(
  AssignClaims,
  redrawn(async (actor, input) => {
    const claims = await arrangements.assignClaims(actor, input)
    return claims.map(({ id, version }) => ({ id, version }))
  }),
)

/** The claims have other versions now, and the list may be of what is nobody's turn any more. */
export const recordContact = action(
  RecordContact,
  redrawn(async (actor, input) => {
    const { contactId } = await contacts.recordContact(actor, input)
    return { contactId }
  }),
)
