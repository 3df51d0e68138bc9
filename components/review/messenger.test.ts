import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { UNDO } from "./messenger"
import type { Reply } from "./outcome"
import { approval, browser } from "./testing/windows"

const yes: Reply = { ok: true, value: null }
const no: Reply = { ok: false, refusal: { code: "forbidden", message: "No.", fields: {} } }
const signedOut: Reply = { ok: false, refusal: { code: "signed-out", message: "Sign in.", fields: {} } }
const pass = (time: number) => vi.advanceTimersByTimeAsync(time)

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test("an approval goes out once its time to undo is over", async () => {
  const { open, sent } = browser(() => yes)
  const { keep, tray, outcomes } = open("one")
  keep([approval("r")])
  await pass(UNDO - 1)
  expect(sent).toEqual([])
  await pass(1)
  expect(sent).toEqual(["one: r"])
  expect(outcomes).toEqual(["r done"])
  expect(tray.read()).toMatchObject({ kept: [], done: new Set(["r"]) })
})

test("undone before, it is never sent, and comes back whole", async () => {
  const { open, sent } = browser(() => yes)
  const { keep, undo, tray } = open("one")
  keep([approval("r", { note: "Well sourced." })])
  expect(undo("r")).toMatchObject({ note: "Well sourced." })
  await pass(UNDO * 10)
  expect(sent).toEqual([])
  expect(tray.read()).toMatchObject({ kept: [], undone: { roundId: "r" } })
})

test("pressed together they are one batch, and pressed again after undoing another one", async () => {
  const { open } = browser(() => yes)
  const { keep, undo, tray } = open("one")
  const batches = () => new Set(tray.read().kept.map(({ batch }) => batch))
  keep([approval("a"), approval("b")])
  const [first] = batches()
  expect(batches().size).toBe(1)
  undo("a")
  undo("b")
  await pass(50)
  keep([approval("a"), approval("b")])
  expect(batches().size).toBe(1)
  expect(batches()).not.toContain(first)
})

test("what is under way or answered can't be undone", async () => {
  let answer: (reply: Reply) => void = () => undefined
  const { open } = browser(() => new Promise<Reply>((resolve) => (answer = resolve)))
  const { keep, undo } = open("one")
  keep([approval("r")])
  await pass(UNDO)
  expect(undo("r")).toBeNull()
  answer(yes)
  await pass(0)
  expect(undo("r")).toBeNull()
})

test("those pressed together go out one after the other, in their order", async () => {
  const answers: ((reply: Reply) => void)[] = []
  const { open, sent } = browser(() => new Promise<Reply>((resolve) => answers.push(resolve)))
  const { keep, outcomes } = open("one")
  keep([approval("a"), approval("b"), approval("c")])
  await pass(UNDO + 10)
  expect(sent).toEqual(["one: a"])
  answers[0]?.(yes)
  await pass(0)
  expect(sent).toEqual(["one: a", "one: b"])
  answers[1]?.(no)
  await pass(0)
  answers[2]?.(yes)
  await pass(0)
  expect(outcomes).toEqual(["a done", "b refused", "c done"])
})

test("on leaving the page all of its approvals go out at once, and no second time", async () => {
  const { open, sent } = browser(() => yes)
  const { keep, leave } = open("one")
  keep([approval("a"), approval("b")])
  await leave()
  expect(sent).toEqual(["one: a", "one: b"])
  await pass(UNDO * 10)
  expect(sent).toHaveLength(2)
})

describe("two windows", () => {
  test("never both send one", async () => {
    const { open, sent } = browser(() => yes)
    const [one, other] = [open("one"), open("other")]
    await other.look()
    one.keep([approval("r")])
    await other.look()
    await pass(UNDO * 10)
    await Promise.all([one.look(), other.look()])
    expect(sent).toEqual(["one: r"])
    expect(other.tray.read()).toMatchObject({ kept: [], done: new Set(["r"]) })
  })

  test("take over from one that died: one of them, once", async () => {
    const { open, sent } = browser(async () => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      return yes
    })
    const dead = open("dead")
    dead.keep([approval("r")])
    dead.stop()
    const others = [open("one"), open("two")]
    for (const { look } of others) void look()
    await pass(UNDO + 4_000)
    expect(sent).toEqual([])
    await pass(20_000)
    expect(sent).toHaveLength(1)
    expect(others.map(({ tray }) => tray.read().kept)).toEqual([[], []])
  })

  test("undo for each other", async () => {
    const { open, sent } = browser(() => yes)
    const [one, other] = [open("one"), open("other")]
    one.keep([approval("r")])
    expect(other.undo("r")).not.toBeNull()
    await pass(UNDO * 10)
    expect(sent).toEqual([])
  })
})

test("what a browser had no time to send goes out when the app is opened again", async () => {
  const { open, sent, storage } = browser(() => yes)
  const { keep, stop } = open("before")
  keep([approval("r")])
  stop()
  expect(storage?.length).toBe(1)
  await pass(60_000)
  expect(sent).toEqual([])
  await open("after").look()
  expect(sent).toEqual(["after: r"])
  expect(storage?.length).toBe(0)
})

test("what was sent but never answered is sent again after a while", async () => {
  const { open, sent } = browser(({ window }) =>
    window === "one" && sent.length === 1 ? new Promise(() => undefined) : yes,
  )
  const { keep, leave, stop } = open("one")
  keep([approval("r")])
  void leave()
  stop()
  const again = open("again")
  await again.look()
  expect(sent).toEqual(["one: r"])
  await pass(21_000)
  expect(sent).toEqual(["one: r", "again: r"])
})

describe("without a connection", () => {
  test("it is kept, can still be undone, and goes out when there is one again", async () => {
    let reply: Reply = "unreachable"
    const { open, sent } = browser(() => reply)
    const { keep, resume, tray } = open("one")
    keep([approval("r")])
    await pass(UNDO)
    expect(tray.read().kept).toMatchObject([{ tries: 1, standing: { kind: "held", because: "unreachable" } }])
    reply = yes
    await resume()
    expect(sent).toHaveLength(2)
    expect(tray.read().kept).toEqual([])
  })

  test("it is tried again by itself, ever more rarely", async () => {
    const { open, sent } = browser(() => "unreachable")
    const { keep, undo } = open("one")
    keep([approval("r")])
    const counts = []
    for (const time of [UNDO, 2_000, 5_000, 15_000, 60_000, 60_000]) {
      await pass(time)
      counts.push(sent.length)
    }
    expect(counts).toEqual([1, 2, 3, 4, 5, 6])
    expect(undo("r")).not.toBeNull()
  })

  test("an error of the sending counts as none", async () => {
    const { open } = browser(() => Promise.reject(new Error("network")))
    const { keep, tray } = open("one")
    keep([approval("r")])
    await pass(UNDO)
    expect(tray.read().kept).toMatchObject([{ standing: { kind: "held", because: "unreachable" } }])
  })
})

test("signed out, it waits for its person", async () => {
  let reply: Reply = signedOut
  const { open } = browser(() => reply)
  const { keep, tray, resume } = open("one")
  keep([approval("r")])
  await pass(UNDO)
  expect(tray.read().kept).toMatchObject([{ standing: { kind: "held", because: "signedOut" } }])
  reply = yes
  await resume()
  expect(tray.read().kept).toEqual([])
})

test("what is refused stays until it was seen, across a reload, and is not sent again", async () => {
  const { open, sent } = browser(() => no)
  const { keep, stop } = open("one")
  keep([approval("r")])
  await pass(UNDO)
  stop()
  const { tray, look } = open("later")
  await look()
  await pass(UNDO * 100)
  expect(sent).toHaveLength(1)
  expect(tray.read().kept).toMatchObject([{ standing: { kind: "refused", because: "other", message: "No." } }])
  tray.take("r", "seen")
  expect(open("last").tray.read().kept).toEqual([])
})

test("a claim that changed without touching the round is approved in its new version", async () => {
  const current = { state: "in_review", version: 9, round: { id: "r" }, reviews: [] }
  const versions: number[] = []
  const { open } = browser(({ version }) => {
    versions.push(version)
    return version === 9 ? yes : { ok: false, refusal: { code: "conflict", message: "Changed.", fields: {}, current } }
  })
  const { keep, outcomes } = open("one")
  keep([approval("r")])
  await pass(UNDO)
  expect(versions).toEqual([3, 9])
  expect(outcomes).toEqual(["r done"])
})
