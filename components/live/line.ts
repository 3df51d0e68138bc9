/**
 * The one connection by which a browser is told what happens at a desk, however many of its tabs are open: one of them holds
 * it, and tells the others; when that one is closed, or falls silent, another takes over where it was. Knows no words and no
 * React.
 */
import type { LiveMessage } from "@/lib/domain/live"
import { listenAt } from "./listen"

export interface LineOptions {
  /** With a query. */
  address: string
  /** Of whom it is: tabs of the same name share it. */
  name: string
  /** Where the log was when this page was drawn. */
  from: string
}

/** Milliseconds. Whoever holds the line says that it does, unless its browser has put it to sleep. */
const SAY_EVERY = 15_000
const ASLEEP_AFTER = 45_000
const LOOK_EVERY = 10_000
/** What was told lately is told again to a tab that has only just been drawn. */
const LATELY = 60_000

/** For whoever was drawn before that. */
const MISSED: LiveMessage = { news: [], presence: [], unread: null, missed: true }

/** What tabs say to each other: what was told, or only how far; and that there is another tab. */
type Said = { told: LiveMessage | null; id: string } | { joinedAt: number }

/** Tells what happens until the answered function is called. */
export function openLine(options: LineOptions, tell: (message: LiveMessage) => void): () => void {
  const closing = new AbortController()
  const tabs = new BroadcastChannel(`stet:live:${options.name}`)
  const shares = "locks" in navigator
  const say = (said: Said) => void (shares && tabs.postMessage(said))
  let lately: { at: number; told: LiveMessage; id: string }[] = []
  let place = options.from
  let heardAt = Date.now()
  /** What is told again to another tab is heard by all, and new to that one alone. */
  const take = (told: LiveMessage | null, id: string): void => {
    heardAt = Date.now()
    if (lately.some((one) => one.id === id)) return
    place = id
    if (!told) return
    lately = [...lately.filter(({ at }) => at >= heardAt - LATELY), { at: heardAt, told, id }]
    tell(told)
  }
  let holds = false
  tabs.onmessage = ({ data }: MessageEvent<Said>) => {
    if ("told" in data) return take(data.told, data.id)
    if (!holds) return
    if (data.joinedAt < Math.max(performance.timeOrigin, Date.now() - LATELY)) say({ told: MISSED, id: place })
    for (const { at, told, id } of lately) if (at >= data.joinedAt) say({ told, id })
  }
  const hold = async (until: AbortSignal) => {
    holds = true
    // Others wait for it to speak: also while nothing can be heard.
    heardAt = Date.now()
    say({ told: null, id: place })
    const saying = setInterval(() => say({ told: null, id: place }), SAY_EVERY)
    const passOn = (told: LiveMessage | null, id: string) => {
      take(told, id)
      say({ told, id })
    }
    const quiet = (id: string) => passOn(null, id)
    await listenAt({ address: options.address, place: () => place, until, told: passOn, quiet })
    clearInterval(saying)
    heardAt = Date.now()
    holds = false
  }
  say({ joinedAt: performance.timeOrigin })
  const silentFor = () => (holds ? 0 : Date.now() - heardAt)
  if (shares) takeTurns(options.name, { closing: closing.signal, hold, silentFor })
  else holdWhileShown(closing.signal, hold)
  return () => {
    closing.abort()
    tabs.close()
  }
}

interface Turns {
  closing: AbortSignal
  /** Holds the line until the signal ends. */
  hold: (until: AbortSignal) => Promise<void>
  /** Milliseconds since something was heard, of this tab's line or of another's. */
  silentFor: () => number
}

/**
 * Holds the line while it is this tab's turn. One that its reader looks at waits for no tab that has fallen silent: some
 * browsers stop what lies in the background, and it keeps its turn.
 */
function takeTurns(name: string, { closing, hold, silentFor }: Turns): void {
  let waiting = new AbortController()
  const wait = (how: "in line" | "at once") => {
    waiting.abort()
    const mine = (waiting = new AbortController())
    const options = how === "at once" ? { steal: true } : { signal: mine.signal }
    const held = navigator.locks.request(`stet:live:${name}`, options, () => hold(mine.signal))
    // Taken by another tab: what this one still holds is let go, and it waits for its turn again.
    held.catch(() => mine === waiting && !closing.aborted && wait("in line"))
  }
  const look = () => {
    if (document.visibilityState === "visible" && silentFor() > ASLEEP_AFTER) wait("at once")
  }
  const looking = setInterval(look, LOOK_EVERY)
  document.addEventListener("visibilitychange", look, { signal: closing })
  closing.addEventListener("abort", () => {
    clearInterval(looking)
    waiting.abort()
  })
  wait("in line")
}

/** Without locks, on a page that is not secure, each tab holds a line while it is looked at. */
function holdWhileShown(closing: AbortSignal, hold: Turns["hold"]): void {
  let shown: AbortController | null = null
  const turn = () => {
    if (document.visibilityState === "hidden" || closing.aborted) shown?.abort()
    else if (!shown || shown.signal.aborted) void hold((shown = new AbortController()).signal)
  }
  document.addEventListener("visibilitychange", turn, { signal: closing })
  closing.addEventListener("abort", turn)
  turn()
}
