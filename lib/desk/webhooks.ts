/** Webhooks: other systems that a desk has told what happens there. Made by owners; the secret is shown once, and kept sealed. */
import { randomBytes } from "node:crypto"
import { v7 as newId } from "uuid"
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import type { EventAct } from "../domain/event"
import { HistoryKind } from "../domain/history"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import {
  DeliveryFailure,
  type DeliveryView,
  type MakeWebhook,
  type OffBecause,
  type OneDelivery,
  type OneWebhook,
  type WebhookView,
} from "../domain/webhook"
import type { Actor } from "../domain/workspace"
import { queueJob, wakeJobs } from "../jobs"
import { change, unchanged } from "./change"
import { endOfLog } from "./event-log"
import { seal } from "./secrets"
import { asPerson, person } from "./seen-by"

/** As many as a desk makes use of: each is told everything. */
const MOST = 20

/** Makes a webhook and answers its secret, the only time that it can be read. It is told of what happens from now on. */
export function makeWebhook(actor: Actor, { url, kinds }: MakeWebhook): Promise<{ id: string; secret: string }> {
  const secret = `whsec_${randomBytes(32).toString("base64")}`
  return change(actor, async (tx) => {
    authorize(actor, "workspace.set")
    const { workspaceId, id: createdById } = actor
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR NO KEY UPDATE`
    if ((await tx.webhook.count({ where: { workspaceId } })) >= MOST) {
      throw refuseField("url", "webhook.tooMany", { most: MOST })
    }
    const id = newId()
    const { xid: placeXid, id: placeId } = await endOfLog(actor)
    await tx.webhook.create({
      data: {
        ...{ id, workspaceId, createdById, url, kinds },
        ...{ secret: seal(secret, sealedFor(id)), placeXid: BigInt(placeXid), placeId },
      },
    })
    return { result: { id, secret }, events: [told(actor, "webhook.made", { id, url })] }
  })
}

/** What the secret of a webhook is sealed for. */
export const sealedFor = (webhookId: string): string => `secret of webhook ${webhookId}`

/** The webhooks of a desk, in the order in which they were made. */
export async function listWebhooks(actor: Actor): Promise<WebhookView[]> {
  authorize(actor, "workspace.set")
  const rows = await db().webhook.findMany({
    where: { workspaceId: actor.workspaceId },
    include: { createdBy: person },
    orderBy: { id: "asc" },
    take: MOST,
  })
  return rows.map(({ id, url, kinds, createdBy, createdAt, failingSince, offAt, offBecause }) => ({
    ...{ id, url, madeBy: asPerson(createdBy), madeAt: createdAt.toISOString() },
    kinds: HistoryKind.options.filter((kind) => kinds.includes(kind)),
    failingSince: failingSince?.toISOString() ?? null,
    off: offAt && { at: offAt.toISOString(), because: offBecause as OffBecause },
  }))
}

/** What was sent last to each of a desk's webhooks, the latest first, by the webhook's id. */
export async function listDeliveries(actor: Actor): Promise<Record<string, DeliveryView[]>> {
  authorize(actor, "workspace.set")
  const rows = await db().$queryRaw<Prisma.WebhookDeliveryGetPayload<object>[]>`
    SELECT d."id", d."webhookId", d."act", d."state", d."attempts", d."status", d."failure", d."createdAt", d."nextAt"
    FROM "Webhook" w CROSS JOIN LATERAL (
      SELECT * FROM "WebhookDelivery" d WHERE d."workspaceId" = w."workspaceId" AND d."webhookId" = w."id"
      ORDER BY d."id" DESC LIMIT ${SHOWN}
    ) d WHERE w."workspaceId" = ${actor.workspaceId}::uuid ORDER BY d."id" DESC`
  const lists: Record<string, DeliveryView[]> = {}
  for (const row of rows) (lists[row.webhookId] ??= []).push(deliveryView(row))
  return lists
}

const SHOWN = 20

function deliveryView(row: Prisma.WebhookDeliveryGetPayload<object>): DeliveryView {
  const { id, act, state, attempts, status, failure, createdAt, nextAt } = row
  return {
    ...{ id, state, attempts, status, act: act as EventAct | null, at: createdAt.toISOString() },
    failure: DeliveryFailure.nullable().parse(failure),
    nextAt: nextAt?.toISOString() ?? null,
  }
}

/** Ends a webhook for good: what waits is sent no more, and its log goes with it. */
export function removeWebhook(actor: Actor, { webhookId }: OneWebhook): Promise<void> {
  return change(actor, async (tx) => {
    authorize(actor, "workspace.set")
    const where = { id: webhookId, workspaceId: actor.workspaceId }
    const webhook = await tx.webhook.findFirst({ where })
    if (!webhook) throw refuse("not-found", "webhook.notFound")
    await tx.webhook.deleteMany({ where })
    return { result: undefined, events: [told(actor, "webhook.removed", webhook)] }
  })
}

/** Has a webhook that was switched off told again, of what happens from now on, as far as whoever does this may see. */
export function switchOnWebhook(actor: Actor, { webhookId }: OneWebhook): Promise<void> {
  return change(actor, async (tx) => {
    authorize(actor, "workspace.set")
    const where = { id: webhookId, workspaceId: actor.workspaceId }
    const webhook = await tx.webhook.findFirst({ where })
    if (!webhook) throw refuse("not-found", "webhook.notFound")
    const { xid, id: placeId } = await endOfLog(actor)
    const now = {
      createdById: actor.id,
      placeXid: BigInt(xid),
      placeId,
      failingSince: null,
      offAt: null,
      offBecause: null,
    }
    const { count } = await tx.webhook.updateMany({ where: { ...where, offAt: { not: null } }, data: now })
    if (count === 0) return unchanged(undefined)
    return { result: undefined, events: [told(actor, "webhook.switched_on", webhook)] }
  })
}

/** Sends a webhook a message that says nothing, to see whether it arrives. Nothing of the desk changes by it. */
export async function testWebhook(actor: Actor, { webhookId }: OneWebhook): Promise<{ deliveryId: string }> {
  authorize(actor, "workspace.set")
  const { workspaceId } = actor
  const webhook = await db().webhook.findFirst({ where: { id: webhookId, workspaceId } })
  if (!webhook) throw refuse("not-found", "webhook.notFound")
  if (webhook.offAt) throw refuse("conflict", "webhook.isOff")
  const deliveryId = newId()
  await db().$transaction(async (tx) => {
    await tx.webhookDelivery.create({ data: { id: deliveryId, workspaceId, webhookId } })
    await queueJob(tx, "webhook", { deliveryId, attempts: 0 })
  })
  wakeJobs("webhook")
  return { deliveryId }
}

/** Sends a message once more, as it would be sent today: also one that has arrived. */
export async function redeliver(actor: Actor, { deliveryId }: OneDelivery): Promise<void> {
  authorize(actor, "workspace.set")
  const where = { id: deliveryId, workspaceId: actor.workspaceId }
  const found = await db().webhookDelivery.findFirst({ where, include: { webhook: true } })
  if (!found) throw refuse("not-found", "webhook.noDelivery")
  if (found.webhook.offAt) throw refuse("conflict", "webhook.isOff")
  if (found.state === "waiting" && found.attempts === 0) return
  await db().$transaction(async (tx) => {
    await tx.webhookDelivery.updateMany({ where, data: { state: "waiting", attempts: 0, nextAt: null } })
    await queueJob(tx, "webhook", { deliveryId, attempts: 0 })
  })
  wakeJobs("webhook")
}

/** The log is told the host alone: what stands behind it may be a secret of its receiver's. */
function told({ workspaceId }: Actor, act: EventAct, { id, url }: { id: string; url: string }) {
  return { stream: workspaceId, act, subjects: { webhook: id }, payload: { host: new URL(url).hostname } }
}
