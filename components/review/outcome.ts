/** What the answer to a kept approval means: done, to be sent again, to wait, or refused for good. Pure. */
import type { Answer } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import { myDecision } from "./my-decision"
import type { Because, Kept } from "./out-tray"

/** What came back: an answer, or none. */
export type Reply = Answer<unknown> | "unreachable"

export type Outcome =
  | { kind: "done"; claim: ClaimView | null }
  /** The claim has a newer version, but nothing that was approved has changed and nobody has decided. */
  | { kind: "again"; version: number }
  | { kind: "held"; because: "unreachable" | "signedOut" | "failed" }
  | { kind: "refused"; because: Because; by: string | null; message: string; claim: ClaimView | null }

export function outcomeOf(kept: Kept, reply: Reply): Outcome {
  if (reply === "unreachable") return { kind: "held", because: "unreachable" }
  if (reply.ok) return { kind: "done", claim: claimIn(reply.value) }
  const { code, message, current } = reply.refusal
  if (code === "signed-out") return { kind: "held", because: "signedOut" }
  if (code === "failed") return { kind: "held", because: "failed" }
  const claim = claimIn(current)
  return claim ? conflictWith(kept, claim, message) : { kind: "refused", because: "other", by: null, message, claim }
}

/** It may have arrived before without its answer being heard: then the claim's reviews tell. */
function conflictWith(kept: Kept, claim: ClaimView, message: string): Outcome {
  const mine = myDecision({ round: { id: kept.roundId }, reviews: claim.reviews }, { id: kept.reviewerId })
  if (mine === "approve") return { kind: "done", claim }
  const isSameRound = claim.round?.id === kept.roundId
  if (isSameRound && mine === null && claim.state === "in_review") return { kind: "again", version: claim.version }
  return { kind: "refused", ...reasonOf(kept, claim, mine), message, claim }
}

function reasonOf(kept: Kept, claim: ClaimView, mine: string | null): { because: Because; by: string | null } {
  if (mine === "withdraw") return { because: "withdrawn", by: null }
  const last = claim.reviews.findLast((review) => review.roundId === kept.roundId && review.decision !== "withdraw")
  const by = last && last.reviewer.id !== kept.reviewerId ? last.reviewer.name : null
  if (claim.state === "changes_requested" && last?.decision === "request_changes")
    return { because: "changesAsked", by }
  if (claim.round?.id !== kept.roundId) return { because: "over", by: null }
  return { because: "first", by }
}

function claimIn(value: unknown): ClaimView | null {
  const isClaim = typeof value === "object" && value !== null && "reviews" in value && "state" in value
  return isClaim ? (value as ClaimView) : null
}
