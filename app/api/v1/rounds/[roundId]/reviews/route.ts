import { NewReview } from "@/lib/api/bodies"
import { currentClaim, reviewReply } from "@/lib/api/replies"
import { decideReview } from "@/lib/desk/reviews"
import { route } from "@/lib/entry"

export const POST = route<{ roundId: string }, typeof NewReview>(
  { scope: "review", body: NewReview, present: currentClaim },
  async (actor, { params: { roundId }, body, version }) =>
    reviewReply(await decideReview(actor, { roundId, version, ...body }), roundId, actor.id),
)
