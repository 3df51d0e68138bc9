/** The doors to what goes on for long: who is told is asked at the door, and again each time that there is something to tell. */
import "server-only"
import { signedInUser } from "./auth"
import { whoSits } from "./desk/sessions"
import { whoActsBy } from "./desk/tokens"
import type { Actor, Scope } from "./domain/workspace"
import { actorIn, answered, statusOf } from "./entry"
import { tokenIn } from "./request"

/** Whom somebody acts as by now; null once they may listen no more. */
type Who = () => Promise<Actor | null>

/** Whom a request with a token acts as. */
export const bearerNow =
  (request: Request, scope: Scope): Who =>
  () =>
    whoActsBy(tokenIn(request) ?? "", scope)

/**
 * A handler that tells the browser something for as long as it listens. A refusal is answered as plain words, and ends the
 * browser's trying.
 */
export function listening(
  tell: (actor: Actor, who: Who, request: Request) => Promise<Response>,
): (request: Request, context: { params: Promise<{ workspace: string }> }) => Promise<Response> {
  return async (request, { params }) => {
    const answer = await answered(async () => {
      const { workspace } = await params
      const [actor, person] = [await actorIn(workspace), await signedInUser()]
      return tell(
        actor,
        async () => {
          const now = person && (await whoSits(person, actor.workspaceId))
          return now && !(now.settings.requireSecondFactor && person.secondFactor === "off") ? now : null
        },
        request,
      )
    })
    if (answer.ok) return answer.value
    return new Response(answer.refusal.message, { status: statusOf(answer.refusal) })
  }
}
