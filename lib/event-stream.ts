/** Server-sent events over HTTP: what is told, written as the standard says. Knows nothing of what it is. */

/** One message, or only a sign of life where it has no data. `id` is where the client goes on from when it comes again. */
export interface Message {
  id: string
  event?: string
  data?: unknown
}

/** Milliseconds that a client waits before it comes again. */
const COME_AGAIN_AFTER = 1_000

/** The answer that tells what `messages` brings, at the pace at which it is taken; `signal` ends when the client has gone. */
export function eventStream(messages: AsyncGenerator<Message, void>, signal: AbortSignal): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(encoder.encode(`retry: ${COME_AGAIN_AFTER}\n\n`)),
      async pull(controller) {
        try {
          const { value, done } = await messages.next()
          if (done || signal.aborted) controller.close()
          else controller.enqueue(encoder.encode(written(value)))
        } catch (error) {
          controller.error(error)
        }
      },
      cancel: () => void messages.return(),
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

/** Whether a client wants to be told, and not answered once. */
export const wantsStream = (request: Request): boolean =>
  (request.headers.get("accept") ?? "").toLowerCase().includes("text/event-stream")

/** JSON holds no line break, so that each message is one line of data. */
function written({ id, event, data }: Message): string {
  const lines = [`id: ${id}`, event && `event: ${event}`, data === undefined ? ":" : `data: ${JSON.stringify(data)}`]
  return `${lines.filter(Boolean).join("\n")}\n\n`
}
