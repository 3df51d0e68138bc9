/** The acts on webhooks, for the test of all acts and for that of the walls. */
import { db } from "../../db"
import {
  listDeliveries,
  listWebhooks,
  makeWebhook,
  redeliver,
  removeWebhook,
  switchOnWebhook,
  testWebhook,
} from "../webhooks"
import type { ActCase } from "./act-case"
import type { Desk } from "./desk"
import type { Attempt } from "./furnished"

const url = "https://cms.example.org/stet?secret=a-yellow-bird"

const refused: ActCase["refused"] = { names: ["viewer", "author", "checker", "editor"], key: "policy.workspace_set" }

async function made(desk: Desk): Promise<{ webhookId: string }> {
  return { webhookId: (await makeWebhook(desk.owner, { url, kinds: [] })).id }
}

export const WEBHOOK_ACTS: Record<string, ActCase> = {
  "webhooks.makeWebhook": {
    arrange: () => (who) => makeWebhook(who, { url, kinds: ["verdicts"] }),
    by: "owner",
    tells: ["webhook.made"],
    refused,
  },
  "webhooks.removeWebhook": {
    arrange: async (desk) => {
      const webhook = await made(desk)
      return (who) => removeWebhook(who, webhook)
    },
    by: "owner",
    tells: ["webhook.removed"],
    refused,
  },
  "webhooks.switchOnWebhook": {
    arrange: async (desk) => {
      const webhook = await made(desk)
      const off = { offAt: new Date(), offBecause: "failing" }
      await db().webhook.update({ where: { id: webhook.webhookId }, data: off })
      return (who) => switchOnWebhook(who, webhook)
    },
    by: "owner",
    tells: ["webhook.switched_on"],
    refused,
  },
}

export const WEBHOOK_ATTEMPTS: Record<string, Attempt> = {
  "webhooks.makeWebhook": [(who) => makeWebhook(who, { url: "https://other.example.org/", kinds: [] }), null],
  "webhooks.listWebhooks": [(who) => listWebhooks(who), null],
  "webhooks.listDeliveries": [(who) => listDeliveries(who), null],
  "webhooks.removeWebhook": [(who, { webhookId }) => removeWebhook(who, { webhookId }), "not-found"],
  "webhooks.switchOnWebhook": [(who, { webhookId }) => switchOnWebhook(who, { webhookId }), "not-found"],
  "webhooks.testWebhook": [(who, { webhookId }) => testWebhook(who, { webhookId }), "not-found"],
  "webhooks.redeliver": [(who, { deliveryId }) => redeliver(who, { deliveryId }), "not-found"],
}

export const WEBHOOK_PARTS: Record<string, string> = {
  "event-log.readLogged":
    "part of sending to webhooks, which is told ids by Stet alone; it asks what their maker may see",
  "webhook-sending.deliver": "a job's, which acts as the webhook's maker: it is told ids by Stet alone",
  "webhook-sending.forgetDeliveries": "a chore's: it looks at every workspace, and answers a number",
  "webhook-sending.giveUpDelivery": "a job's: it is told ids by Stet alone",
  "webhook-sending.takeUpForWebhooks": "a chore's: each webhook is told of its own desk, as its maker",
  "webhook-sending.watchForWebhooks": "begins with the jobs",
  "webhooks.sealedFor": "pure",
}
