"use client"
/** Takes a claim off the article, with a reason that stays in its history. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { TextArea } from "@/components/ui/text-field"
import { toast } from "@/components/ui/toast"
import { useDraft } from "@/components/ui/use-draft"
import type { ClaimView } from "@/lib/domain/claim"
import type { ClaimActs } from "./use-claim-acts"

export function WithdrawClaim({ claim, acts }: { claim: ClaimView; acts: ClaimActs }) {
  const t = useTranslations("claim.withdraw")
  const ui = useTranslations("ui")
  const { actor, backToText } = useGalley()
  const announce = useAnnounce()
  const reason = useDraft(draftKey(actor, claim, "withdraw"), "")
  const [open, setOpen] = useState(false)
  const [state, setState] = useState<{ busy?: true; error?: string }>({})

  const withdraw = async () => {
    setState({ busy: true })
    const answer = await acts.withdraw(reason.value)
    if (!answer.ok) return setState({ error: answer.refusal.message })
    reason.drop()
    announce(t("done", { number: claim.number }))
    toast(t("done", { number: claim.number }))
    backToText()
  }
  return (
    <div>
      <Button look="quiet" size="small" className="-ml-2" onClick={() => setOpen(true)}>
        {t("button")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t("title", { number: claim.number })}
        description={t("text")}
        actions={
          <>
            <Button
              look="danger"
              busy={state.busy ?? false}
              disabled={!reason.value.trim()}
              onClick={() => void withdraw()}
            >
              {state.busy ? t("busy") : t("confirm")}
            </Button>
            <Button onClick={() => setOpen(false)}>{ui("cancel")}</Button>
          </>
        }
      >
        <TextArea
          label={t("reason")}
          value={reason.value}
          maxLength={1000}
          {...(state.error && { error: state.error })}
          onChange={(event) => reason.type(event.target.value)}
        />
      </Dialog>
    </div>
  )
}
