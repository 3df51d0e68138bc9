import { expect, vi } from "vitest"
import { endOfLog } from "./event-log"
import { followLog } from "./following-log"
import { test } from "./testing/desk"

test("while the database can’t be asked it is waited for, and what happened meanwhile is told", async ({ desk }) => {
  const gone = new AbortController()
  const acts: string[] = []
  let isOut = false
  let asked = 0
  const who = () => {
    asked += 1
    return isOut ? Promise.reject(new Error("the connection was refused")) : Promise.resolve(desk.owner)
  }
  const { workspaceId } = desk
  const following = (async () => {
    const told = followLog({ workspaceId, place: await endOfLog(desk), who, signal: gone.signal })
    for await (const { items } of told) acts.push(...items.map(({ event }) => event.act))
  })()
  await vi.waitFor(() => expect(asked).toBeGreaterThan(0))
  isOut = true
  await desk.article()
  const before = asked
  await vi.waitFor(() => expect(asked).toBeGreaterThan(before + 1), 10_000)
  expect(acts).toEqual([])
  isOut = false
  await vi.waitFor(() => expect(acts).toEqual(["article.imported"]), 20_000)
  gone.abort()
  await following
})
