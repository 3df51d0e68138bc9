"use client"
/** Who else is at a claim right now. */
import { useTranslations } from "next-intl"
import { useSyncExternalStore } from "react"
import { Avatar } from "@/components/ui/avatar"
import { nobodyYet, onPresent, presentNow } from "./live-news"

export function AtClaim({ claimId }: { claimId: string }) {
  const t = useTranslations("galley.present")
  const present = useSyncExternalStore(onPresent, presentNow, nobodyYet)
  const here = present.filter(({ claimIds }) => claimIds.includes(claimId))
  if (here.length === 0) return null
  return (
    <span className="inline-flex shrink-0 items-center gap-0.5 rounded-full bg-true-soft p-px pr-1.5">
      {here.map(({ id, name }) => (
        <Avatar key={id} id={id} name={name} size="small" />
      ))}
      <span className="text-[0.6875rem] font-semibold text-true">{t("at")}</span>
    </span>
  )
}
