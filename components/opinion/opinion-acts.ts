/** The acts on the second opinion of one claim, bound to it: each answers the claim as whoever acts may now see it. */
import type { ClaimsStore } from "@/components/galley/claims-store"
import type { Act } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type {
  Adjudicate,
  AgreeAdjudication,
  AskOpinion,
  GiveOpinion,
  OpinionInput,
  OpinionOf,
  WithdrawOpinion,
} from "@/lib/domain/opinion"

export interface OpinionActs {
  askOpinion: Act<AskOpinion, ClaimView>
  takeOpinion: Act<OpinionOf, ClaimView>
  returnOpinion: Act<OpinionOf, ClaimView>
  giveOpinion: Act<GiveOpinion, ClaimView>
  withdrawOpinion: Act<WithdrawOpinion, ClaimView>
  lookIn: Act<OpinionOf, ClaimView>
  adjudicate: Act<Adjudicate, ClaimView>
  proposeAdjudication: Act<Adjudicate, ClaimView>
  agreeAdjudication: Act<AgreeAdjudication, ClaimView>
}

export function opinionActs(acts: OpinionActs, store: ClaimsStore, key: string) {
  const onClaim = (act: (claimId: string) => ReturnType<OpinionActs["lookIn"]>) =>
    store.perform(key, (claim) => act(claim.id))
  return {
    ask: (ofId: string | null) =>
      store.perform(key, ({ id, version }) => acts.askOpinion({ claimId: id, version, ofId })),
    take: () => onClaim((claimId) => acts.takeOpinion({ claimId })),
    giveBack: () => onClaim((claimId) => acts.returnOpinion({ claimId })),
    give: (verdict: OpinionInput) => onClaim((claimId) => acts.giveOpinion({ claimId, verdict })),
    withdraw: (reason: string) => onClaim((claimId) => acts.withdrawOpinion({ claimId, reason })),
    lookIn: () => onClaim((claimId) => acts.lookIn({ claimId })),
    adjudicate: (rating: string, reason: string) => onClaim((claimId) => acts.adjudicate({ claimId, rating, reason })),
    propose: (rating: string, reason: string) =>
      onClaim((claimId) => acts.proposeAdjudication({ claimId, rating, reason })),
    agree: (adjudicationId: string) => onClaim(() => acts.agreeAdjudication({ adjudicationId })),
  }
}

export type BoundOpinionActs = ReturnType<typeof opinionActs>
