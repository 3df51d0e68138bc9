"use client"
/** What was sent to a webhook last, the latest first: what came of each, and a way to send it again. */
import { useFormatter, useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { useAsking } from "@/components/settings/use-asking"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { connection, notice } from "@/components/ui/connection"
import { Refused } from "@/components/ui/refused"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { DeliveryView, OneDelivery } from "@/lib/domain/webhook"

export interface DeliveryLogProps {
  deliveries: DeliveryView[]
  redeliver: Act<OneDelivery, void>
  /** Has the page drawn anew. */
  drawAnew: Act<void, void>
  sends: "yes" | "no"
}

/** Milliseconds: what is on its way shows when it has arrived. */
const LOOK_EVERY = 2_000

const isUnderWay = ({ state, attempts }: DeliveryView) => state === "waiting" && attempts === 0

export function DeliveryLog({ deliveries, redeliver, drawAnew, sends }: DeliveryLogProps) {
  const t = useTranslations("webhooks")
  const [open, setOpen] = useState(false)
  const [last] = deliveries
  const [seen, setSeen] = useState(last?.id)
  if (last && last.id !== seen) {
    setSeen(last.id)
    // Whoever sends a test wants to see what comes of it.
    if (last.act === null) setOpen(true)
  }
  useLookingAgain(deliveries, drawAnew)
  const title = t("log", { count: deliveries.length })
  if (!last) return <p className="text-xs text-ink-3">{title}</p>
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer text-xs font-semibold text-ink-2">
        {title}
        <span role="status" className="ml-2 inline-block align-middle font-normal">
          <State of={last} />
        </span>
      </summary>
      <ul aria-label={title} className="mt-1 divide-y divide-line border-t border-line">
        {deliveries.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} redeliver={redeliver} sends={sends} />
        ))}
      </ul>
    </details>
  )
}

/** Looks again while a message is on its way, and once one is to have been tried again. */
function useLookingAgain(deliveries: DeliveryView[], drawAnew: DeliveryLogProps["drawAnew"]): void {
  useEffect(() => {
    const waiting = deliveries.filter(({ state }) => state === "waiting")
    if (waiting.length === 0) return
    const next = Math.min(...waiting.map((one) => (isUnderWay(one) ? 0 : Date.parse(one.nextAt ?? "") || Infinity)))
    const wait = Math.min(Math.max(0, next - Date.now()) + LOOK_EVERY, LONGEST)
    const timer = setInterval(() => {
      // By an act: the router, where it reaches nobody, would leave the page for one that can't be had.
      if (connection() === "open" && document.visibilityState === "visible")
        void drawAnew().then(notice, () => undefined)
    }, wait)
    return () => clearInterval(timer)
  }, [deliveries, drawAnew])
}

/** Milliseconds: a timer takes no more than some weeks, and nobody sits there for an hour. */
const LONGEST = 3_600_000

const LOOKS = {
  sending: { tone: "review", shape: "◑" },
  waiting: { tone: "open", shape: "○" },
  delivered: { tone: "true", shape: "✓" },
  failed: { tone: "false", shape: "✕" },
} as const

function State({ of }: { of: DeliveryView }) {
  const t = useTranslations("webhooks.delivery.state")
  const state = isUnderWay(of) ? "sending" : of.state
  return <Badge {...LOOKS[state]}>{t(state)}</Badge>
}

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
    <li className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 py-1 text-xs">
      <span className="shrink-0 sm:w-36">
        <State of={delivery} />
      </span>
      <span className="min-w-0 font-[550] wrap-anywhere">{what}</span>
      {/* A line of its own where there is no room beside. */}
      <span className="order-last w-full min-w-0 text-pretty text-ink-3 sm:order-none sm:w-auto sm:flex-1">
        <time dateTime={at}>{when}</time>
        <Outcome delivery={delivery} />
      </span>
      <Refused className="order-last w-full">{refused}</Refused>
      {sends === "yes" && !isUnderWay(delivery) && (
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
  const moment = (at: string) =>
    format.dateTime(new Date(at), { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
  const parts = [
    attempts > 1 && t("tries", { count: attempts }),
    status !== null && t("answered", { status }),
    failure && state !== "delivered" && t("why", { step: failure.step, reason: String(failure.detail.reason) }),
    state === "waiting" && nextAt && t("next", { when: moment(nextAt) }),
  ]
  return parts.filter(Boolean).map((part) => <span key={String(part)}> · {part}</span>)
}
