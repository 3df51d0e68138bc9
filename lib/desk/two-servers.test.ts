/** Two servers on one database: what is done at one is told by the other, also when one of them is killed on the way. */
import { spawn, type ChildProcessByStdio } from "node:child_process"
import { createInterface } from "node:readline"
import type { Readable } from "node:stream"
import { afterEach, expect, vi } from "vitest"
import { markClaim } from "./claims"
import { endOfLog, readLog, type LogPlace } from "./event-log"
import { test, type Desk } from "./testing/desk"

interface Line {
  id: string
  act: string
  place: LogPlace
}

type Server = ChildProcessByStdio<null, Readable, null>

const running: Server[] = []
afterEach(() => {
  for (const server of running.splice(0)) server.kill("SIGKILL")
})

/** A process of its own that tells somebody what happens, and what it has told. */
async function server(actorId: string, { xid, id }: LogPlace): Promise<{ told: Line[]; kill: () => void }> {
  const told: Line[] = []
  let begun = false
  const started = spawn(process.execPath, ["--import", "tsx", "lib/desk/testing/follower.ts", actorId, xid, id], {
    env: process.env,
    stdio: ["ignore", "pipe", "inherit"],
  })
  running.push(started)
  createInterface({ input: started.stdout }).on("line", (line) => {
    begun = true
    const event = JSON.parse(line) as Line
    if (event.act !== "quiet") told.push(event)
  })
  await vi.waitFor(() => expect(begun).toBe(true), 30_000)
  return { told, kill: () => void started.kill("SIGKILL") }
}

const idsSince = async ({ owner }: Desk, place: LogPlace) =>
  (await readLog(owner, place, 1_000)).items.map(({ event }) => event.id)

test("each tells everything once and in order; one that takes over goes on where a killed one was", async ({
  desk,
}) => {
  const { id: articleId, revision } = await desk.article()
  const mark = () =>
    markClaim(desk.checker, { articleId, revisionId: revision.id, spans: [{ start: 0, end: 4 }], fields: {} })
  const from = await endOfLog(desk)
  const [one, other] = await Promise.all([server(desk.owner.id, from), server(desk.owner.id, from)])
  await Promise.all(Array.from({ length: 10 }, mark))
  await vi.waitFor(async () => expect(one.told.map(({ id }) => id)).toEqual(await idsSince(desk, from)), 20_000)
  one.kill()
  await Promise.all(Array.from({ length: 10 }, mark))
  const all = await idsSince(desk, from)
  expect(all.length).toBeGreaterThanOrEqual(20)
  await vi.waitFor(() => expect(other.told.map(({ id }) => id)).toEqual(all), 20_000)
  const last = one.told.at(-1)
  const third = await server(desk.owner.id, last?.place ?? from)
  await vi.waitFor(() => expect([...one.told, ...third.told].map(({ id }) => id)).toEqual(all), 20_000)
}, 120_000)
