/** One live connection of the bench: listens, comes again wherever it can be heard, and keeps what it was told. */
import { get, type IncomingMessage } from "node:http"
import { pause } from "./live-desk"

export interface Told {
  id: string
  act: string
  /** From the event's own time until it was here, in milliseconds. */
  after: number
}

export interface Listener {
  role: string
  told: Told[]
  /** How often it was without a connection. */
  lost: () => number
  stop: () => void
}

/** Listens at the first server that can be reached, from a place on. */
export function listenAt(
  urls: readonly string[],
  { role, token }: { role: string; token: string },
  from: string,
): Listener {
  const told: Told[] = []
  let place = from
  let lost = -1
  let isOver = false
  let open: IncomingMessage | undefined
  const take = (text: string) => {
    const lines = new Map(text.split("\n").map((line) => [line.split(":", 1)[0], line.replace(/^\w*: ?/, "")]))
    place = lines.get("id") ?? place
    const data = lines.get("data")
    if (data === undefined || lines.has("event")) return
    const { id, act, at } = JSON.parse(data) as { id: string; act: string; at: string }
    told.push({ id, act, after: Date.now() - Date.parse(at) })
  }
  const once = (url: string) =>
    new Promise<void>((resolve) => {
      const headers = { authorization: `Bearer ${token}`, accept: "text/event-stream", "last-event-id": place }
      const asked = get(`${url}/api/v1/events`, { headers, agent: false }, (answer) => {
        open = answer
        let text = ""
        answer.setEncoding("utf8")
        answer.on("data", (part: string) => {
          const messages = (text + part).split("\n\n")
          text = messages.pop() ?? ""
          messages.forEach(take)
        })
        answer.on("close", resolve)
      })
      asked.on("error", () => resolve())
    })
  void (async () => {
    for (let at = 0; !isOver; at += 1) {
      lost += 1
      await once(urls[at % urls.length] ?? "")
      await pause(300)
    }
  })()
  const stop = () => {
    isOver = true
    open?.destroy()
  }
  return { role, told, lost: () => lost, stop }
}
