/** Webhooks against a real server: what it is sent, by whom it can tell that it is from Stet, and what is done where it fails. */
import { createHmac } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { afterAll, beforeEach, describe, expect, vi } from "vitest"
import { db } from "../db"
import type { EventView } from "../domain/event"
import type * as Limits from "../outside/limits"
import { site } from "../outside/testing/site"
import { startThread } from "./comments"
import { listNotifications } from "./notifications"
import { addSource } from "./sources"
import { newSource, test, type Desk } from "./testing/desk"
import { deliver, forgetDeliveries, giveUpDelivery, takeUpForWebhooks } from "./webhook-sending"
import {
  listDeliveries,
  listWebhooks,
  makeWebhook,
  redeliver,
  removeWebhook,
  switchOnWebhook,
  testWebhook,
} from "./webhooks"

/** Whoever says nothing is waited for a tenth of the time here. */
vi.mock("../outside/limits", async (original) => {
  const limits = await original<typeof Limits>()
  return { ...limits, WEBHOOK_MS: limits.WEBHOOK_MS / 10 }
})

interface Message {
  type: string
  timestamp: string
  workspace: string
  data: EventView
}

type Received = Message & { headers: IncomingMessage["headers"]; body: string }

let received: Received[] = []
let answer = (_: IncomingMessage, response: ServerResponse): unknown => response.writeHead(204).end()
const accept = answer

const receiver = await site((request, response) => {
  let body = ""
  request.on("data", (part: Buffer) => (body += part.toString()))
  request.on("end", () => {
    if (body) received.push({ ...(JSON.parse(body) as Message), headers: request.headers, body })
    answer(request, response)
  })
})
vi.stubEnv("STET_FETCH_INSIDE", `127.0.0.1:${receiver.port}`)
const url = `${receiver.url}hook?key=a`

afterAll(() => receiver.close())
beforeEach(async () => {
  received = []
  answer = accept
  await db().webhook.deleteMany()
})

const made = async ({ owner }: Desk, kinds: Parameters<typeof makeWebhook>[1]["kinds"] = []) =>
  makeWebhook(owner, { url, kinds })

/** Takes up what has happened, and does what is queued of it, as the servers do. */
async function sendAll(): Promise<void> {
  // Tests of other files write at the same time.
  await vi.waitFor(async () => expect(await takeUpForWebhooks()).toBe("all"), 10_000)
  for (const { id, attempts } of await waiting()) await deliver({ deliveryId: id, attempts })
}

const waiting = () => db().webhookDelivery.findMany({ where: { state: "waiting" }, orderBy: { id: "asc" } })
const types = () => received.map(({ type }) => type)
const lastOf = async ({ owner }: Desk, id: string) => (await listDeliveries(owner))[id]?.[0]

/** As a receiver checks it, by the rules of Standard Webhooks. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.slice("whsec_".length), "base64")
  const signed = `${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`
  return headers["webhook-signature"] === `v1,${createHmac("sha256", key).update(signed).digest("base64")}`
}

describe("a message", () => {
  test("is sent for each thing that happens, once and in order, and is signed", async ({ desk }) => {
    const { secret } = await made(desk)
    const claim = await desk.sentClaim()
    await sendAll()
    expect(types()).toEqual(
      expect.arrayContaining(["webhook.made", "article.imported", "claim.marked", "verdict.drafted", "round.sent"]),
    )
    const sent = received.find(({ type }) => type === "round.sent")
    expect(sent).toMatchObject({ workspace: desk.slug, data: { subjects: { claim: claim.id } } })
    expect(received.every((one) => isSigned(one, secret))).toBe(true)
    const [first] = received
    expect(first && isSigned({ ...first, body: first.body.replace("{", "{ ") }, secret)).toBe(false)
    const count = received.length
    await sendAll()
    expect(received).toHaveLength(count)
  })

  test("tells of the kinds that were asked for", async ({ desk }) => {
    await made(desk, ["verdicts"])
    await desk.sentClaim()
    await sendAll()
    expect(new Set(types())).toEqual(new Set(["verdict.drafted", "round.sent"]))
  })

  test("tells nothing that whoever made the webhook may not see when it is sent", async ({ desk }) => {
    const { id } = await made(desk)
    const claim = await desk.claim()
    const about = { articleId: claim.articleId, about: { claimId: claim.id } }
    await startThread(desk.editor, { ...about, kind: "legal", body: "Ask the lawyer." })
    await addSource(desk.editor, newSource({ confidential: true, url: null }))
    await vi.waitFor(async () => expect(await takeUpForWebhooks()).toBe("all"), 10_000)
    // They have written it with others since.
    await db().articleAuthor.create({
      data: {
        workspaceId: desk.workspaceId,
        articleId: claim.articleId,
        membershipId: desk.owner.id,
        name: "",
        ordinal: 0,
      },
    })
    for (const one of await waiting()) await deliver({ deliveryId: one.id, attempts: one.attempts })
    expect(types()).toContain("source.added")
    expect(types()).not.toContain("comment.written")
    const hidden = (await listDeliveries(desk.owner))[id]?.find(({ act }) => act === "comment.written")
    expect(hidden).toMatchObject({ state: "failed", failure: { detail: { reason: "hidden" } } })
  })

  test("of a test says that it is one, and its id is the same each time", async ({ desk }) => {
    const { id: webhookId, secret } = await made(desk)
    const { deliveryId } = await testWebhook(desk.owner, { webhookId })
    await deliver({ deliveryId, attempts: 0 })
    await redeliver(desk.owner, { deliveryId })
    await deliver({ deliveryId, attempts: 0 })
    expect(types()).toEqual(["webhook.test", "webhook.test"])
    expect(received.map(({ headers }) => headers["webhook-id"])).toEqual([deliveryId, deliveryId])
    expect(received.every((one) => isSigned(one, secret))).toBe(true)
    expect(await lastOf(desk, webhookId)).toMatchObject({ act: null, state: "delivered", status: 204, attempts: 1 })
  })
})

describe("a receiver that fails", () => {
  const failing: Record<string, [typeof answer, object]> = {
    "with an error": [
      (_, response) => void response.writeHead(500).end(),
      { status: 500, failure: { step: "status" } },
    ],
    "by breaking off": [(request) => void request.socket.destroy(), { status: null, failure: { step: "connection" } }],
    "by passing on elsewhere, which is not followed": [
      (_, response) => void response.writeHead(307, { location: `${receiver.url}other` }).end(),
      { status: 307, failure: { step: "status" } },
    ],
  }
  test.for(Object.entries(failing))("%s is tried again, later each time", async ([, [fails, told]], { desk }) => {
    const { id: webhookId } = await made(desk)
    const { deliveryId } = await testWebhook(desk.owner, { webhookId })
    answer = fails
    await deliver({ deliveryId, attempts: 0 })
    expect(await lastOf(desk, webhookId)).toMatchObject({ state: "waiting", attempts: 1, ...told })
    expect(received).toHaveLength(1)
    const queued = await db().$queryRaw<object[]>`
      SELECT 1 FROM pgboss.job WHERE name = 'webhook' AND data->>'deliveryId' = ${deliveryId} AND (data->>'attempts')::int = 1
        AND start_after > now()`
    expect(queued).toHaveLength(1)
    // The same job once more finds that it has been done.
    await deliver({ deliveryId, attempts: 0 })
    expect(received).toHaveLength(1)
    expect((await listWebhooks(desk.owner))[0]?.failingSince).not.toBeNull()
    answer = accept
    await deliver({ deliveryId, attempts: 1 })
    expect(await lastOf(desk, webhookId)).toMatchObject({ state: "delivered", failure: null, attempts: 2 })
    expect((await listWebhooks(desk.owner))[0]?.failingSince).toBeNull()
  })

  test("by saying nothing is waited for no longer than a quarter of a minute", async ({ desk }) => {
    const { id: webhookId } = await made(desk)
    const { deliveryId } = await testWebhook(desk.owner, { webhookId })
    answer = () => undefined
    await deliver({ deliveryId, attempts: 0 })
    expect(await lastOf(desk, webhookId)).toMatchObject({ state: "waiting", failure: { step: "time" } })
    const { WEBHOOK_MS } = await vi.importActual<typeof Limits>("../outside/limits")
    expect(WEBHOOK_MS).toBe(15_000)
  })

  test("is asked for one message at a time, so that the others' do not wait for it", async ({ desk }) => {
    const { id: webhookId } = await made(desk)
    answer = (_, response) => void response.writeHead(500).end()
    await desk.claim()
    await sendAll()
    expect(received).toHaveLength(1)
    const left = await waiting()
    expect(left.filter(({ attempts }) => attempts === 0).length).toBe(left.length - 1)
    answer = accept
    const { deliveryId } = await testWebhook(desk.owner, { webhookId })
    await deliver({ deliveryId, attempts: 0 })
    for (const { id, attempts } of left) await deliver({ deliveryId: id, attempts })
    expect(received).toHaveLength(left.length + 2)
  })

  test("for days is sent nothing more, and the owners are told, until one switches it on again", async ({ desk }) => {
    const { id: webhookId } = await made(desk)
    const { deliveryId } = await testWebhook(desk.owner, { webhookId })
    const long = new Date(Date.now() - 4 * 24 * 3600 * 1000)
    await db().webhook.update({ where: { id: webhookId }, data: { failingSince: long } })
    answer = (_, response) => void response.writeHead(503).end()
    await deliver({ deliveryId, attempts: 0 })
    expect((await listWebhooks(desk.owner))[0]?.off).toMatchObject({ because: "failing" })
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "webhook.switched_off", actorId: null, payload: { host: "127.0.0.1", because: "failing" } },
    ])
    expect((await listNotifications(desk.owner, { limit: 10 })).items).toMatchObject([{ kind: "webhook_off" }])
    expect((await listNotifications(desk.editor, { limit: 10 })).items).toEqual([])
    expect(await waiting()).toEqual([])
    received = []
    answer = accept
    await desk.claim()
    await sendAll()
    expect(received).toEqual([])
    await switchOnWebhook(desk.owner, { webhookId })
    await desk.claim()
    await sendAll()
    expect(types()).toContain("claim.marked")
  })

  test("is looked at less often the more waits for it, and what it fails at after it was switched off stays so", async ({
    desk,
  }) => {
    const { id: webhookId } = await made(desk)
    const { workspaceId } = desk
    await db().webhook.update({ where: { id: webhookId }, data: { failingSince: new Date() } })
    const failed = { workspaceId, webhookId, state: "failed" as const, triedAt: new Date() }
    const others = Array.from({ length: 60 }, () => ({ workspaceId, webhookId, triedAt: null }))
    await db().webhookDelivery.createMany({ data: [failed, ...others] })
    const article = await desk.article()
    const event = await db().event.findFirstOrThrow({ where: { streamId: article.id } })
    const told = { workspaceId, webhookId, eventId: event.id, act: event.act }
    const { id: deliveryId } = await db().webhookDelivery.create({ data: told })
    for (let times = 0; times < 5; times += 1) await deliver({ deliveryId, attempts: 0 })
    expect(received).toEqual([])
    const [{ soonest, latest } = { soonest: 0, latest: 0 }] = await db().$queryRaw<
      { soonest: number; latest: number }[]
    >`
      SELECT extract(epoch FROM min(start_after) - now())::int AS soonest,
        extract(epoch FROM max(start_after) - now())::int AS latest
      FROM pgboss.job WHERE name = 'webhook' AND data->>'deliveryId' = ${deliveryId}`
    expect(soonest).toBeGreaterThan(20)
    expect(latest).toBeLessThanOrEqual(120)

    answer = async (_, response) => {
      const off = { offAt: new Date(), offBecause: "gone" }
      await db().webhook.update({ where: { id: webhookId }, data: off })
      await db().webhookDelivery.updateMany({ where: { webhookId }, data: { state: "failed" } })
      response.writeHead(500).end()
    }
    await db().webhook.update({ where: { id: webhookId }, data: { failingSince: null } })
    await deliver({ deliveryId, attempts: 0 })
    expect(received).toHaveLength(1)
    expect(await waiting()).toEqual([])
  })

  test("for good says so, and is sent nothing more", async ({ desk }) => {
    const { id: webhookId } = await made(desk)
    const { deliveryId } = await testWebhook(desk.owner, { webhookId })
    answer = (_, response) => void response.writeHead(410).end()
    await deliver({ deliveryId, attempts: 0 })
    expect((await listWebhooks(desk.owner))[0]?.off).toMatchObject({ because: "gone" })
  })
})

test("nothing of this machine is sent to that is not allowed, whatever its address looks like", async ({ desk }) => {
  for (const address of [
    "http://127.0.0.1:1/",
    "http://[::ffff:127.0.0.1]/",
    "http://2130706433/",
    "http://localhost/",
  ]) {
    const { id: webhookId } = await makeWebhook(desk.owner, { url: address, kinds: [] })
    const { deliveryId } = await testWebhook(desk.owner, { webhookId })
    await deliver({ deliveryId, attempts: 0 })
    expect(await lastOf(desk, webhookId)).toMatchObject({ state: "waiting", status: null })
    expect((await lastOf(desk, webhookId))?.failure?.detail.reason).toMatch(/^(private|port)$/)
  }
  expect(received).toEqual([])
})

test("it is told no more once whoever made it is no owner, and nothing once it is removed", async ({ desk }) => {
  const { id: webhookId } = await made(desk)
  const { deliveryId } = await testWebhook(desk.owner, { webhookId })
  await db().membership.update({ where: { id: desk.owner.id }, data: { role: "editor" } })
  await deliver({ deliveryId, attempts: 0 })
  await db().membership.update({ where: { id: desk.owner.id }, data: { role: "owner" } })
  expect((await listWebhooks(desk.owner))[0]?.off).toMatchObject({ because: "maker" })
  await switchOnWebhook(desk.owner, { webhookId })
  await desk.claim()
  await vi.waitFor(async () => expect(await takeUpForWebhooks()).toBe("all"), 10_000)
  const jobs = await waiting()
  expect(jobs.length).toBeGreaterThan(0)
  await removeWebhook(desk.owner, { webhookId })
  for (const { id, attempts } of jobs) await deliver({ deliveryId: id, attempts })
  expect(received).toEqual([])
})

test("one whose maker is no owner any more says so, also where nothing was on its way", async ({ desk }) => {
  await made(desk)
  await db().membership.update({ where: { id: desk.owner.id }, data: { role: "editor" } })
  await desk.claim()
  await takeUpForWebhooks()
  await db().membership.update({ where: { id: desk.owner.id }, data: { role: "owner" } })
  expect((await listWebhooks(desk.owner))[0]?.off).toMatchObject({ because: "maker" })
  expect(await waiting()).toEqual([])
})

test("its secret is kept sealed, and its log for a month", async ({ desk }) => {
  const { id: webhookId, secret } = await made(desk)
  const row = await db().webhook.findUniqueOrThrow({ where: { id: webhookId } })
  expect(JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain(
    secret.slice(6),
  )
  const { deliveryId } = await testWebhook(desk.owner, { webhookId })
  await giveUpDelivery({ deliveryId, attempts: 0 })
  expect(await lastOf(desk, webhookId)).toMatchObject({ attempts: 1, failure: { detail: { reason: "server" } } })
  await deliver({ deliveryId, attempts: 1 })
  expect(await forgetDeliveries()).toBe(0)
  expect(await forgetDeliveries(new Date(Date.now() + 40 * 24 * 3600 * 1000))).toBe(1)
})
