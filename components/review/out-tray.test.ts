import { expect, test } from "vitest"
import { outTray, type Kept } from "./out-tray"
import { approval, fakeStorage } from "./testing/windows"

const kept = (roundId: string, until = 8000): Kept => ({
  ...approval(roundId),
  batch: roundId,
  window: "one",
  until,
  tries: 0,
  standing: { kind: "waiting" },
})
const rounds = (tray: ReturnType<typeof outTray>) => tray.read().kept.map((one) => one.roundId)

test("what lies in the tray is there again after a reload, oldest first, for its person alone", () => {
  const storage = fakeStorage()
  outTray("ann", storage).put([kept("second", 9000), kept("first", 8000)])
  expect(rounds(outTray("ann", storage))).toEqual(["first", "second"])
  expect(rounds(outTray("ben", storage))).toEqual([])
})

test("what was taken in another window can't be changed here", () => {
  const storage = fakeStorage()
  const [here, there] = [outTray("ann", storage), outTray("ann", storage)]
  here.put([kept("r")])
  there.take("r", "undone")
  expect(here.change("r", { version: 4 })).toBeNull()
  expect(rounds(here)).toEqual([])
})

test("another window's answer is told from another window's undoing", () => {
  const storage = fakeStorage()
  const tray = outTray("ann", storage)
  tray.put([kept("answered"), kept("undone")])
  tray.hear("stet:approval:ann:answered", JSON.stringify({ ...kept("answered"), standing: { kind: "done" } }))
  tray.hear("stet:approval:ann:undone", null)
  expect([...tray.read().done]).toEqual(["answered"])
})

test("the view is the same object until something changes", () => {
  const tray = outTray("ann", fakeStorage())
  tray.put([kept("r")])
  const before = tray.read()
  expect(tray.read()).toBe(before)
  tray.hear("stet:draft:ann", "typed")
  expect(tray.read()).toBe(before)
  tray.take("r", "undone")
  expect(tray.read()).toMatchObject({ kept: [], undone: { roundId: "r" } })
})

test.each([
  ["no storage", null],
  [
    "a full one",
    {
      ...fakeStorage(),
      setItem: () => {
        throw new Error("full")
      },
    },
  ],
])("with %s it is kept as long as the page lives", (_, storage) => {
  const tray = outTray("ann", storage)
  tray.put([kept("r")])
  expect(tray.change("r", { version: 4 })).toMatchObject({ version: 4 })
  expect(rounds(tray)).toEqual(["r"])
  expect(tray.take("r", "undone")).toMatchObject({ roundId: "r" })
  expect(rounds(tray)).toEqual([])
})

test("what somebody else wrote into the storage is no approval", () => {
  const storage = fakeStorage()
  storage.setItem("stet:approval:ann:broken", "{")
  storage.setItem("stet:approval:ann:half", JSON.stringify({ roundId: "half" }))
  storage.setItem("stet:approval:ann:none", "null")
  expect(rounds(outTray("ann", storage))).toEqual([])
})
