"use client"
/** The acts on one claim, bound to it: each goes out with the version last seen, after those before it. */
import { useMemo } from "react"
import { useGalley } from "@/components/galley/galley-context"
import type { Answer } from "@/lib/domain/answer"
import type { ClaimChanges, ClaimView } from "@/lib/domain/claim"
import type { Decision, WaiverInput } from "@/lib/domain/round"
import type { AddEvidence, EvidenceFields, EvidenceView } from "@/lib/domain/source"
import type { VerdictInput } from "@/lib/domain/verdict"

type Settle = (answer: Answer<ClaimView>) => void

export function useClaimActs(key: string) {
  const { acts, store } = useGalley()
  return useMemo(() => {
    const onClaim = (act: (claim: ClaimView) => Promise<Answer<ClaimView>>, settle?: Settle) =>
      store.perform(key, act, settle)
    const seen = (claim: ClaimView) => ({ claimId: claim.id, version: claim.version })
    return {
      edit: (fields: ClaimChanges, settle: Settle) =>
        onClaim((claim) => acts.editClaim({ ...seen(claim), fields }), settle),
      withdraw: (reason: string) => store.perform(key, (claim) => acts.withdrawClaim({ ...seen(claim), reason })),
      addEvidence: (added: Pick<AddEvidence, "source" | "evidence">) =>
        onClaim((claim) => acts.addEvidence({ ...seen(claim), ...added })),
      editEvidence: ({ id, version }: EvidenceView, evidence: Partial<EvidenceFields>) =>
        onClaim(() => acts.editEvidence({ evidenceId: id, version, evidence })),
      removeEvidence: ({ id, version }: EvidenceView) =>
        onClaim(() => acts.removeEvidence({ evidenceId: id, version })),
      draft: (verdict: VerdictInput, settle: Settle) =>
        onClaim((claim) => acts.draftVerdict({ ...seen(claim), verdict }), settle),
      send: (waivers: WaiverInput[]) => onClaim((claim) => acts.sendToReview({ ...seen(claim), waivers })),
      recall: (roundId: string) => onClaim(() => acts.recallRound({ roundId })),
      decide: (roundId: string, decision: Decision, note: string | null) =>
        onClaim(() => acts.decideReview({ roundId, decision, note })),
      /** When everything that is under way for this claim has been answered. */
      settled: () => store.settled(key),
    }
  }, [acts, store, key])
}

export type ClaimActs = ReturnType<typeof useClaimActs>
