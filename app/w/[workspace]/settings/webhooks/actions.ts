"use server"

import * as webhooks from "@/lib/desk/webhooks"
import { MakeWebhook, OneDelivery, OneWebhook } from "@/lib/domain/webhook"
import { action, redrawn } from "@/lib/entry"

export const makeWebhook = action(MakeWebhook, redrawn(webhooks.makeWebhook))
export const removeWebhook = action(OneWebhook, redrawn(webhooks.removeWebhook))
export const switchOnWebhook = action(OneWebhook, redrawn(webhooks.switchOnWebhook))
export const testWebhook = action(OneWebhook, redrawn(webhooks.testWebhook))
export const redeliver = action(OneDelivery, redrawn(webhooks.redeliver))
