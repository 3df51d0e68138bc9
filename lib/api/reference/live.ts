/** What happens, as it is told to other systems: the log, and webhooks. */
import { z } from "zod"
import { HistoryKind } from "../../domain/history"
import { DeliveryFailure, MakeWebhook } from "../../domain/webhook"
import { EventsQuery } from "../events"
import type { Operations } from "./operation"
import { listOf, Person } from "./shapes"

const live = { group: "Events and webhooks" } as const
const id = z.uuid()
const moment = z.iso.datetime()

const Event = z
  .strictObject({
    ...{ id, act: z.string(), actor: Person.nullable().describe("Null where Stet did it by itself.") },
    subjects: z.record(z.string(), z.union([z.string(), z.array(z.string())])).describe("Ids of what it is about."),
    payload: z.record(z.string(), z.unknown()),
    at: moment,
  })
  .describe("What happened, by whom, when.")

const Events = z.strictObject({
  items: z.array(Event),
  next: z.string().describe("Where to go on from, as `after`: always there, since the log has no end."),
  more: z.boolean().describe("Whether there is more at once."),
})

const Webhook = z
  .strictObject({
    ...{ id, url: z.string(), kinds: z.array(HistoryKind), madeBy: Person, madeAt: moment },
    failingSince: moment.nullable(),
    offAt: moment.nullable().describe("Since when nothing is sent to it any more."),
    offBecause: z.enum(["failing", "gone", "maker"]).nullable(),
    version: z.literal(1),
  })
  .describe("An address that is told what happens, as far as whoever made it may see.")

const MadeWebhook = Webhook.extend({
  secret: z.string().describe("What its messages are signed with. It is shown this once."),
})

const Delivery = z
  .strictObject({
    ...{ id, act: z.string().nullable().describe("Null for a test."), at: moment },
    state: z.enum(["waiting", "delivered", "failed"]),
    attempts: z.int().nonnegative(),
    status: z.int().nullable(),
    failure: DeliveryFailure.nullable(),
    nextAt: moment.nullable(),
  })
  .describe("A message to a webhook, and what came of it.")

export const LIVE_CALLS: Operations = {
  "GET /events": {
    ...{ ...live, scope: "read", query: EventsQuery, answer: Events },
    summary: "What happened, in order, from a place on",
    description:
      "As far as the token's owner may see. With `Accept: text/event-stream` it goes on live: from `Last-Event-ID` or `after`, or else from now on, each event with its place as `id`; a last one, `end`, says that the token may read no more.",
    search: "?limit=10",
  },
  "GET /webhooks": {
    ...{ ...live, scope: "admin", answer: listOf(Webhook) },
    summary: "The webhooks of the desk",
  },
  "POST /webhooks": {
    ...{ ...live, scope: "admin", body: MakeWebhook, answer: MadeWebhook, status: 201, tagged: true },
    summary: "Has an address told what happens from now on",
    description:
      "Each event is sent as `{type, timestamp, workspace, data}`, with the event in `data` as `GET /events` has it. Messages are signed as Standard Webhooks says: `webhook-signature` is `v1,` and the base64 of HMAC-SHA-256 over `webhook-id`, `webhook-timestamp` and the body, with dots between them; the key is what stands behind `whsec_` in the secret, from base64. Answer 2xx within fifteen seconds; else the message comes again, under the same `webhook-id`, for two days. 410 ends the webhook, and so do three days in which nothing arrives. Redirects are not followed.",
    examples: { "of verdicts alone": { url: "https://cms.example.org/stet", kinds: ["verdicts"] } },
  },
  "DELETE /webhooks/{webhookId}": {
    ...{ ...live, scope: "admin", answer: z.strictObject({ id }), match: "required" },
    summary: "Ends a webhook",
  },
  "GET /webhooks/{webhookId}/deliveries": {
    ...{ ...live, scope: "admin", answer: listOf(Delivery) },
    summary: "What was sent to it last",
  },
}
