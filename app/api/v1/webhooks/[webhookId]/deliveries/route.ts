import { assertWebhookVersion } from "@/lib/api/webhooks"
import { listDeliveries, listWebhooks } from "@/lib/desk/webhooks"
import { route } from "@/lib/entry"

export const GET = route<{ webhookId: string }>({ scope: "admin" }, async (actor, { params: { webhookId } }) => {
  assertWebhookVersion(await listWebhooks(actor), webhookId, undefined)
  return { value: { items: (await listDeliveries(actor))[webhookId] ?? [], next: null } }
})
