/** What is tried from another desk on contacts and calculations. */
import { editCalculation, removeCalculation } from "../calculations"
import { editContact } from "../contacts"
import { calculated, called } from "./contact-acts"
import type { Attempt } from "./furnished"

export const CONTACT_ATTEMPTS: Record<string, Attempt> = {
  "contacts.recordContact": [(who, { claimId }) => called(who, [claimId]), "not-found"],
  "contacts.editContact": [
    (who, { contactId }) => editContact(who, { contactId, contact: { outcome: "declined" } }),
    "not-found",
  ],
  "calculations.addCalculation": [(who, { claimId }) => calculated(who, claimId), "not-found"],
  "calculations.editCalculation": [
    (who, { calculationId }) => editCalculation(who, { calculationId, calculation: { decimals: 1 } }),
    "not-found",
  ],
  "calculations.removeCalculation": [
    (who, { calculationId }) => removeCalculation(who, { calculationId }),
    "not-found",
  ],
}

/** Of these modules, what is neither act nor read. */
export const CONTACT_PARTS: Record<string, string> = {
  "calculations.trySum": "works out what is typed: nothing of a desk is read for it",
  "calculations.untieEvidence": "part of an act, tried through evidence.removeEvidence",
  "contact-reminders.remindOfContacts": "nobody's act, on whatever is due at any desk",
  "contact-views.calculationView": "pure",
  "contact-views.contactFields": "pure",
  "contact-views.contactSubject": "pure",
  "contact-views.contactView": "pure",
  "contact-views.frozenCalculation": "pure",
  "contact-views.overdueAnswer": "pure",
  "contact-views.sentCalculations": "pure",
  "relations.overdueRelations": "pure",
  "many-claims.claimsInHand": "part of every act on several claims",
  "many-claims.claimsUnderCheck": "part of every act on several claims",
  "many-claims.viewsOf": "part of acts, on claims that were loaded for their actor",
  "under-check.asSubject": "pure",
  "under-check.assertVersion": "part of acts on a claim that was loaded for its actor",
  "under-check.inHand": "pure",
  "under-check.lockArticles": "part of acts, on articles of the desk that is named",
  "under-check.writeAnswer": "part of an act, on a claim that was loaded for its actor",
}
