/** The acts on what was sent of one claim, bound to it: taking it back, mending a typo in it. */
import type { GalleyActs } from "@/components/galley/acts"
import type { ClaimsStore } from "@/components/galley/claims-store"
import type { DecideTidy, ProposeTidy } from "@/lib/domain/tidy"

export function standingActs(acts: GalleyActs, store: ClaimsStore, key: string) {
  return {
    recall: (roundId: string) => store.perform(key, () => acts.recallRound({ roundId })),
    proposeTidy: (words: ProposeTidy["words"]) =>
      store.perform(key, ({ id, version }) => acts.proposeTidy({ claimId: id, version, words })),
    decideTidy: (tidyId: string, decision: DecideTidy["decision"]) =>
      store.perform(key, () => acts.decideTidy({ tidyId, decision })),
  }
}
