/** Which verdicts could go to review as they are. Pure. */
import { unmetItems, type Checkable, type Checklist } from "@/lib/domain/checklist"
import type { ClaimView } from "@/lib/domain/claim"

/** Drafted, nothing missing, not there yet. */
export function isSendable(claim: Checkable & Pick<ClaimView, "state">, checklist: Checklist): boolean {
  const atWork = claim.state === "open" || claim.state === "changes_requested"
  return atWork && claim.verdict !== null && unmetItems(claim, checklist).length === 0
}
