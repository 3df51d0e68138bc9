"use client"
/** Of the acts on one claim, those on whom the desk asked and what it worked out: a contact's change other claims too. */
import type { GalleyActs } from "@/components/galley/acts"
import type { ClaimsStore } from "@/components/galley/claims-store"
import type { AddCalculation, CalculationView, EditCalculation } from "@/lib/domain/calculation"
import type { ClaimView } from "@/lib/domain/claim"
import type { Answer } from "@/lib/domain/answer"
import type { ContactFields, ContactInput, ContactKept, ContactView } from "@/lib/domain/contact"

export function ledgerActs(acts: GalleyActs, store: ClaimsStore, key: string) {
  const seen = (claim: ClaimView) => ({ claimId: claim.id, version: claim.version })
  const onClaims = (act: (claim: ClaimView) => Promise<Answer<ContactKept>>) =>
    store.perform(key, async (claim) => {
      const answer = await act(claim)
      if (answer.ok) store.refresh(answer.value.claims)
      return answer
    })
  return {
    recordContact: (contact: ContactInput) =>
      onClaims((claim) => acts.recordContact({ claims: [seen(claim)], contact })),
    editContact: ({ id, version }: ContactView, contact: Partial<ContactFields>) =>
      onClaims(() => acts.editContact({ contactId: id, version, contact })),
    addCalculation: (calculation: AddCalculation["calculation"]) =>
      store.perform(key, (claim) => acts.addCalculation({ ...seen(claim), calculation })),
    editCalculation: ({ id, version }: CalculationView, calculation: EditCalculation["calculation"]) =>
      store.perform(key, () => acts.editCalculation({ calculationId: id, version, calculation })),
    removeCalculation: ({ id, version }: CalculationView) =>
      store.perform(key, () => acts.removeCalculation({ calculationId: id, version })),
  }
}
