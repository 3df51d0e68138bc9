/**
 * The one connection by which a browser is told what happens at a desk, however many of its tabs are open: one of them holds
 * it, and tells the others; when that one is closed, another takes over where it was. Knows no words and no React.
 */
import { look, onAgain } from "@/components/ui/connection"
import type { LiveMessage } from "@/lib/domain/live"

export interface LineOptions {
  address: string
  /** Of whom it is: tabs of the same name share it. */
  name: string
  /** Where the log was when this page was drawn. */
  from: string
}

/** Milliseconds. The server says something every fifteen seconds. */
const DEAD_AFTER = 40_000
const LOOK_EVERY = 10_000
const AGAIN_AFTER = [1_000, 5_000, 15_000, 30_000]
/** What was told lately is told again to a tab that has only just been drawn. */
const LATELY = 60_000
const MOST_KEPT = 200

/** What tabs say to each other. */
type Said = { told: LiveMessage; id: string } | { joinedAt: number }

/** Tells what happens until the answered function is called. */
export function openLine(options: LineOptions, tell: (message: LiveMessage) => void): () => void {
  const closing = new AbortController()
  const tabs = new BroadcastChannel(`stet:live:${options.name}`)
  const lately: { at: number; told: LiveMessage; id: string }[] = []
  let place = options.from
  const keep = (told: LiveMessage, id: string) => {
    place = id
    lately.push({ at: Date.now(), told, id })
    if (lately.length > MOST_KEPT) lately.shift()
  }
  let holds = false
  tabs.onmessage = ({ data }: MessageEvent<Said>) => {
    if ("told" in data) {
      keep(data.told, data.id)
      tell(data.told)
    } else if (holds) {
      const since = Math.max(data.joinedAt, Date.now() - LATELY)
      for (const { at, told, id } of lately) if (at >= since) tabs.postMessage({ told, id } satisfies Said)
    }
  }
  const hold = (until: AbortSignal) => {
    holds = true
    return listenAt(
      options.address,
      () => place,
      until,
      (told, id) => {
        keep(told, id)
        tell(told)
        tabs.postMessage({ told, id } satisfies Said)
      },
    ).finally(() => (holds = false))
  }
  tabs.postMessage({ joinedAt: performance.timeOrigin } satisfies Said)
  void inTurn(options.name, closing.signal, hold)
  return () => {
    closing.abort()
    tabs.close()
  }
}

/** Holds the line while it is this tab's turn. Without locks (on a page that is not secure) each tab holds one while it is looked at. */
async function inTurn(name: string, closing: AbortSignal, hold: (until: AbortSignal) => Promise<void>): Promise<void> {
  if ("locks" in navigator) {
    await navigator.locks.request(`stet:live:${name}`, { signal: closing }, () => hold(closing)).catch(() => undefined)
    return
  }
  let shown: AbortController | null = null
  const turn = () => {
    if (document.visibilityState === "hidden" || closing.aborted) shown?.abort()
    else if (!shown || shown.signal.aborted) void hold((shown = new AbortController()).signal)
  }
  document.addEventListener("visibilitychange", turn, { signal: closing })
  closing.addEventListener("abort", turn)
  turn()
}

/** Listens, and comes again whenever the connection is lost, from where it was. Resolves when it is to end. */
function listenAt(
  address: string,
  place: () => string,
  until: AbortSignal,
  told: (message: LiveMessage, id: string) => void,
): Promise<void> {
  let source: EventSource | null = null
  let failed = 0
  let heardAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const heard = () => {
    heardAt = Date.now()
    failed = 0
  }
  const open = () => {
    clearTimeout(timer)
    source?.close()
    if (until.aborted) return
    heardAt = Date.now()
    const opened = new EventSource(`${address}?after=${encodeURIComponent(place())}`)
    source = opened
    opened.onopen = heard
    opened.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      heard()
      told(JSON.parse(data) as LiveMessage, lastEventId)
    }
    opened.addEventListener("quiet", heard)
    opened.addEventListener("end", () => again(opened))
    opened.onerror = () => again(opened)
  }
  const again = (opened: EventSource) => {
    // It comes again by itself as soon as it can, but for what it was refused.
    if (opened.readyState === EventSource.CONNECTING && failed < 2) return void (failed += 1)
    opened.close()
    // Whoever is signed out is told so, and goes on once they are signed in.
    if (failed === 1) void look()
    timer = setTimeout(open, AGAIN_AFTER[failed] ?? AGAIN_AFTER.at(-1))
    failed += 1
  }
  const alive = setInterval(() => {
    if (source?.readyState !== EventSource.CLOSED && Date.now() - heardAt > DEAD_AFTER) open()
  }, LOOK_EVERY)
  const stopWaiting = onAgain(open)
  open()
  return ended(until).then(() => {
    clearTimeout(timer)
    clearInterval(alive)
    stopWaiting()
    source?.close()
  })
}

const ended = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener("abort", () => resolve())
  })
