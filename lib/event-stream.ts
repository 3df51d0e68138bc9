/** Server-sent events over HTTP: what is told, written as the standard says. Knows nothing of what it is. */
import { log } from "./log"

/** One message, or only a sign of life where it has no data. `id` is where the client goes on from when it comes again. */
export interface Message {
  id: string
  event?: string
  data?: unknown
}

/** Milliseconds that a client waits before it comes again, and at most so many more: a server that stops has told many. */
const COME_AGAIN_AFTER = 1_000
const SPREAD = 1_000

/** The answer that tells what `messages` brings, at the pace at which it is taken; `signal` ends when the client has gone. */
export function eventStream(messages: AsyncGenerator<Message, void>, signal: AbortSignal): Response {
  const encoder = new TextEncoder()
  let isCancelled = false
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(encoder.encode(`retry: ${comeAgainAfter()}\n\n`)),
      async pull(controller) {
        try {
          const { value, done } = await messages.next()
          if (!done && !isCancelled && !signal.aborted) return controller.enqueue(encoder.encode(written(value)))
          // Whoever has left reads no more: what tells them has to end, too.
          await messages.return()
        } catch (error) {
          // The client comes again, from where it was.
          log().error({ err: error }, "a stream of events broke off")
        }
        if (!isCancelled) controller.close()
      },
      cancel: () => {
        isCancelled = true
        void messages.return()
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Whatever stands between must pass it on as it comes: kept, or packed, it would come too late.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  })
}

/** So many may one have open at once at this server. */
const MOST_EACH = 50
const open = new Map<string, number>()

/** Whether somebody may open another stream. */
export const hasRoom = (whose: string): boolean => (open.get(whose) ?? 0) < MOST_EACH

/** The same messages, counted as a stream of somebody's from the first until it is over. */
export async function* counted(whose: string, messages: AsyncGenerator<Message, void>): AsyncGenerator<Message, void> {
  open.set(whose, (open.get(whose) ?? 0) + 1)
  try {
    yield* messages
  } finally {
    const left = (open.get(whose) ?? 1) - 1
    if (left > 0) open.set(whose, left)
    else open.delete(whose)
  }
}

const comeAgainAfter = () => COME_AGAIN_AFTER + Math.round(Math.random() * SPREAD)

/** Whether a client wants to be told, and not answered once. */
export const wantsStream = (request: Request): boolean =>
  (request.headers.get("accept") ?? "").toLowerCase().includes("text/event-stream")

/** JSON holds no line break, so that each message is one line of data. */
function written({ id, event, data }: Message): string {
  const lines = [`id: ${id}`, event && `event: ${event}`, data === undefined ? ":" : `data: ${JSON.stringify(data)}`]
  return `${lines.filter(Boolean).join("\n")}\n\n`
}
