/** One connection for many tabs: each of them is told everything once, whoever of them holds it. */
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { LiveMessage } from "@/lib/domain/live"
import { openLine } from "./line"

const lines: Line[] = []
let stops: (() => void)[] = []

/** In the browser's place: a connection that is told what the test says. */
class Line extends EventTarget {
  static CONNECTING = 0
  static CLOSED = 2
  readyState = 1
  onopen = () => {}
  onmessage = (_: { data: string; lastEventId: string }) => {}
  onerror = () => {}
  constructor(readonly address: string) {
    super()
    lines.push(this)
  }
  close() {
    this.readyState = Line.CLOSED
  }
  say(id: string, act = "claim.marked") {
    const told = { news: [{ act, articleId: "a1", claimId: null, by: "ann" }], presence: [], unread: 0 }
    this.onmessage({ data: JSON.stringify(told), lastEventId: id })
  }
}

/** Delivers to every other channel at once. */
class Channel {
  static all = new Set<Channel>()
  onmessage = (_: { data: unknown }) => {}
  constructor() {
    Channel.all.add(this)
  }
  postMessage(data: unknown) {
    for (const other of Channel.all) if (other !== this) other.onmessage({ data })
  }
  close() {
    Channel.all.delete(this)
  }
}

interface Waiting {
  begin: () => void
}

/** One lock, as the standard says: in line, or taken from whoever holds it. */
class Locks {
  queue: Waiting[] = []
  lose: ((why: Error) => void) | null = null
  request(_: string, options: { signal?: AbortSignal; steal?: boolean }, hold: () => Promise<void>) {
    return new Promise<void>((resolve, reject) => {
      const waiting = {
        begin: () => {
          this.lose = reject
          const over = () => {
            if (this.lose !== reject) return
            this.lose = null
            resolve()
            this.queue.shift()?.begin()
          }
          void hold().then(over)
        },
      }
      options.signal?.addEventListener("abort", () => {
        if (!this.queue.includes(waiting)) return
        this.queue = this.queue.filter((one) => one !== waiting)
        reject(new Error("aborted"))
      })
      const before = this.lose
      if (options.steal) {
        waiting.begin()
        before?.(new Error("stolen"))
      } else if (before) this.queue.push(waiting)
      else waiting.begin()
    })
  }
}

/** A tab, and what it has been told. */
function tab(from = "p0") {
  const told: string[] = []
  const tell = ({ news, missed }: LiveMessage) => told.push(missed ? "missed" : (news[0]?.act ?? ""))
  const stop = openLine({ address: "/api/live/desk?as=ann", name: "desk:ann", from }, tell)
  stops.push(stop)
  return { told, close: stop }
}

const open = () => lines.filter(({ readyState }) => readyState !== Line.CLOSED)

beforeEach(() => {
  vi.useFakeTimers()
  vi.setSystemTime(performance.timeOrigin + 1_000)
  vi.stubGlobal("window", new EventTarget())
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }))
  vi.stubGlobal("navigator", { onLine: true, locks: new Locks() })
  vi.stubGlobal("BroadcastChannel", Channel)
  vi.stubGlobal("EventSource", Line)
})

afterEach(() => {
  for (const stop of stops) stop()
  stops = []
  lines.length = 0
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test("one tab holds the line and tells the others; when it is closed another goes on where it was", async () => {
  const [first, second] = [tab(), tab()]
  expect(open()).toHaveLength(1)
  open()[0]?.say("p1")
  expect([first.told, second.told]).toEqual([["claim.marked"], ["claim.marked"]])
  first.close()
  await vi.advanceTimersByTimeAsync(0)
  expect(open().map(({ address }) => address)).toEqual(["/api/live/desk?as=ann&after=p1"])
})

test("a tab that comes later is told what was told while it was drawn, and the others are not told it again", () => {
  const first = tab()
  open()[0]?.say("p1")
  const second = tab()
  expect([first.told, second.told]).toEqual([["claim.marked"], ["claim.marked"]])
  const third = tab()
  expect([first.told, second.told, third.told]).toEqual([["claim.marked"], ["claim.marked"], ["claim.marked"]])
})

test("one that was drawn before anything is remembered is told to look", async () => {
  tab()
  open()[0]?.say("p1")
  await vi.advanceTimersByTimeAsync(120_000)
  expect(tab().told).toEqual(["missed"])
})

test("a tab that its browser has put to sleep loses the line to one that is looked at", async () => {
  const first = tab()
  const second = tab()
  // Asleep: nothing of it runs, and its lock stays.
  const [asleep] = Channel.all
  vi.spyOn(asleep as Channel, "postMessage").mockReturnValue()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(open()).toHaveLength(1)
  open()[0]?.say("p1")
  expect(second.told).toEqual(["claim.marked"])
  second.close()
  await vi.advanceTimersByTimeAsync(0)
  expect(open()).toHaveLength(1)
  open()[0]?.say("p2")
  expect(first.told).toContain("claim.marked")
})

test("while all is well nobody takes the line away", async () => {
  tab()
  tab()
  const before = [...open()]
  await vi.advanceTimersByTimeAsync(30_000)
  for (let at = 0; at < 10; at += 1) {
    open()[0]?.dispatchEvent(Object.assign(new Event("quiet"), { lastEventId: `q${at}` }))
    await vi.advanceTimersByTimeAsync(15_000)
  }
  expect(open()).toEqual(before)
})
