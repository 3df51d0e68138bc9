"use client"
/** A reviewer takes an approval back, and says why. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { ReasonDialog } from "@/components/ui/reason-dialog"
import { can } from "@/lib/domain/policy"
import { myDecision } from "./my-decision"
import type { ReviewDecisionProps } from "./review-decision"

export function WithdrawApproval({ claim, actor, article, decide }: Omit<ReviewDecisionProps, "title">) {
  const t = useTranslations("review")
  const announce = useAnnounce()
  const [open, setOpen] = useState(false)
  const { round, number } = claim
  const may = can(actor, "review.decide", { article, priority: claim.priority, authorIds: claim.authorIds })
  const standing = claim.state === "in_review" || claim.state === "approved"
  if (!round || claim.signOffId || !may || !standing || myDecision(claim, actor) !== "approve") return null

  const withdraw = async (reason: string) => {
    const answer = await decide(round.id, "withdraw", reason)
    if (!answer.ok) return answer.refusal.message
    announce(t("withdrawn", { number }))
    return null
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button onClick={() => setOpen(true)}>{t("withdraw")}</Button>
      <p className="min-w-0 flex-1 text-xs text-ink-3">{t("youApproved", { round: round.number })}</p>
      <ReasonDialog
        open={open}
        onOpenChange={setOpen}
        words={{
          title: t("withdrawTitle", { number }),
          text: t("withdrawText"),
          reason: t("reason"),
          confirm: t("withdraw"),
          busy: t("withdrawing"),
        }}
        draft={`${actor.id}:${round.id}:withdraw-approval`}
        onConfirm={withdraw}
      />
    </div>
  )
}
