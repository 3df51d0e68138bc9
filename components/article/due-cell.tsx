/** When an article is due, the nearer the plainer; the exact time is on hover. */
import { getFormatter, getNow, getTimeZone, getTranslations } from "next-intl/server"
import { None } from "@/components/ui/none"
import { nearnessOf } from "./due"

export async function Due({ at }: { at: string | null }) {
  const t = await getTranslations("articles.due")
  if (!at) return <None>{t("none")}</None>
  const [format, now, zone] = await Promise.all([getFormatter(), getNow(), getTimeZone()])
  const due = new Date(at)
  const near = nearnessOf(due, now, zone)
  const date = format.dateTime(due, { weekday: "short", day: "numeric", month: "short" })
  const time = format.dateTime(due, { timeStyle: "short" })
  return (
    <time
      dateTime={at}
      title={format.dateTime(due, { dateStyle: "full", timeStyle: "long" })}
      className={
        near === "late" || near === "today"
          ? "text-ui whitespace-nowrap text-false"
          : "text-ui whitespace-nowrap text-ink"
      }
    >
      {t(near, { date, time, when: date })}
    </time>
  )
}
