import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { look, watchConnection, type Asked } from "@/components/ui/connection"
import { sendFile, sendPasted } from "./send-import"

const answer = { ok: true, value: { articleId: "a", title: "A", duplicate: false, notices: [] } }
const fetched = vi.fn<typeof fetch>()
const ask = vi.fn<() => Promise<Asked>>()
let stop = () => {}

beforeEach(() => {
  vi.stubGlobal("window", new EventTarget())
  vi.stubGlobal("document", new EventTarget())
  vi.stubGlobal("navigator", { onLine: true })
  vi.stubGlobal("BroadcastChannel", Channel)
  vi.stubGlobal(
    "fetch",
    fetched.mockReset().mockImplementation(() => Promise.resolve(Response.json(answer))),
  )
  ask.mockResolvedValue({ userId: "cleo" })
  stop = watchConnection("cleo", ask)
})

afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

/** Reaches no other tab. */
class Channel extends EventTarget {
  postMessage() {}
  close() {}
}

const file = () => sendFile("/in", new File(["A"], "a.md"), new AbortController().signal)
const pasted = () => sendPasted("/in", { content: "A", format: "text", title: " ", url: "", kind: "copy" })

test("nothing goes in under the name of somebody else who has signed in since", async () => {
  ask.mockResolvedValue({ userId: "edda" })
  await look()
  expect([await file(), await pasted()]).toEqual(["taken", "taken"])
  expect(fetched).not.toHaveBeenCalled()
  ask.mockResolvedValue({ userId: "cleo" })
  await look()
  expect([await file(), await pasted()]).toEqual([answer, answer])
})

test("what is no answer of Stet's says why", async () => {
  fetched.mockResolvedValueOnce(new Response(null, { status: 413 }))
  fetched.mockResolvedValueOnce(new Response(null, { status: 401 }))
  fetched.mockRejectedValueOnce(new TypeError("Failed to fetch"))
  expect([await file(), await file(), await file()]).toEqual(["tooLarge", "signedOut", "unreachable"])
})
