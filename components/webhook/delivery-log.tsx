"use client"
/** What was sent to a webhook last, the latest first: what came of each, and a way to send it again. */
import { useRouter } from "next/navigation"
import { useFormatter, useNow, useTranslations } from "next-intl"
import { useEffect } from "react"
import { useAsking } from "@/components/settings/use-asking"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { DeliveryView, OneDelivery } from "@/lib/domain/webhook"

interface DeliveryLogProps {
  deliveries: DeliveryView[]
  redeliver: Act<OneDelivery, void>
  sends: "yes" | "no"
}

/** Milliseconds: what is on its way shows when it has arrived. */
const LOOK_EVERY = 2_000

export function DeliveryLog({ deliveries, redeliver, sends }: DeliveryLogProps) {
  const t = useTranslations("webhooks")
  const { refresh } = useRouter()
  const isUnderWay = deliveries.some(({ state, attempts }) => state === "waiting" && attempts === 0)
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(refresh, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [isUnderWay, refresh])
  const title = t("log", { count: deliveries.length })
  if (deliveries.length === 0) return <p className="text-xs text-ink-3">{title}</p>
  return (
    <details>
      <summary className="cursor-pointer text-xs font-semibold text-ink-2">{title}</summary>
      <ul aria-label={title} className="mt-1.5 flex flex-col gap-2.5 sm:gap-1.5">
        {deliveries.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} redeliver={redeliver} sends={sends} />
        ))}
      </ul>
    </details>
  )
}

const LOOKS = {
  waiting: { tone: "open", shape: "○" },
  delivered: { tone: "true", shape: "✓" },
  failed: { tone: "false", shape: "✕" },
} as const

function Delivery({
  delivery,
  redeliver,
  sends,
}: { delivery: DeliveryView } & Pick<DeliveryLogProps, "redeliver" | "sends">) {
  const t = useTranslations("webhooks.delivery")
  const format = useFormatter()
  const acts = useScreenActs({ redeliver })
  const { refused, run } = useAsking<"again">()
  const { id: deliveryId, at } = delivery
  // Receivers know it by the name of the act.
  const what = delivery.act ?? t("test")
  const when = format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "medium" })
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
      <Badge {...LOOKS[delivery.state]}>{t(`state.${delivery.state}`)}</Badge>
      <span className="min-w-0 wrap-anywhere">{what}</span>
      {/* A line of its own where there is no room beside. */}
      <span className="order-last w-full min-w-0 text-pretty text-ink-3 sm:order-none sm:w-auto sm:flex-1">
        <time dateTime={at}>{when}</time>
        <Outcome delivery={delivery} />
      </span>
      <Refused className="order-last w-full">{refused}</Refused>
      {sends === "yes" && !(delivery.state === "waiting" && delivery.attempts === 0) && (
        <Button
          size="small"
          className="ml-auto"
          aria-label={t("againOne", { what, when })}
          onClick={() => void run(() => acts.redeliver({ deliveryId }), t("sentAgain"))}
        >
          {t("again")}
        </Button>
      )}
    </li>
  )
}

function Outcome({ delivery: { state, attempts, status, failure, nextAt } }: { delivery: DeliveryView }) {
  const t = useTranslations("webhooks.delivery")
  const format = useFormatter()
  const now = useNow()
  const parts = [
    attempts > 1 && t("tries", { count: attempts }),
    status !== null && t("answered", { status }),
    failure && state !== "delivered" && t("why", { step: failure.step, reason: String(failure.detail.reason) }),
    state === "waiting" && nextAt && t("next", { when: format.relativeTime(new Date(nextAt), now) }),
  ]
  return parts.filter(Boolean).map((part) => <span key={String(part)}> · {part}</span>)
}
