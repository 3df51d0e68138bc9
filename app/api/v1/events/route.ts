import type { z } from "zod"
import { EventsQuery, liveEvents } from "@/lib/api/events"
import { readEvents } from "@/lib/desk/event-log"
import { route } from "@/lib/entry"
import { wantsStream } from "@/lib/event-stream"
import { bearerNow } from "@/lib/listening"

export const GET = route<Record<string, never>, z.ZodUndefined, typeof EventsQuery>(
  { scope: "read", query: EventsQuery },
  async (actor, { query, request }) => {
    if (wantsStream(request)) return liveEvents(actor, query, request, bearerNow(request, "read"))
    return { value: await readEvents(actor, query) }
  },
)
