"use client"
/** Until when, and when to ask again: the nearer the plainer, the exact time on hover. */
import { useFormatter, useTimeZone, useTranslations } from "next-intl"
import { nearnessOf } from "@/components/article/due"
import { classes } from "@/components/ui/classes"
import type { WaitingView } from "@/lib/domain/claim"

export interface DueAtProps {
  at: string
  /** When the page was drawn. */
  now: string
  /** What is done is late no more. */
  done: "yes" | "no"
}

export function DueAt({ at, now, done }: DueAtProps) {
  const t = useTranslations("claims.dueAt")
  const format = useFormatter()
  const zone = useTimeZone() ?? "UTC"
  const due = new Date(at)
  const near = nearnessOf(due, new Date(now), zone)
  const shown = near === "late" && done === "yes" ? "other" : near
  const date = format.dateTime(due, { weekday: "short", day: "numeric", month: "short" })
  const time = format.dateTime(due, { timeStyle: "short" })
  return (
    <time
      dateTime={at}
      title={format.dateTime(due, { dateStyle: "full", timeStyle: "long" })}
      className={classes(
        "text-ui",
        shown === "late" || (shown === "today" && done === "no") ? "text-false" : "text-ink",
      )}
    >
      {t(shown, { date, time })}
    </time>
  )
}

/** Whom a claim waits for, and whether it is time to ask again. */
export function Chase({ waiting, now }: { waiting: WaitingView; now: string }) {
  const t = useTranslations("claims")
  const format = useFormatter()
  const day = (at: string) => format.dateTime(new Date(at), { day: "numeric", month: "short" })
  const { on, whom, since, chaseAt } = waiting
  const late = chaseAt !== null && new Date(chaseAt) <= new Date(now)
  return (
    <span className="flex min-w-0 flex-col text-ui">
      <span className="truncate" title={whom ?? undefined}>
        {whom ?? t(`waits.${on}`)}
      </span>
      {chaseAt ? (
        <span className={classes("text-xs", late ? "font-semibold text-false" : "text-ink-3")}>
          {late ? t("chaseNow") : t("chase", { date: day(chaseAt) })}
        </span>
      ) : (
        <span className="text-xs text-ink-3">{t("waitsSince", { date: day(since) })}</span>
      )}
    </span>
  )
}
