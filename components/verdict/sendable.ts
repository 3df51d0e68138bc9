/** Which verdicts could go to review as they are. Pure. */
import { unmetItems } from "@/lib/domain/checklist"
import type { ClaimView } from "@/lib/domain/claim"

/** Drafted, nothing missing, not there yet. */
export function isSendable(claim: Pick<ClaimView, "state" | "job" | "verdict" | "evidence" | "contacts">): boolean {
  const atWork = claim.state === "open" || claim.state === "changes_requested"
  return atWork && claim.verdict !== null && unmetItems(claim).length === 0
}
