"use client"
/** Whose verdict it is, which round, and the rating. */
import { useFormatter, useLocale, useTranslations } from "next-intl"
import { ApprovalsSoFar } from "@/components/review/approvals-so-far"
import { Avatar } from "@/components/ui/avatar"
import { Badge } from "@/components/ui/badge"
import type { ClaimView } from "@/lib/domain/claim"
import { ratingLabel } from "@/lib/domain/shown"

export function VerdictHeader({ claim }: { claim: ClaimView }) {
  const t = useTranslations("reviews")
  const format = useFormatter()
  const language = useLocale()
  const { round, verdict } = claim
  if (!round || !verdict) return null
  const sentAt = new Date(round.sentAt)
  return (
    <header className="border-b border-line px-4 py-2.5 sm:px-[1.125rem]">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span aria-hidden>
          <Avatar id={round.sender.id} name={round.sender.name} size="small" />
        </span>
        <h2 id="verdict-sent" className="heading-group min-w-0 flex-1">
          {t(`verdict.${claim.job}`, { name: round.sender.name, round: round.number })}
        </h2>
        <Badge tone={verdict.rating.tone} shape={verdict.rating.shape}>
          {ratingLabel(verdict.rating, language)}
        </Badge>
      </div>
      <p className="mt-1 text-xs text-ink-3">
        {t(`claim.${claim.job}`, { number: claim.number })}
        {" · "}
        {t(`priority.p${claim.priority}`)}
        {" · "}
        <time dateTime={round.sentAt} title={format.dateTime(sentAt, { dateStyle: "full", timeStyle: "long" })}>
          {t("sentAt", { when: format.dateTime(sentAt, { dateStyle: "medium", timeStyle: "short" }) })}
        </time>
      </p>
      <ApprovalsSoFar claim={claim} />
    </header>
  )
}
