"use client"
/** One claim in the list. */
import { useTranslations } from "next-intl"
import { memo } from "react"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { laneLooks } from "@/components/comment/lane-looks"
import { AtClaim } from "@/components/live/at-claim"
import { Avatar } from "@/components/ui/avatar"
import { Badge } from "@/components/ui/badge"
import { classes } from "@/components/ui/classes"
import { ClaimBadge, HoldBadge } from "./claim-badge"
import { wantsLook } from "./claim-filter"
import { titleOf, useClaimWords } from "./claim-words"

export interface ClaimRowProps {
  id: string
  entry: ClaimEntry
  selected: boolean
  /** How many queries on it are open. */
  queries: number
  /** Its place in the list, counted from one, and how many there are. */
  at: number
  of: number
  onSelect: (key: string) => void
}

export const ClaimRow = memo(function ClaimRow({ id, entry, selected, queries, at, of, onSelect }: ClaimRowProps) {
  const t = useTranslations("claim")
  const { noteOf } = useClaimWords()
  const { claim } = entry
  const checker = claim.assignee ?? claim.markedBy
  return (
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-posinset={at}
      aria-setsize={of}
      onClick={() => onSelect(entry.key)}
      className={classes(
        "grid cursor-pointer grid-cols-[26px_minmax(0,1fr)] gap-1.5 border-b border-line py-2.5 pr-4 pl-3",
        selected ? "bg-raised shadow-[inset_3px_0_0_var(--accent)]" : "hover:bg-raised/60",
      )}
    >
      <span className="relative text-right text-xs leading-5 font-semibold text-ink-3 tabular-nums">
        {claim.number}
        <AtClaim claimId={claim.id} />
      </span>
      <span className="min-w-0">
        <span className="line-clamp-2 text-left font-serif text-[0.9375rem] leading-[1.38] break-words">
          {titleOf(claim)}
        </span>
        <span className="mt-1.5 flex min-w-0 flex-wrap items-center gap-1.5 text-xs text-ink-3">
          <ClaimBadge claim={claim} />
          <HoldBadge claim={claim} />
          {queries > 0 && <Badge {...laneLooks.query}>{t("queries", { count: queries })}</Badge>}
          {checker && <Avatar id={checker.id} name={checker.name} size="small" />}
          {wantsLook(claim) && <span className="shrink-0 font-semibold text-mixed">{t("wantsLook")}</span>}
          {/* Cut short beside the badges while a word of it fits there, else on a line of its own. */}
          <span className="min-w-0 flex-[1_1_3rem] truncate empty:hidden">
            {entry.standing === "marking" ? t("marking") : noteOf(claim)}
          </span>
        </span>
      </span>
    </div>
  )
})
