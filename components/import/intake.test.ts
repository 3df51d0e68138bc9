import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { added, again, MOST_AT_ONCE, released, type ImportRow, type Outcome } from "./batch"
import type { ImportProgress } from "@/lib/domain/import"
import { clearIntake, follow, intakeAt, onIntake, stopIntake, takeIn, type Carrier } from "./intake"

const KEY = "cleo:/in"
const imported: Outcome = { state: "imported", articleId: "a", title: "A", remarks: 0, notices: [] }
const files = (count: number) => Array.from({ length: count }, (_, at) => new File(["x"], `${at}.md`))
const states = (key = KEY) => intakeAt(key).rows.map(({ outcome }) => outcome.state)
const take = (count: number) => (rows: readonly ImportRow[]) => added(rows, files(count))

/** Answers as it is told to, a file at a time. */
function carrier() {
  const answers: ((outcome: Outcome) => void)[] = []
  const signals: AbortSignal[] = []
  const send = vi.fn<Carrier["send"]>((_, signal) => {
    signals.push(signal)
    return new Promise((resolve) => answers.push(resolve))
  })
  const answer = async (outcome: Outcome) => {
    answers.shift()?.(outcome)
    await Promise.resolve()
    await Promise.resolve()
  }
  return { send, look: vi.fn<Carrier["look"]>(), onDone: vi.fn(), answer, signals }
}

beforeEach(() => {
  vi.stubGlobal("window", new EventTarget())
  vi.useFakeTimers()
})
afterEach(() => {
  clearIntake(KEY)
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** Whether the browser asks before the page is left. */
const asks = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }))

test("files go in one after the other, whether anybody looks or not", async () => {
  const { answer, ...carried } = carrier()
  const stop = onIntake(() => {})
  const done = takeIn(KEY, take(2), carried)
  stop()
  expect(states()).toEqual(["sending", "waiting"])
  await answer(imported)
  expect(states()).toEqual(["imported", "sending"])
  expect(intakeAt("edda:/in").rows).toEqual([])
  await answer({ state: "failed", reason: "no" })
  await done
  expect(intakeAt(KEY).running).toBe("no")
  expect(states()).toEqual(["imported", "failed"])
  expect(carried.onDone).toHaveBeenCalledOnce()
})

test("what comes while one is under way goes in behind it, sent once", async () => {
  const { answer, ...carried } = carrier()
  const done = takeIn(KEY, take(1), carried)
  const later = carrier()
  await takeIn(KEY, take(1), later)
  expect(states()).toEqual(["sending", "waiting"])
  await answer(imported)
  await answer(imported)
  await done
  expect(states()).toEqual(["imported", "imported"])
  expect(later.send).not.toHaveBeenCalled()
})

test("stopping lets go of what waits, and sends no more until it is asked for again", async () => {
  const { answer, signals, ...carried } = carrier()
  const done = takeIn(KEY, take(2), carried)
  stopIntake(KEY)
  expect(signals[0]?.aborted).toBe(true)
  await answer({ state: "stopped" })
  await done
  expect(states()).toEqual(["stopped", "stopped"])
  const once = takeIn(KEY, (rows) => again(rows, [2]), carried)
  expect(signals[1]?.aborted).toBe(false)
  await answer(imported)
  await once
  expect(states()).toEqual(["stopped", "imported"])
})

test("the browser asks before files are lost that wait, are under way or are held, and no longer than that", async () => {
  const at = { onDone: () => {}, send: () => Promise.resolve(imported), look: () => Promise.resolve(null) }
  expect(asks()).toBe(false)
  const done = takeIn(KEY, take(MOST_AT_ONCE + 1), at)
  expect(asks()).toBe(true)
  await done
  expect(states().at(-1)).toBe("held")
  expect(asks()).toBe(true)
  await takeIn(KEY, released, at)
  expect(asks()).toBe(false)
})

test("every change is told, and a row that did not change stays the same", async () => {
  const listener = vi.fn()
  const stop = onIntake(listener)
  const { answer, ...carried } = carrier()
  const done = takeIn(KEY, take(2), carried)
  const [, second] = intakeAt(KEY).rows
  await answer(imported)
  expect(intakeAt(KEY)).toBe(intakeAt(KEY))
  const told = listener.mock.calls.length
  const [first] = intakeAt(KEY).rows
  await answer(imported)
  await done
  expect(listener.mock.calls.length).toBeGreaterThan(told)
  expect(intakeAt(KEY).rows[0]).toBe(first)
  expect(intakeAt(KEY).rows[1]).not.toBe(second)
  stop()
  clearIntake(KEY)
  expect(states()).toEqual([])
})

/** An import as Stet tells of it. */
function told(id: string, state: "queued" | "done"): ImportProgress["imports"][number] {
  const queued = { told: null, article: null, reason: null, createdAt: "2026-11-27T20:00:00.000Z", endedAt: null }
  const common = { id, fileName: `${id}.md`, format: "markdown" as const, state, ...queued }
  if (state === "queued") return common
  return { ...common, told: { kind: "imported", notices: [] }, article: { id: "a", title: "A", remarks: 0 } }
}

test("Stet is asked what became of a file until it has ended, each time since the last answer", async () => {
  const key = "cleo:/asked"
  const look = vi.fn<Carrier["look"]>()
  look.mockResolvedValueOnce({ now: "1", imports: [told("i", "queued")] }).mockResolvedValueOnce(null)
  look.mockResolvedValueOnce({ now: "2", imports: [told("i", "done")] })
  const onDone = vi.fn()
  await takeIn(key, take(1), { send: () => Promise.resolve({ importId: "i" }), look, onDone })
  await vi.runAllTimersAsync()
  expect(states(key)).toEqual(["imported"])
  expect(look.mock.calls).toEqual([
    [null, ["i"]],
    ["1", ["i"]],
    ["1", ["i"]],
  ])
  expect(onDone).toHaveBeenCalledOnce()
  await vi.runAllTimersAsync()
  expect(look).toHaveBeenCalledTimes(3)
})

test("what was sent before the page was loaded is shown, and followed to its end", async () => {
  const key = "cleo:/before"
  const look = vi.fn<Carrier["look"]>()
  look.mockResolvedValueOnce({ now: "1", imports: [told("i", "queued")] })
  look.mockResolvedValueOnce({ now: "2", imports: [told("i", "done")] })
  const following = follow(key, { ...carrier(), look })
  await vi.runAllTimersAsync()
  await following
  expect(intakeAt(key).rows).toMatchObject([{ name: "i.md", file: null, outcome: { state: "imported" } }])
})
