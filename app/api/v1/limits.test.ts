/** How many requests a token may send: so many in a minute over all servers, and then a word when to come again. */
import { expect, vi } from "vitest"
import { db } from "@/lib/db"
import { takeRequest } from "@/lib/desk/allowances"
import { openDesk, test } from "@/lib/desk/testing/desk"
import { actorByToken } from "@/lib/desk/tokens"
import { clientOf } from "./testing/http"

vi.mock("next-intl/server", () => import("./testing/translator"))
vi.stubEnv("STET_API_PER_MINUTE", "7")

/** Another server has shares of its own. */
const onAnotherServer = () => void delete (globalThis as { stetShares?: unknown }).stetShares

/** Tries again what fell into two minutes. */
async function withinOneMinute<T>(run: () => Promise<T>): Promise<T> {
  const minute = async () => (await db().$queryRaw<{ at: Date }[]>`SELECT date_trunc('minute', now()) AS at`)[0]?.at
  const before = await minute()
  const result = await run()
  return Number(await minute()) === Number(before) ? result : withinOneMinute(run)
}

test("more than a token may send is refused with 429 until the next minute", async ({ desk }) => {
  const statuses = await withinOneMinute(async () => {
    const checker = await clientOf(desk.checker)
    const answers = []
    for (let sent = 0; sent < 9; sent += 1) answers.push(await checker.get("/sources"))
    const [, last] = answers.slice(-2)
    expect(last).toMatchObject({ status: 429, json: { code: "too-many-requests" } })
    expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0)
    expect(Number(last?.headers.get("retry-after"))).toBeLessThanOrEqual(60)
    // Another of the same person's has its own.
    expect((await (await clientOf(desk.checker)).get("/sources")).status).toBe(200)
    return answers.map(({ status }) => status)
  })
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 429, 429])
})

test("several servers give out no more together, and few writes are made for many requests", async ({ desk }) => {
  const given = await withinOneMinute(async () => {
    const { token } = await actorByToken((await clientOf(desk.checker)).token)
    let allowed = 0
    for (let server = 0; server < 3; server += 1) {
      onAnotherServer()
      const waits = await Promise.all(Array.from({ length: 300 }, () => takeRequest(token, 600)))
      allowed += waits.filter((wait) => wait === 0).length
    }
    const { taken } = await db().tokenUse.findFirstOrThrow({ where: { tokenId: token.id } })
    return { allowed, writes: taken / 10 }
  })
  expect(given.allowed).toBe(600)
  expect(given.writes).toBeLessThan(70)
})

test("a new minute brings a token its requests anew", async ({ desk }) => {
  const { token } = await actorByToken((await clientOf(desk.checker)).token)
  await withinOneMinute(async () => {
    while ((await takeRequest(token, 3)) === 0) continue
  })
  await db()
    .$executeRaw`UPDATE "TokenUse" SET "minute" = "minute" - interval '1 minute' WHERE "tokenId" = ${token.id}::uuid`
  onAnotherServer()
  expect(await takeRequest(token, 3)).toBe(0)
})

test("the sample desk's tokens may send far more", async () => {
  const demo = await openDesk({ demo: true })
  const owner = await clientOf(demo.owner)
  for (let sent = 0; sent < 20; sent += 1) expect((await owner.get("/sources")).status).toBe(200)
})
