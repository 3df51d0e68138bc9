"use client"
/** How many verdicts wait for a person, without those that they have approved since the page was drawn. */
import { useFormatter, useTranslations } from "next-intl"
import { useTray } from "./approvals"
import { isDecided } from "./decided"

/** Above this the exact number tells nobody anything more. */
const COUNTED = 99

export function WaitingCount({ rounds }: { rounds: readonly string[] }) {
  const t = useTranslations("workspace")
  const format = useFormatter()
  const tray = useTray()
  const count = rounds.filter((roundId) => !isDecided(tray, roundId)).length
  if (count === 0) return null
  return (
    <span className="rounded-full bg-false px-1.5 text-[0.6875rem] leading-[1.125rem] font-semibold text-paper tabular-nums">
      <span aria-hidden>{count > COUNTED ? t("many") : format.number(count)}</span>
      <span className="sr-only">{t("waiting", { count })}</span>
    </span>
  )
}
