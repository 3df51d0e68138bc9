/** Legal risk of a claim: somebody who may holds it or clears it, and says why in the legal lane. */
import { v7 as newId } from "uuid"
import type { ClaimView } from "../domain/claim"
import { claimEvent } from "../domain/event"
import type { DecideLegal } from "../domain/legal"
import { authorize } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import { change } from "./change"
import { tellOfComment } from "./comment-notices"
import { claimOrSigned, viewOf } from "./under-check"

/** Holds a claim or clears it. Its verdict stays as it is: what is held is what goes out. */
export function decideLegal(actor: Actor, { claimId, version, decision, reason }: DecideLegal): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimOrSigned(tx, actor, claimId, version)
    authorize(actor, "legal.decide", claim)
    const { workspaceId, id: writtenById } = actor
    const { id: articleId, revisionId } = claim.article
    const comment = await tx.comment.create({
      data: {
        ...{ id: newId(), workspaceId, articleId, claimId, revisionId, writtenById },
        ...{ kind: "legal", body: reason, quote: "" },
      },
    })
    await tellOfComment(tx, actor, { ...comment, threadId: comment.id, article: claim.article, as: "first" })
    const decided = { legal: decision, legalAt: new Date(), legalById: actor.id }
    await tx.claim.update({ where: { id: claimId }, data: { ...decided, version: { increment: 1 } } })
    const told = claimEvent(decision === "hold" ? "legal.held" : "legal.cleared", claim.row)
    return { result: await viewOf(tx, actor, claim), events: [told] }
  })
}
