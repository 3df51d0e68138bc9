import type { z } from "zod"
import { apiWebhook } from "@/lib/api/webhooks"
import { listWebhooks, makeWebhook } from "@/lib/desk/webhooks"
import { MakeWebhook } from "@/lib/domain/webhook"
import { route } from "@/lib/entry"

type Params = Record<string, never>

export const GET = route<Params, z.ZodUndefined>({ scope: "admin" }, async (actor) => ({
  value: { items: (await listWebhooks(actor)).map(apiWebhook), next: null },
}))

export const POST = route<Params, typeof MakeWebhook>(
  { scope: "admin", body: MakeWebhook },
  async (actor, { body }) => {
    const { id, secret } = await makeWebhook(actor, body)
    const made = (await listWebhooks(actor)).find((one) => one.id === id)
    return { value: { ...(made && apiWebhook(made)), secret }, status: 201, version: 1 }
  },
)
