/** A connection that tells what happens, made anew whenever it is lost. Only in a browser. */
import { look, onAgain } from "@/components/ui/connection"
import type { LiveMessage } from "@/lib/domain/live"

export interface Listening {
  /** With a query, to which the place is added. */
  address: string
  /** Behind what was told last. */
  place: () => string
  until: AbortSignal
  told: (message: LiveMessage, id: string) => void
  /** Nothing is told, up to there. */
  quiet: (id: string) => void
}

/** Milliseconds. The server says something every fifteen seconds. */
const DEAD_AFTER = 40_000
const LOOK_EVERY = 10_000
/** And up to half as much again: a server that comes back is not asked by everybody at once. */
const AGAIN_AFTER = [1_000, 5_000, 15_000]
const MOST = 30_000

/** Listens, and comes again whenever the connection is lost, from where it was. Resolves when it is to end. */
export function listenAt({ address, place, until, told, quiet }: Listening): Promise<void> {
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
    const opened = new EventSource(`${address}&after=${encodeURIComponent(place())}`)
    source = opened
    opened.onopen = heard
    opened.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      heard()
      told(JSON.parse(data) as LiveMessage, lastEventId)
    }
    opened.addEventListener("quiet", ({ lastEventId }: MessageEvent<string>) => {
      heard()
      quiet(lastEventId)
    })
    opened.addEventListener("end", () => again(opened))
    opened.onerror = () => again(opened)
  }
  const again = (opened: EventSource) => {
    // It comes again by itself as soon as it can, but for what it was refused.
    if (opened.readyState === EventSource.CONNECTING && failed < 2) return void (failed += 1)
    opened.close()
    // Whoever is signed out is told so, and goes on once they are signed in.
    if (failed === 1) void look()
    timer = setTimeout(open, (AGAIN_AFTER[failed] ?? MOST) * (1 + Math.random() / 2))
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
