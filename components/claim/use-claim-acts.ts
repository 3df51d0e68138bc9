"use client"
/** The acts on one claim, bound to it: each goes out with the version last seen, after those before it. */
import { useMemo } from "react"
import { useGalley } from "@/components/galley/galley-context"
import type { Answer } from "@/lib/domain/answer"
import type { AssignClaims, ClaimChanges, ClaimView, WaitOn } from "@/lib/domain/claim"
import type { Decision, WaiverInput } from "@/lib/domain/round"
import type { AddEvidence, EvidenceFields, EvidenceView } from "@/lib/domain/source"
import type { VerdictInput } from "@/lib/domain/verdict"
import { ledgerActs } from "./ledger-acts"
import { standingActs } from "./standing-acts"

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
      lookAtEvidence: ({ id }: EvidenceView) => onClaim(() => acts.lookAtEvidence({ evidenceId: id })),
      ...ledgerActs(acts, store, key),
      draft: (verdict: VerdictInput, settle: Settle) =>
        onClaim((claim) => acts.draftVerdict({ ...seen(claim), verdict }), settle),
      send: (waivers: WaiverInput[]) => onClaim((claim) => acts.sendToReview({ ...seen(claim), waivers })),
      /** Says where in its source a fact stands, and sends it: what a tick still lacks. */
      sendTick: async (locator: string | null) => {
        const placed = await onClaim((claim) => {
          const [cited] = claim.evidence
          if (!cited || cited.locator === locator) return Promise.resolve({ ok: true, value: claim })
          return acts.editEvidence({ evidenceId: cited.id, version: cited.version, evidence: { locator } })
        })
        return placed.ok ? onClaim((claim) => acts.sendToReview({ ...seen(claim), waivers: [] })) : placed
      },
      /** Puts another source in the place of the one that a tick took over. */
      citeInstead: async (source: AddEvidence["source"]) => {
        const added = await onClaim((claim) =>
          acts.addEvidence({ ...seen(claim), source, evidence: { stance: "supports" } }),
        )
        if (!added.ok) return added
        const [before] = added.value.evidence
        if (!before || added.value.evidence.length < 2) return added
        return onClaim(() => acts.removeEvidence({ evidenceId: before.id, version: before.version }))
      },
      waitOn: (waiting: WaitOn["waiting"]) => onClaim((claim) => acts.waitOn({ ...seen(claim), waiting })),
      resume: () => onClaim((claim) => acts.resumeClaim(seen(claim))),
      assign: (asked: Pick<AssignClaims, "assigneeId" | "dueAt">, settle?: Settle) =>
        onClaim(async (claim) => firstOf(await acts.assignClaims({ claims: [seen(claim)], ...asked })), settle),
      confirmPlace: () => onClaim((claim) => acts.confirmPlace(seen(claim))),
      decide: (roundId: string, decision: Decision, note: string | null) =>
        onClaim(() => acts.decideReview({ roundId, decision, note })),
      ...standingActs(acts, store, key),
      /** When everything that is under way for this claim has been answered. */
      settled: () => store.settled(key),
    }
  }, [acts, store, key])
}

function firstOf(answer: Answer<ClaimView[]>): Answer<ClaimView> {
  if (!answer.ok) return answer
  const [value] = answer.value
  if (!value) throw new Error("an assigned claim was not answered")
  return { ok: true, value }
}

export type ClaimActs = ReturnType<typeof useClaimActs>
