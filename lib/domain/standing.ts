/**
 * Where the states of a claim leave it: which of them show what a round froze, which need an edit to be confirmed, and
 * which are enough for this desk. The one place that says when "checked, not reviewed" is enough. Pure, without zod.
 */
import type { ClaimState } from "./claim"
import type { LegalDecision } from "./legal"
import type { WorkspaceSettings } from "./workspace"

/** How many approvals a desk asks for. */
export type Asking = Pick<WorkspaceSettings, "approvals">

/** Sent and not reopened since: a claim then shows what its round froze. */
export const SENT_STATES = ["in_review", "checked", "approved"] as const satisfies ClaimState[]

/** Whether a claim shows what its round froze, not what was edited since. */
export const isSent = ({ state }: { state: ClaimState }) => (SENT_STATES as readonly ClaimState[]).includes(state)

/** Whether its verdict stands, reviewed or not: an edit of what it rests on reopens it. */
export const isStanding = ({ state }: { state: ClaimState }) => state === "approved" || state === "checked"

/** The states in which a claim has all that its desk asks for: where it asks for no approval, being checked is enough. */
export function passedStates({ approvals }: Asking): ClaimState[] {
  return approvals === 0 ? ["approved", "checked"] : ["approved"]
}

/** Whether a claim has all that its desk asks for: approved, or checked while the desk asks for no approval. */
export const hasPassed = ({ state }: { state: ClaimState }, asking: Asking) => passedStates(asking).includes(state)

/** What becomes of a claim when it is sent: where nobody is asked to approve, it is checked and not reviewed. */
export const afterSending = ({ approvals }: Asking): ClaimState => (approvals === 0 ? "checked" : "in_review")

/** Whether a claim is held: such a one is neither signed off nor released. */
export const isHeld = ({ legal }: { legal: LegalDecision | null }): boolean => legal === "hold"
