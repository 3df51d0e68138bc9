/**
 * Sending to webhooks: what happened is taken up from the log, in order, once for each webhook; what a message says is made
 * when it is sent, as far as whoever made the webhook may see it by then. What does not arrive is tried again, ever later.
 */
import { createHmac } from "node:crypto"
import { v7 as newId } from "uuid"
import { Prisma } from "../../prisma/client/client"
import { db, TRANSACTION, type Tx } from "../db"
import type { EventAct } from "../domain/event"
import { can } from "../domain/policy"
import { isGivenUp, isToldOf, nextTry, type DeliveryFailure, type OffBecause } from "../domain/webhook"
import type { Actor } from "../domain/workspace"
import { queueJob, wakeJobs, type Jobs } from "../jobs"
import { hear } from "../live"
import { log } from "../log"
import { postWebhook, type Posted } from "../outside/post-webhook"
import { change } from "./change"
import { readLog, readLogged, sawTold, type LoggedEvent } from "./event-log"
import { notify } from "./notifications"
import { actorOf, member } from "./people"
import { unseal } from "./secrets"
import { sealedFor } from "./webhooks"

const maker = { include: { createdBy: member } } as const satisfies Prisma.WebhookDefaultArgs
type WebhookRow = Prisma.WebhookGetPayload<typeof maker>

/** Taken up at once, for one webhook. */
const AT_ONCE = 100

/** Takes up for every webhook what has happened since; answers whether something is left that can't be told yet. A chore. */
export async function takeUpForWebhooks(workspaceId?: string): Promise<"all" | "some"> {
  const where = { offAt: null, ...(workspaceId && { workspaceId }) }
  const webhooks = await db().webhook.findMany({ where, select: { id: true }, orderBy: { id: "asc" } })
  let left: "all" | "some" = "all"
  for (const { id } of webhooks) {
    for (let more = "now" as Awaited<ReturnType<typeof takeUp>>; more === "now";) {
      more = await takeUp(id)
      if (more === "soon") left = "some"
    }
  }
  if (webhooks.length > 0) wakeJobs("webhook")
  return left
}

/** Of one, the next part. Another server that does the same has it in hand. */
async function takeUp(id: string): Promise<"now" | "soon" | "later"> {
  const taken = await takeUpPart(id)
  if (typeof taken === "string") return taken
  await switchOff(taken, "maker")
  return "later"
}

/** Answers how it goes on, or the webhook where whoever made it may have none any more. */
function takeUpPart(id: string): Promise<"now" | "soon" | "later" | WebhookRow> {
  return db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Webhook" WHERE "id" = ${id}::uuid AND "offAt" IS NULL FOR NO KEY UPDATE SKIP LOCKED`
    if (!row) return "later"
    const webhook = await tx.webhook.findUniqueOrThrow({ where: { id }, ...maker })
    const actor = actingFor(webhook)
    if (!actor) return webhook
    const { items, place, more } = await readLog(actor, placeOf(webhook), AT_ONCE)
    await queueAll(tx, webhook, items)
    await tx.webhook.update({ where: { id }, data: { placeXid: BigInt(place.xid), placeId: place.id } })
    return more
  }, TRANSACTION)
}

const placeOf = ({ placeXid, placeId }: WebhookRow) => ({ xid: String(placeXid), id: placeId })

async function queueAll(
  tx: Tx,
  { id: webhookId, workspaceId, kinds }: WebhookRow,
  items: LoggedEvent[],
): Promise<void> {
  const rows = items
    .filter(({ event }) => isToldOf(kinds, event.act))
    .map(({ event }) => ({ id: newId(), workspaceId, webhookId, eventId: event.id, act: event.act }))
  await tx.webhookDelivery.createMany({ data: rows, skipDuplicates: true })
  for (const { id: deliveryId } of rows) await queueJob(tx, "webhook", { deliveryId, attempts: 0 })
}

/** As whom it is told: whoever made it, while they are at the desk and may have webhooks. */
function actingFor({ createdBy }: WebhookRow): Actor | null {
  const actor = createdBy.deactivatedAt ? null : actorOf(createdBy)
  return actor && can(actor, "workspace.set") ? actor : null
}

/** Sends a message. A job. */
export async function deliver({ deliveryId, attempts }: Jobs["webhook"]): Promise<void> {
  const row = await db().webhookDelivery.findUnique({ where: { id: deliveryId }, include: { webhook: maker } })
  // Sent meanwhile, or begun anew, or its webhook is gone or off.
  if (!row || row.state !== "waiting" || row.attempts !== attempts || row.webhook.offAt) return
  const actor = actingFor(row.webhook)
  if (!actor) return switchOff(row.webhook, "maker")
  if (await isToWait(row)) return postpone(row)
  const message = await messageOf(row, actor)
  if (!message) return void (await over(row, { step: "event", detail: { reason: "hidden" } }))
  const { id, url, secret } = row.webhook
  const posted = await postWebhook(url, message, signed(row.id, message, unseal(secret, sealedFor(id))))
  if (posted.ok) await arrived(row, posted.status)
  else await failed(row, posted)
}

/** One that ended several servers has failed once more. */
export async function giveUpDelivery({ deliveryId, attempts }: Jobs["webhook"]): Promise<void> {
  const where = { id: deliveryId, state: "waiting" as const, attempts }
  const row = await db().webhookDelivery.findFirst({ where, include: { webhook: maker } })
  if (row) await failed(row, { status: null, step: "event", detail: { reason: "server" } })
}

type Row = Prisma.WebhookDeliveryGetPayload<{ include: { webhook: typeof maker } }>

/** Milliseconds. An address that just now took nothing is asked for one message at a time: the others' jobs must not wait for it. */
const APART = 30_000

/** Whether another message to the same address has just failed. What somebody sends by hand, or was tried before, does not wait. */
async function isToWait({ eventId, triedAt, webhook }: Row): Promise<boolean> {
  if (eventId === null || triedAt !== null || webhook.failingSince === null) return false
  const lately = {
    webhookId: webhook.id,
    triedAt: { gt: new Date(Date.now() - APART) },
    state: { in: ["waiting" as const, "failed" as const] },
  }
  return (await db().webhookDelivery.count({ where: lately })) > 0
}

/** So many messages to an address that takes nothing are looked at again in each `APART`: more would be work for nothing. */
const LOOKED_AT = 20
/** However many wait: within an hour of an address' coming back they are all on their way. */
const LONGEST = 60 * 60_000

async function postpone({ id: deliveryId, attempts, webhook }: Row): Promise<void> {
  const where = { webhookId: webhook.id, state: "waiting" as const }
  const waiting = await db().webhookDelivery.count({ where })
  const wait = Math.min(APART * Math.ceil(waiting / LOOKED_AT), LONGEST)
  // Not all at once.
  const notBefore = new Date(Date.now() + APART + Math.random() * (wait - APART))
  await db().$transaction((tx) => queueJob(tx, "webhook", { deliveryId, attempts }, { notBefore }))
}

/** What is sent; null where whoever made the webhook may not see by now what it tells. */
async function messageOf({ eventId, createdAt, webhook }: Row, actor: Actor): Promise<string | null> {
  const workspace = webhook.createdBy.workspace.slug
  if (eventId === null) {
    return JSON.stringify({ type: "webhook.test", timestamp: createdAt.toISOString(), workspace, data: {} })
  }
  const logged = await readLogged(actor, eventId)
  if (!logged) return null
  await sawTold(actor, [logged])
  const { event } = logged
  return JSON.stringify({ type: event.act, timestamp: event.at, workspace, data: event })
}

/** The headers of Standard Webhooks: the same id for every try, so that a receiver can tell that it has it already. */
function signed(id: string, body: string, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const key = Buffer.from(secret.replace("whsec_", ""), "base64")
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` }
}

async function arrived({ id, attempts, webhookId }: Row, status: number): Promise<void> {
  const tried = { state: "delivered" as const, attempts: attempts + 1, status, triedAt: new Date(), nextAt: null }
  await db().webhookDelivery.updateMany({ where: { id }, data: { ...tried, failure: Prisma.DbNull } })
  await db().webhook.updateMany({ where: { id: webhookId, failingSince: { not: null } }, data: { failingSince: null } })
}

type Failed = Pick<Extract<Posted, { ok: false }>, "status"> & DeliveryFailure

/** Noted, and queued anew, in one; where it has failed for too long, the webhook is switched off. */
async function failed(row: Row, { status, step, detail }: Failed): Promise<void> {
  const { id, webhook } = row
  const [now, attempts] = [new Date(), row.attempts + 1]
  const nextAt = nextTry(attempts, now)
  const failingSince = webhook.failingSince ?? now
  await db().$transaction(async (tx) => {
    await tx.webhook.updateMany({ where: { id: webhook.id, failingSince: null }, data: { failingSince: now } })
    const state = nextAt ? ("waiting" as const) : ("failed" as const)
    const data = { state, attempts, status, failure: { step, detail }, triedAt: now, nextAt }
    // What was switched off, or begun anew, while this was under way stays so.
    const where = { id, state: "waiting" as const, attempts: row.attempts }
    const { count } = await tx.webhookDelivery.updateMany({ where, data })
    if (nextAt && count > 0) await queueJob(tx, "webhook", { deliveryId: id, attempts }, { notBefore: nextAt })
  }, TRANSACTION)
  // A receiver that is gone for good says so.
  if (status === GONE) await switchOff(webhook, "gone")
  else if (isGivenUp(failingSince, now)) await switchOff(webhook, "failing")
}

const GONE = 410

async function over({ id }: Row, failure: DeliveryFailure): Promise<void> {
  const data = { state: "failed" as const, failure, triedAt: new Date(), nextAt: null }
  await db().webhookDelivery.updateMany({ where: { id }, data })
}

/** Sends an address nothing more, and tells the desk's owners. */
function switchOff({ id, workspaceId, url }: WebhookRow, because: OffBecause): Promise<void> {
  return change({ id: null, workspaceId }, async (tx) => {
    const off = { offAt: new Date(), offBecause: because }
    const { count } = await tx.webhook.updateMany({ where: { id, offAt: null }, data: off })
    if (count === 0) return { result: undefined, events: [], unchanged: true } as const
    await tx.webhookDelivery.updateMany({
      where: { webhookId: id, state: "waiting" },
      data: { state: "failed", nextAt: null },
    })
    const owners = await tx.membership.findMany({ where: { workspaceId, role: "owner", deactivatedAt: null } })
    await notify(
      tx,
      workspaceId,
      owners.map(({ id: membershipId }) => ({ membershipId, kind: "webhook_off" })),
    )
    const act: EventAct = "webhook.switched_off"
    const payload = { host: new URL(url).hostname, because }
    return { result: undefined, events: [{ stream: workspaceId, act, subjects: { webhook: id }, payload }] }
  })
}

/** So long is kept what was sent. Milliseconds. */
const KEPT = 30 * 24 * 3600 * 1000

/** What was sent a month ago is forgotten. A chore. */
export async function forgetDeliveries(now = new Date()): Promise<number> {
  return (await db().webhookDelivery.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - KEPT) } } })).count
}

/** Milliseconds: what happens at once is taken up at once. */
const TOGETHER = 300

/** Takes up what happens as soon as it has, until what this answers is called. */
export function watchForWebhooks(): () => void {
  let timer: NodeJS.Timeout | undefined
  const look = () => {
    timer ??= setTimeout(() => {
      void takeUpForWebhooks()
        .catch((error: unknown) => {
          log().error({ err: error }, "nothing could be taken up for webhooks")
          return "all" as const
        })
        .then((left) => {
          timer = undefined
          if (left === "some") look()
        })
    }, TOGETHER).unref()
  }
  const stop = hear((heard) => {
    if (heard === "missed" || heard.channel === "events") look()
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}
