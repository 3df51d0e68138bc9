/** The reading room: what becomes of an order when its thread does not come back. */
import { expect, test } from "vitest"
import { ReadingRoom } from "./reading-room"

const order = (html: string) => ({ html, given: {}, how: "page" as const })
const page = (words: string) => order(`<title>Mayor resigns</title><p>${words.repeat(3)}</p>`)
const story = page("The mayor resigned on Monday, six months after the report. ")

/** Whoever looks for a name among so many attributes looks at each of them, for each of them. */
const endless = order(`<p ${Array.from({ length: 400_000 }, (_, n) => `a${n}`).join(" ")}>x</p>`)

test("a reading that takes too long is refused, and the next order has a new thread", { timeout: 90_000 }, async () => {
  const room = new ReadingRoom({ milliseconds: 8_000, megabytes: 512, waiting: null })
  const first = expect(room.read("page", endless)).rejects.toMatchObject({ code: "invalid", key: "import.tooMuch" })
  const next = room.read("page", story)
  await first
  expect((await next).document.content).toHaveLength(2)
})

test("who has waited too long in line is sent away, and those behind them are read in their turn", async () => {
  const room = new ReadingRoom({ milliseconds: 30_000, megabytes: 512, waiting: 1 })
  const first = room.read("page", story)
  const impatient = room.read("page", story)
  await expect(impatient).rejects.toMatchObject({ code: "conflict", key: "desk.busy" })
  expect((await first).document.content).toHaveLength(2)
  // A refusal crosses from the thread with its code, key and parameters.
  const empty = { name: "Refusal", code: "invalid", key: "import.empty" }
  await expect(room.read("page", order("<p> </p>"))).rejects.toMatchObject(empty)
})
