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
  const { actor, backToText } = useGalley()
  const announce = useAnnounce()
  const [open, setOpen] = useState(false)
  const { number } = claim
  useKeys({ "claim.withdraw": () => setOpen(true) })
  const withdraw = async (reason: string) => {
    const answer = await acts.withdraw(reason)
    if (!answer.ok) return answer.refusal.message
    announce(t("done", { number }))
    toast(t("done", { number }))
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
