/** Why somebody may not decide on a claim's verdict, so that the screen can say it instead of hiding a button. Pure. */
import { can, isAuthorOf, type ClaimSubject } from "@/lib/domain/policy"
import type { Actor } from "@/lib/domain/workspace"

export type WhyNot = "articleAuthor" | "verdictAuthor" | "mustNeedsEditor" | "checkersDoNotReview" | "role"

/** Null for whoever may. The nearest reason first: what only somebody else can do comes before roles. */
export function whyNotReview(actor: Actor, claim: ClaimSubject): WhyNot | null {
  if (can(actor, "review.decide", claim)) return null
  if (isAuthorOf(actor, claim.article)) return "articleAuthor"
  if (claim.authorIds.includes(actor.id)) return "verdictAuthor"
  if (actor.role !== "checker") return "role"
  return claim.priority === 1 ? "mustNeedsEditor" : "checkersDoNotReview"
}
