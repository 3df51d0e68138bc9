/** An answer that should be there by now: small, beside whom a claim waits for. */
import { useFormatter, useTranslations } from "next-intl"
import type { OverdueAnswer } from "@/lib/domain/contact"

export function OverdueNote({ answer: { whom, deadline, count } }: { answer: OverdueAnswer }) {
  const t = useTranslations("contact")
  const format = useFormatter()
  const when = format.dateTime(new Date(deadline), {
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "numeric",
  })
  return (
    <span className="text-xs font-semibold break-words text-false" title={whom}>
      <span aria-hidden>! </span>
      {t("overdueOf", { whom, when, others: count - 1 })}
    </span>
  )
}
