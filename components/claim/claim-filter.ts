/** Which claims the list shows. Pure. */
import type { ClaimState, ClaimView } from "@/lib/domain/claim"

export type ClaimFilter = "all" | ClaimState | "waiting" | "look" | "mine"

/** In the order of the chips. */
export const claimFilters: readonly ClaimFilter[] = [
  "all",
  "open",
  "in_review",
  "changes_requested",
  "checked",
  "approved",
  "waiting",
  "look",
  "mine",
]

/** Mine is what I am to check: assigned to me, or marked by me and assigned to nobody. */
export function matchesFilter(claim: ClaimView, filter: ClaimFilter, actorId: string): boolean {
  if (filter === "all") return true
  if (filter === "mine") return (claim.assignee ?? claim.markedBy)?.id === actorId
  if (filter === "waiting") return claim.waiting !== null
  if (filter === "look") return wantsLook(claim)
  return claim.state === filter
}

/** Whether a source of it is not what it was when it was cited. */
export function wantsLook({ evidence }: Pick<ClaimView, "evidence">): boolean {
  return evidence.some(({ flag }) => flag !== null)
}
