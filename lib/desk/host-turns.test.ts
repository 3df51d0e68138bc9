/** Turns at a host: one page at a time, in the order in which they came, and none while it has asked to be left alone. */
import { expect, vi } from "vitest"
import { db } from "../db"
import type { Jobs } from "../jobs"
import type { Looked } from "../outside/fetch-page"
import { forgetHosts, lookInTurn } from "./host-turns"
import { addSource } from "./sources"
import { newSource, test, type Desk } from "./testing/desk"

const asked: string[] = []
let says: Looked

vi.mock("../outside/fetch-page", () => ({
  lookAtPage: (url: string) => {
    asked.push(url)
    return Promise.resolve(says)
  },
}))

const answered = (status: number, more: Record<string, number> = {}): Looked => {
  return { ok: false, step: "status", detail: { host: "busy.eu", reason: "busy", status, ...more } }
}

async function sources(desk: Desk, ...urls: string[]): Promise<string[]> {
  const ids = []
  for (const url of urls) ids.push((await addSource(desk.checker, newSource({ url }))).id)
  return ids
}

/** Jobs that were put off, in the order of their turns. */
async function putOff(sourceIds: string[]): Promise<(Jobs["link"] & { inSeconds: number })[]> {
  const rows = await db().$queryRaw<{ data: Jobs["link"]; inSeconds: number }[]>`
    SELECT "data", extract(epoch FROM "start_after" - now())::float8 AS "inSeconds" FROM pgboss.job
    WHERE name = 'link' AND data->>'turnAt' IS NOT NULL AND data->>'sourceId' = ANY(${sourceIds}) ORDER BY "start_after"`
  return rows.map(({ data, inSeconds }) => ({ ...data, inSeconds }))
}

/** A job that somebody has put off. */
function one<Row>(rows: Row[], at: number): Row {
  const row = rows.at(at)
  if (row === undefined) throw new Error(`nothing was put off at ${at}`)
  return row
}

test("pages of one host are looked at one after the other; of others at once; of a busy host when it says", async ({
  desk,
}) => {
  says = answered(429)
  const addresses = ["https://busy.eu/1", "https://busy.eu/2", "http://BUSY.eu:8080/3", "https://calm.eu/1"]
  const all = await sources(desk, ...addresses)
  const [second, third] = [one(all, 1), one(all, 2)]
  for (const sourceId of all) await lookInTurn({ sourceId, byId: desk.checker.id })
  expect(asked).toEqual(["https://busy.eu/1", "https://calm.eu/1"])
  const off = await putOff(all)
  expect(off).toMatchObject([{ sourceId: second, byId: desk.checker.id }, { sourceId: third }])
  const [next, last] = [one(off, 0), one(off, 1)]
  expect(last.inSeconds - next.inSeconds).toBeCloseTo(5, 0)
  // Its turn has come; and now the host asks to be left alone for an hour.
  says = answered(429, { retryAfter: 3_600 })
  await lookInTurn({ ...next, byId: null })
  expect(asked).toHaveLength(3)
  await lookInTurn({ ...last, byId: null })
  expect(asked).toHaveLength(3)
  const anHour = one(await putOff([third]), -1)
  expect(anHour.inSeconds).toBeGreaterThan(3_500)
  const due = await db().source.findUniqueOrThrow({ where: { id: third } })
  expect(Number(due.linkDueAt)).toBeGreaterThan(Date.parse(String(anHour.turnAt)))
  // No host keeps Stet away for longer than a day.
  await db().hostTurn.update({ where: { host: "busy.eu" }, data: { closedUntil: null } })
  says = answered(503, { retryAfter: 999_999_999 })
  await lookInTurn({ ...next, byId: null })
  const { closedUntil } = await db().hostTurn.findUniqueOrThrow({ where: { host: "busy.eu" } })
  expect(Number(closedUntil)).toBeLessThan(Date.now() + 25 * 3_600_000)
  await db().hostTurn.updateMany({ data: { nextAt: new Date(0) } })
  await forgetHosts()
  expect(await db().hostTurn.findMany({ select: { host: true } })).toEqual([{ host: "busy.eu" }])
})
