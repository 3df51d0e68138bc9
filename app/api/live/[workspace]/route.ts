import { tellPages } from "@/lib/desk/telling-pages"
import { eventStream } from "@/lib/event-stream"
import { listening } from "@/lib/listening"

export const dynamic = "force-dynamic"

/** What happens at a desk, for the pages that its people have open: from `after`, or from where the connection broke. */
export const GET = listening(async (actor, who, request) => {
  const after = request.headers.get("last-event-id") || new URL(request.url).searchParams.get("after")
  return eventStream(tellPages(actor, { who, after, signal: request.signal }), request.signal)
})
