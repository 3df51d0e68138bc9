"use client"
/** Takes a claim off the article, with a reason that stays in its history. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { useKeys } from "@/components/keys/use-keys"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { ReasonDialog } from "@/components/ui/reason-dialog"
import { toast } from "@/components/ui/toast"
import type { ClaimView } from "@/lib/domain/claim"
import type { ClaimActs } from "./use-claim-acts"

export function WithdrawClaim({ claim, acts }: { claim: ClaimView; acts: ClaimActs }) {
  const t = useTranslations("claim.withdraw")
  const ui = useTranslations("ui")
  const { actor, acts: galley, store, select, backToText } = useGalley()
  const announce = useAnnounce()
  const [open, setOpen] = useState(false)
  const { number } = claim
  useKeys({ "claim.withdraw": () => setOpen(true) })
  const restore = async () => {
    const answer = await galley.restoreClaim({ claimId: claim.id }).catch(() => null)
    if (!answer?.ok) {
      const why = answer?.refusal.message ?? ui("failed")
      return void toast.error(why, { action: { label: ui("tryAgain"), onClick: () => void restore() } })
    }
    store.takeBack(answer.value)
    select(answer.value.id)
    announce(t("restored", { number }))
  }
  const withdraw = async (reason: string) => {
    const answer = await acts.withdraw(reason)
    if (!answer.ok) return answer.refusal.message
    toast(t("done", { number }), { duration: 10_000, action: { label: t("undo"), onClick: () => void restore() } })
    backToText()
    return null
  }
  return (
    <div>
      <Button look="quiet" size="small" className="-ml-2" onClick={() => setOpen(true)}>
        {t("button")}
      </Button>
      <ReasonDialog
        open={open}
        onOpenChange={setOpen}
        words={{
          title: t("title", { number }),
          text: t("text"),
          reason: t("reason"),
          confirm: t("confirm"),
          busy: t("busy"),
        }}
        draft={draftKey(actor, claim, "withdraw")}
        onConfirm={withdraw}
      />
    </div>
  )
}
