/** A client of server-sent events: asks, and reads message by message. */
import type { EventView } from "@/lib/domain/event"

export interface Received {
  id: string
  event: string
  data: EventView
}

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>

/** Opens a stream; `next` is the next message with data, `end` what comes when it is over. */
export async function streaming(
  handler: Handler,
  path: string,
  { headers, params }: { headers: Record<string, string>; params?: object },
) {
  const gone = new AbortController()
  const request = new Request(`http://stet.test${path}`, {
    headers: { accept: "text/event-stream", ...headers },
    signal: gone.signal,
  })
  const answer = await handler(request, { params: Promise.resolve(params as never) })
  const reader = answer.body?.getReader()
  const decoder = new TextDecoder()
  let text = ""
  const messages: Received[] = []

  async function next(): Promise<Received | null> {
    for (;;) {
      const message = messages.shift()
      if (message) return message
      const { value, done } = (await reader?.read()) ?? { done: true }
      if (done) return null
      text += decoder.decode(value, { stream: true })
      const parts = text.split("\n\n")
      text = parts.pop() ?? ""
      messages.push(...parts.flatMap(messageIn))
    }
  }

  return {
    answer,
    next,
    /** So many messages. */
    many: async (count: number) => {
      const all: Received[] = []
      while (all.length < count) {
        const one = await next()
        if (!one) break
        all.push(one)
      }
      return all
    },
    leave: async () => {
      gone.abort()
      await reader?.cancel()
    },
  }
}

function messageIn(text: string): Received[] {
  const lines = new Map(text.split("\n").map((line) => [line.split(":", 1)[0] ?? "", line.replace(/^\w*: ?/, "")]))
  const data = lines.get("data")
  if (data === undefined) return []
  return [{ id: lines.get("id") ?? "", event: lines.get("event") ?? "message", data: JSON.parse(data) as EventView }]
}
