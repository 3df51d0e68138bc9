"use server"

import { refresh } from "next/cache"
import * as webhooks from "@/lib/desk/webhooks"
import { MakeWebhook, OneDelivery, OneWebhook } from "@/lib/domain/webhook"
import type { Actor } from "@/lib/domain/workspace"
import { action } from "@/lib/entry"

/** The list comes anew with the answer. */
function listed<Input, Value>(act: (actor: Actor, input: Input) => Promise<Value>) {
  return async (actor: Actor, input: Input): Promise<Value> => {
    const value = await act(actor, input)
    refresh()
    return value
  }
}

export const makeWebhook = action(MakeWebhook, listed(webhooks.makeWebhook))
export const removeWebhook = action(OneWebhook, listed(webhooks.removeWebhook))
export const switchOnWebhook = action(OneWebhook, listed(webhooks.switchOnWebhook))
export const testWebhook = action(OneWebhook, listed(webhooks.testWebhook))
export const redeliver = action(OneDelivery, listed(webhooks.redeliver))
