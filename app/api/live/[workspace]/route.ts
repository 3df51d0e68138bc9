import { tellPages } from "@/lib/desk/telling-pages"
import { counted, eventStream, hasRoom } from "@/lib/event-stream"
import { listening } from "@/lib/listening"
import { HttpProblem } from "@/lib/request"

export const dynamic = "force-dynamic"

/** What happens at a desk, for the pages that its people have open: from `after`, or from where the connection broke. */
export const GET = listening(async (actor, who, request) => {
  const asked = new URL(request.url).searchParams
  const after = request.headers.get("last-event-id") || asked.get("after")
  const whose = `pages of ${actor.id}`
  if (!hasRoom(whose)) throw new HttpProblem(429, "too-many-requests", "http.tooManyLive", 60)
  const messages = await tellPages(actor, { who, as: asked.get("as"), after, signal: request.signal })
  return eventStream(counted(whose, messages), request.signal)
})
