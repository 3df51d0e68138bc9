/**
 * Webhooks: other systems that are told what happens at a desk, in signed messages. The way they are signed is that of
 * Standard Webhooks, so that receivers have a library for it. Values in, values out.
 */
import { z } from "zod"
import type { EventAct } from "./event"
import { HistoryKind, KIND_OF } from "./history"
import { Id } from "./id"
import type { Person } from "./workspace"

export const MakeWebhook = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, message: "webhook.address" })
    .max(500)
    .refine((url) => !/^https?:\/\/[^/]*@/.test(url), { message: "webhook.address" }),
  /** Kinds of acts that it is told of; all where none is named. */
  kinds: z.array(HistoryKind).max(HistoryKind.options.length).default([]),
})
export type MakeWebhook = z.infer<typeof MakeWebhook>

export const OneWebhook = z.object({ webhookId: Id })
export type OneWebhook = z.infer<typeof OneWebhook>

export const OneDelivery = z.object({ deliveryId: Id })
export type OneDelivery = z.infer<typeof OneDelivery>

/** Why nothing is sent to an address any more: nothing reached it for days, it said so, or whoever made it may no more. */
export type OffBecause = "failing" | "gone" | "maker"

/** A webhook as it is listed; its secret never is. Times are ISO 8601 in UTC. */
export interface WebhookView {
  id: string
  url: string
  kinds: HistoryKind[]
  madeBy: Person
  madeAt: string
  failingSince: string | null
  off: { at: string; because: OffBecause } | null
}

/** A message, and what came of it. */
export interface DeliveryView {
  id: string
  /** Null for a test. */
  act: EventAct | null
  state: "waiting" | "delivered" | "failed"
  at: string
  attempts: number
  /** The status that the address answered last. */
  status: number | null
  /** Where it stopped, in words of the catalogue under `refusal.fetch`, or a reason of ours. */
  failure: DeliveryFailure | null
  nextAt: string | null
}

export const DeliveryFailure = z.object({
  step: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type DeliveryFailure = z.infer<typeof DeliveryFailure>

/** Whether a webhook is told of an act. */
export const isToldOf = (kinds: readonly string[], act: EventAct): boolean =>
  kinds.length === 0 || kinds.includes(KIND_OF[act])

/** Seconds until it is tried again, after each try that failed; then it is given up. Two days and some in all. */
const AGAIN_AFTER = [5, 60, 5 * 60, 30 * 60, 2 * 3600, 6 * 3600, 12 * 3600, 24 * 3600]

/** When a message is tried again that has failed so often; null where it is given up. */
export function nextTry(attempts: number, now: Date): Date | null {
  const after = AGAIN_AFTER[attempts - 1]
  return after === undefined ? null : new Date(now.getTime() + after * 1000)
}

/** Milliseconds after which an address is told nothing more that nothing has reached. */
const PATIENCE = 3 * 24 * 3600 * 1000

export const isGivenUp = (failingSince: Date, now: Date): boolean => now.getTime() - failingSince.getTime() >= PATIENCE
