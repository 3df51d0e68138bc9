"use server"

import { refresh } from "next/cache"
import * as arrangements from "@/lib/desk/arrangements"
import * as contacts from "@/lib/desk/contacts"
import { AssignClaims } from "@/lib/domain/claim"
import { RecordContact } from "@/lib/domain/contact"
import { action } from "@/lib/entry"

/** The list may be of what is nobody's, or overdue: it comes anew with the answer, which is the claims' versions alone. */
export const assignClaims = action(AssignClaims, async (actor, input) => {
  const claims = await arrangements.assignClaims(actor, input)
  refresh()
  return claims.map(({ id, version }) => ({ id, version }))
})

/** The claims have other versions now, and the list may be of what is nobody's turn any more. */
export const recordContact = action(RecordContact, async (actor, input) => {
  const { contactId } = await contacts.recordContact(actor, input)
  refresh()
  return { contactId }
})
