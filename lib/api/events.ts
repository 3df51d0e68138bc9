/** The log for other systems, as it is being written. */
import { z } from "zod"
import { endOfLog, openLogPlace, sawTold, sealLogPlace } from "../desk/event-log"
import { followLog } from "../desk/following-log"
import type { Actor } from "../domain/workspace"
import { counted, eventStream, hasRoom, type Message } from "../event-stream"
import { HttpProblem } from "../request"

/** Where to go on from, and how many at most. */
export const EventsQuery = z.object({
  after: z.string().max(400).optional().describe("What `next` said, or the `id` of a live message."),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/**
 * Tells what happens from the place that `Last-Event-ID` or `after` names, or from now on, in order, until the token may
 * read no more: then a last message `end` says so.
 */
export async function liveEvents(
  actor: Actor,
  { after }: z.output<typeof EventsQuery>,
  request: Request,
  who: () => Promise<Actor | null>,
): Promise<Response> {
  const from = request.headers.get("last-event-id") || after
  const place = from ? openLogPlace(actor, from) : await endOfLog(actor)
  const whose = `tokens of ${actor.id}`
  if (!hasRoom(whose)) throw new HttpProblem(429, "too-many-requests", "http.tooManyLive", 60)
  const { workspaceId } = actor
  return eventStream(counted(whose, told({ workspaceId, place, who, signal: request.signal })), request.signal)
}

async function* told(follower: Parameters<typeof followLog>[0]): AsyncGenerator<Message, void> {
  let place = follower.place
  for await (const { actor, items, place: reached } of followLog(follower)) {
    await sawTold(actor, items)
    for (const { event, place } of items) yield { id: sealLogPlace(actor, place), data: event }
    place = reached
    // Also where nothing was told, so that it can't be seen whether something happened.
    if (items.length === 0) yield { id: sealLogPlace(actor, place) }
  }
  yield { id: sealLogPlace(follower, place), event: "end", data: {} }
}
