"use client"
/** What the sender went without, and why: whoever decides, decides knowing it. */
import { useTranslations } from "next-intl"
import { isListed } from "@/lib/domain/checklist"
import type { WaiverInput } from "@/lib/domain/round"

export function Waivers({ waivers }: { waivers: readonly WaiverInput[] }) {
  const t = useTranslations("checklist")
  const reasonOf = useWaiverReason()
  if (waivers.length === 0) return null
  return (
    <ul aria-label={t("waivers")} className="rounded-lg bg-open-soft px-3 py-2 text-xs text-ink">
      {waivers.map(({ item, reason }) => (
        <li key={item}>
          <b className="font-semibold text-open">{t(`without.${item}`)}</b> {reasonOf(reason)}
        </li>
      ))}
    </ul>
  )
}

/** Why an item was gone without: a reason of the list in the reader's language, or words as they were written. */
export function useWaiverReason(): (reason: string) => string {
  const t = useTranslations("checklist.reason")
  return (reason) => (isListed(reason) ? t(reason) : reason)
}
