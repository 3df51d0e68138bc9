import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { Answer } from "@/lib/domain/answer"
import { connection, look, onAgain, watchConnection, watched, whenOpen, type Asked } from "./connection"

const signedOut: Answer<never> = { ok: false, refusal: { code: "signed-out", message: "", fields: {} } }
const ask = vi.fn<() => Promise<Asked>>()
let stop = () => {}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal("window", new EventTarget())
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }))
  vi.stubGlobal("navigator", { onLine: true })
  vi.stubGlobal("BroadcastChannel", Channel)
  ask.mockResolvedValue({ userId: "cleo" })
  stop = watchConnection("cleo", ask)
})

afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Delivers to every other channel at once. */
class Channel extends EventTarget {
  static open = new Set<Channel>()
  constructor() {
    super()
    Channel.open.add(this)
  }
  postMessage() {
    for (const other of Channel.open) if (other !== this) other.dispatchEvent(new Event("message"))
  }
  close() {
    Channel.open.delete(this)
  }
}

test("an act that finds nobody signed in is noticed, and coming back in another tab too", async () => {
  const again = vi.fn()
  onAgain(again)
  await watched(() => Promise.resolve(signedOut))({})
  expect(connection()).toBe("signed-out")
  new Channel().postMessage()
  await vi.waitFor(() => expect(connection()).toBe("open"))
  expect(again).toHaveBeenCalledOnce()
})

test("nothing is sent in the name of somebody else who has signed in since", async () => {
  ask.mockResolvedValue({ userId: "edda" })
  await look()
  const act = vi.fn()
  await expect(watched(act)({})).rejects.toThrow()
  expect(act).not.toHaveBeenCalled()
})

test("while Stet can't be reached it is asked again, until it can", async () => {
  ask.mockResolvedValueOnce("unreachable").mockResolvedValueOnce("unreachable")
  const open = vi.fn()
  await expect(watched(() => Promise.reject(new TypeError("Failed to fetch")))({})).rejects.toThrow()
  await vi.waitFor(() => expect(connection()).toBe("lost"))
  void whenOpen().then(open)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(open).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(4_000)
  expect(connection()).toBe("open")
  expect(open).toHaveBeenCalledOnce()
})

test("an act that fails while Stet can be reached is no lost connection", async () => {
  await expect(watched(() => Promise.reject(new Error("unknown action")))({})).rejects.toThrow()
  expect(connection()).toBe("open")
})

test("going offline is known at once", () => {
  window.dispatchEvent(new Event("offline"))
  expect(connection()).toBe("lost")
})
