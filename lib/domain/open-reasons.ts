/** Why a claim is an open item of its article: not only that it is not approved, but how far it is and what keeps it. */
import type { ClaimState, ClaimView } from "./claim"
import { isPlaced, waitsForOpinion } from "./coverage"
import { openBecause, type OpenBecause } from "./sign-off"
import { isHeld, type Asking } from "./standing"

export type OpenReason = Exclude<ClaimState, "approved"> | Exclude<OpenBecause, "unapproved"> | "differ" | "held"

/** All that keeps a claim open, as far as its reader sees; of one that is done nothing. */
export function openReasons(
  claim: Parameters<typeof openBecause>[0] & Pick<ClaimView, "legal">,
  asking: Asking,
): OpenReason[] {
  const because = openBecause(claim, asking)
  if (because === null) return []
  const { state, opinion, legal } = claim
  const isRated = because !== "unapproved"
  const reasons: [OpenReason, boolean][] = [
    [state === "approved" ? "open" : state, !isRated],
    ["unsettled", because === "unsettled"],
    ["differ", opinion?.phase === "differ"],
    ["opinion", waitsForOpinion(claim) && opinion?.phase !== "differ"],
    ["place", isRated && !isPlaced(claim)],
    ["held", isHeld({ legal: legal?.decision ?? null })],
  ]
  return reasons.flatMap(([reason, isSo]) => (isSo ? reason : []))
}
