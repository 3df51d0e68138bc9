import { expect } from "vitest"
import { db } from "../db"
import { endOfLog, readLog } from "./event-log"
import { test } from "./testing/desk"
import { settledLog } from "./testing/settled-log"

test("a place lies at an event, and never behind the last: after a crash its number may be given to another", async ({
  desk,
}) => {
  await desk.article()
  const last = (await settledLog(desk.owner)).items.at(-1)
  const end = await endOfLog(desk)
  expect(end).toEqual(last?.place)
  await db().$queryRaw`SELECT pg_current_xact_id()::text`
  expect(await endOfLog(desk)).toEqual(end)
  expect(await readLog(desk.owner, end, 10)).toMatchObject({ items: [], place: end })
})

test("a place moves on over what its reader does not see, and is one of their own desk’s log", async ({ desk }) => {
  const before = await endOfLog(desk)
  await desk.article()
  const seen = await settledLog(desk.owner)
  const { items, place } = await readLog(desk.author, before, 10)
  expect(items).toEqual([])
  expect(place).toEqual(seen.place)
  expect(await endOfLog(await desk.otherWorkspace())).not.toEqual(place)
})
