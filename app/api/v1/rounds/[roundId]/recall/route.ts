import { Nothing } from "@/lib/api/bodies"
import { claimReply, currentClaim } from "@/lib/api/replies"
import { recallRound } from "@/lib/desk/rounds"
import { route } from "@/lib/entry"

export const POST = route<{ roundId: string }, typeof Nothing>(
  { scope: "write", body: Nothing, present: currentClaim },
  async (actor, { params, version }) => claimReply(actor, await recallRound(actor, { ...params, version })),
)
