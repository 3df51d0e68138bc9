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

test("pages of one host are looked at one after the other; of others at once; of a busy host when it says", async ({
  desk,
}) => {
  says = answered(429)
  const [first = "", second = "", third = "", other = ""] = await sources(
    desk,
    ...["https://busy.eu/1", "https://busy.eu/2", "http://BUSY.eu:8080/3", "https://calm.eu/1"],
  )
  const all = [first, second, third, other]
  for (const sourceId of all) await lookInTurn({ sourceId, byId: desk.checker.id })
  expect(asked).toEqual(["https://busy.eu/1", "https://calm.eu/1"])
  const [next, last, ...more] = await putOff(all)
  expect([next, last, more]).toMatchObject([{ sourceId: second, byId: desk.checker.id }, { sourceId: third }, []])
  expect((last?.inSeconds ?? 0) - (next?.inSeconds ?? 0)).toBeCloseTo(5, 0)
  // Its turn has come; and now the host asks to be left alone for an hour.
  says = answered(429, { retryAfter: 3_600 })
  await lookInTurn({ sourceId: second, byId: null, turnAt: next?.turnAt ?? "" })
  expect(asked).toHaveLength(3)
  await lookInTurn({ sourceId: third, byId: null, turnAt: last?.turnAt ?? "" })
  expect(asked).toHaveLength(3)
  const anHour = (await putOff([third])).at(-1)
  expect(anHour?.inSeconds).toBeGreaterThan(3_500)
  const due = await db().source.findUniqueOrThrow({ where: { id: third } })
  expect(due.linkDueAt?.getTime()).toBeGreaterThan(Date.parse(anHour?.turnAt ?? ""))
  // No host keeps Stet away for longer than a day.
  await db().hostTurn.update({ where: { host: "busy.eu" }, data: { closedUntil: null } })
  says = answered(503, { retryAfter: 999_999_999 })
  await lookInTurn({ sourceId: second, byId: null, turnAt: next?.turnAt ?? "" })
  const { closedUntil } = await db().hostTurn.findUniqueOrThrow({ where: { host: "busy.eu" } })
  expect(closedUntil?.getTime()).toBeLessThan(Date.now() + 25 * 3_600_000)
  await db().hostTurn.updateMany({ data: { nextAt: new Date(0) } })
  await forgetHosts()
  expect(await db().hostTurn.findMany({ select: { host: true } })).toEqual([{ host: "busy.eu" }])
})
