/** What a person last decided on a claim's current round. Pure. */
import type { ClaimView } from "@/lib/domain/claim"
import type { Decision, RoundView } from "@/lib/domain/round"

/** Null while they have decided nothing; `withdraw` after an approval taken back. */
export function myDecision(
  { round, reviews }: { round: Pick<RoundView, "id"> | null; reviews: ClaimView["reviews"] },
  actor: { id: string },
): Decision | null {
  const mine = reviews.filter((review) => review.roundId === round?.id && review.reviewer.id === actor.id)
  return mine.at(-1)?.decision ?? null
}
