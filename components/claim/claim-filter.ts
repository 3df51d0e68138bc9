/** Which claims the list shows. Pure. */
import type { ClaimState, ClaimView } from "@/lib/domain/claim"

export type ClaimFilter = "all" | ClaimState | "waiting" | "mine"

/** In the order of the chips. */
export const claimFilters: readonly ClaimFilter[] = [
  "all",
  "open",
  "in_review",
  "changes_requested",
  "approved",
  "waiting",
  "mine",
]

/** Mine is what I am to check: assigned to me, or marked by me and assigned to nobody. */
export function matchesFilter(claim: ClaimView, filter: ClaimFilter, actorId: string): boolean {
  if (filter === "all") return true
  if (filter === "mine") return (claim.assignee ?? claim.markedBy)?.id === actorId
  if (filter === "waiting") return claim.waiting !== null
  return claim.state === filter
}
