/** Webhooks as other systems see them. Nothing of one can be changed but whether it is there, so that its version is always 1. */
import { refuse } from "../domain/refusal"
import type { WebhookView } from "../domain/webhook"

const VERSION = 1

export function apiWebhook(webhook: WebhookView) {
  const { id, url, kinds, madeBy, madeAt, failingSince, off } = webhook
  return {
    id,
    url,
    kinds,
    madeBy,
    madeAt,
    failingSince,
    offAt: off?.at ?? null,
    offBecause: off?.because ?? null,
    version: VERSION,
  }
}

/** Refuses what is no webhook of the desk, and a version that was never there. */
export function assertWebhookVersion(webhooks: WebhookView[], id: string, version: number | undefined): void {
  const current = webhooks.find((one) => one.id === id)
  if (!current) throw refuse("not-found", "webhook.notFound")
  if (version !== undefined && version !== VERSION)
    throw refuse("conflict", "webhook.changed", { current, outdated: true })
}
