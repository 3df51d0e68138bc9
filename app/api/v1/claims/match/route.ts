import { apiEarlier } from "@/lib/api/memory"
import { matchStatement } from "@/lib/desk/memory"
import { MatchStatement } from "@/lib/domain/earlier-check"
import { route } from "@/lib/entry"

type Params = Record<never, string>

export const POST = route<Params, typeof MatchStatement>(
  { scope: "read", body: MatchStatement },
  async (actor, { body }) => ({ value: { items: (await matchStatement(actor, body)).map(apiEarlier) } }),
)
