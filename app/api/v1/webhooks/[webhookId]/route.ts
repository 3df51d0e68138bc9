import { apiWebhook, assertWebhookVersion } from "@/lib/api/webhooks"
import { listWebhooks, removeWebhook } from "@/lib/desk/webhooks"
import type { WebhookView } from "@/lib/domain/webhook"
import { route } from "@/lib/entry"

export const DELETE = route<{ webhookId: string }>(
  { scope: "admin", precondition: "required", present: async (_, current) => apiWebhook(current as WebhookView) },
  async (actor, { params, version }) => {
    assertWebhookVersion(await listWebhooks(actor), params.webhookId, version)
    await removeWebhook(actor, params)
    return { value: { id: params.webhookId } }
  },
)
