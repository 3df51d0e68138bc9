"use client"
/** The webhooks of a desk: whether something arrives, what was sent, and what can be done about it. */
import { useFormatter, useTranslations } from "next-intl"
import { useAsking } from "@/components/settings/use-asking"
import { AskDialog } from "@/components/ui/ask-dialog"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { DeliveryView, OneDelivery, OneWebhook, WebhookView } from "@/lib/domain/webhook"
import { DeliveryLog } from "./delivery-log"

export interface WebhookActs {
  removeWebhook: Act<OneWebhook, void>
  switchOnWebhook: Act<OneWebhook, void>
  testWebhook: Act<OneWebhook, { deliveryId: string }>
  redeliver: Act<OneDelivery, void>
  /** Has the page drawn anew. */
  drawAnew: Act<void, void>
}

export interface WebhookListProps {
  webhooks: WebhookView[]
  /** What was sent last, by the webhook's id. */
  deliveries: Record<string, DeliveryView[]>
  acts: WebhookActs
}

export function WebhookList({ webhooks, deliveries, acts }: WebhookListProps) {
  const t = useTranslations("webhooks")
  if (webhooks.length === 0) return <p className="text-ui text-pretty text-ink-2">{t("none")}</p>
  return (
    <ul aria-label={t("title")} className="border-t border-line">
      {webhooks.map((webhook) => (
        <li key={webhook.id} className="flex flex-col gap-2 border-b border-line py-3">
          <Facts webhook={webhook} />
          <Acts webhook={webhook} acts={acts} />
          <DeliveryLog
            deliveries={deliveries[webhook.id] ?? []}
            redeliver={acts.redeliver}
            drawAnew={acts.drawAnew}
            sends={webhook.off ? "no" : "yes"}
          />
        </li>
      ))}
    </ul>
  )
}

function Facts({ webhook: { url, kinds, madeAt, madeBy, failingSince, off } }: { webhook: WebhookView }) {
  const t = useTranslations("webhooks")
  const format = useFormatter()
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" })
  const told = kinds.length === 0 ? t("all") : kinds.map((kind) => t(`kind.${kind}`)).join(", ")
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="flex flex-wrap items-center gap-2 font-[550] wrap-anywhere">
        {url}
        {off && (
          <Badge tone="false" shape="✕">
            {t("isOff")}
          </Badge>
        )}
        {!off && failingSince && (
          <Badge tone="mixed" shape="△">
            {t("failing", {
              since: format.dateTime(new Date(failingSince), { dateStyle: "medium", timeStyle: "short" }),
            })}
          </Badge>
        )}
        {!off && !failingSince && (
          <Badge tone="true" shape="✓">
            {t("on")}
          </Badge>
        )}
      </p>
      {off && <p className="mt-1 text-xs text-pretty text-false">{t(`off.${off.because}`, { day: day(off.at) })}</p>}
      <p className="mt-0.5 text-xs text-pretty wrap-anywhere text-ink-3">
        {[t("toldOf", { kinds: told }), t("made", { day: day(madeAt), name: madeBy.name })].join(" · ")}
      </p>
    </div>
  )
}

function Acts({ webhook: { id: webhookId, url, off }, acts: given }: { webhook: WebhookView; acts: WebhookActs }) {
  const t = useTranslations("webhooks")
  const { removeWebhook, switchOnWebhook, testWebhook } = given
  const acts = useScreenActs({ removeWebhook, switchOnWebhook, testWebhook })
  const { asked, ask, close, state, refused, run } = useAsking<"remove">()
  const { host } = new URL(url)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {off ? (
        <Button
          size="small"
          aria-label={t("switchOnOne", { host })}
          onClick={() => void run(() => acts.switchOnWebhook({ webhookId }), t("switchedOn", { host }))}
        >
          {t("switchOn")}
        </Button>
      ) : (
        <Button
          size="small"
          aria-label={t("testOne", { host })}
          onClick={() => void run(() => acts.testWebhook({ webhookId }), t("tested", { host }))}
        >
          {t("test")}
        </Button>
      )}
      <Button size="small" aria-label={t("removeOne", { host })} onClick={() => ask("remove")}>
        {t("remove")}
      </Button>
      <Refused>{refused}</Refused>
      <AskDialog
        {...state}
        open={asked === "remove"}
        title={t("removeTitle", { host })}
        text={t("removeText")}
        confirm={t("remove")}
        look="danger"
        onYes={() => void run(() => acts.removeWebhook({ webhookId }), t("removed", { host }))}
        onClose={close}
      />
    </div>
  )
}
