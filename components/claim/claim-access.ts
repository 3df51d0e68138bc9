/** What can be done with a claim by whom, now: the policy says who, the claim's state says when. Pure. */
import type { ClaimView } from "@/lib/domain/claim"
import { can, isAuthorOf, type ArticleSubject } from "@/lib/domain/policy"
import { isStanding } from "@/lib/domain/standing"
import type { Actor } from "@/lib/domain/workspace"

/**
 * `locked` claims stand, approved or checked: an edit opens them again, so it is asked for first. `out` went out. Of
 * `blind` ones the reader may not know whether anybody has begun.
 */
export type Access = "editing" | "blind" | "out" | "locked" | "inReview" | "reading" | "author"

export function accessTo(actor: Actor, article: ArticleSubject, claim: ClaimView): Access {
  if (claim.opinion?.blind) return "blind"
  if (claim.signOffId) return "out"
  const subject = { article, priority: claim.priority, authorIds: claim.authorIds }
  if (!can(actor, "claim.edit", subject)) return isAuthorOf(actor, article) ? "author" : "reading"
  if (claim.state === "in_review") return "inReview"
  return isStanding(claim) ? "locked" : "editing"
}
