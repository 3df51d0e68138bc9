"use client"
/** Approvals that are answered later than they were pressed show in the galley at once: the claim as the desk now has it. */
import { useOutcomes } from "@/components/review/use-approvals"
import type { ClaimsStore } from "./claims-store"

export function useOutcomesShown(articleId: string, store: ClaimsStore): void {
  useOutcomes(({ article }, outcome) => {
    if (article.id !== articleId || outcome.kind === "held" || !outcome.claim) return "not shown"
    const { claim } = outcome
    void store.perform(claim.id, () => Promise.resolve({ ok: true, value: claim }))
    return "shown"
  })
}
