"use client"
/** What should be known before a verdict is sent or approved, right where that is done. Silent where there is nothing. */
import { useNow, useTranslations } from "next-intl"
import type { ClaimView } from "@/lib/domain/claim"
import { doubtsAbout } from "@/lib/domain/doubts"

export function Doubts({ claim }: { claim: Pick<ClaimView, "evidence" | "contacts"> }) {
  const t = useTranslations("checklist.doubt")
  const doubts = doubtsAbout(claim, useNow())
  if (doubts.length === 0) return null
  return (
    <ul aria-label={t("title")} className="rounded-lg bg-mixed-soft px-3 py-2 text-xs font-medium text-mixed">
      {doubts.map(({ doubt, count }) => (
        <li key={doubt}>
          <span aria-hidden>△ </span>
          {t(doubt, { count })}
        </li>
      ))}
    </ul>
  )
}
