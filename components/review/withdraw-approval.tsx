"use client"
/** A reviewer takes an approval back, and says why. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { TextArea } from "@/components/ui/text-field"
import { useDraft } from "@/components/ui/use-draft"
import { can } from "@/lib/domain/policy"
import { myDecision } from "./my-decision"
import type { ReviewDecisionProps } from "./review-decision"

export function WithdrawApproval({ claim, actor, article, decide }: ReviewDecisionProps) {
  const t = useTranslations("review")
  const ui = useTranslations("ui")
  const announce = useAnnounce()
  const { round } = claim
  const reason = useDraft(`${actor.id}:${round?.id ?? ""}:withdraw-approval`, "")
  const [open, setOpen] = useState(false)
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const may = can(actor, "review.decide", { article, priority: claim.priority, authorIds: claim.authorIds })
  const standing = claim.state === "in_review" || claim.state === "approved"
  if (!round || !may || !standing || myDecision(claim, actor) !== "approve") return null

  const withdraw = async () => {
    setState({ busy: true })
    const answer = await decide(round.id, "withdraw", reason.value.trim())
    setState(answer.ok ? {} : { error: answer.refusal.message })
    if (!answer.ok) return
    reason.drop()
    setOpen(false)
    announce(t("withdrawn", { number: claim.number }))
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button onClick={() => setOpen(true)}>{t("withdraw")}</Button>
      <p className="min-w-0 flex-1 text-xs text-ink-3">{t("youApproved", { round: round.number })}</p>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t("withdrawTitle", { number: claim.number })}
        description={t("withdrawText")}
        actions={
          <>
            <Button
              look="danger"
              busy={state.busy ?? false}
              disabled={!reason.value.trim()}
              onClick={() => void withdraw()}
            >
              {t("withdraw")}
            </Button>
            <Button onClick={() => setOpen(false)}>{ui("cancel")}</Button>
          </>
        }
      >
        <TextArea
          label={t("reason")}
          value={reason.value}
          {...(state.error && { error: state.error })}
          onChange={(event) => reason.type(event.target.value)}
        />
      </Dialog>
    </div>
  )
}
