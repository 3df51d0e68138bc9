"use client"
/** Takes a verdict back from review: its sender alone, as long as nobody has decided. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import { claimSubject, useGalley } from "@/components/galley/galley-context"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import type { ClaimView } from "@/lib/domain/claim"
import { can } from "@/lib/domain/policy"

export function RecallRound({ claim, acts }: { claim: ClaimView; acts: ClaimActs }) {
  const t = useTranslations("verdict")
  const { actor, subject } = useGalley()
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const { round } = claim
  const mine = round?.sender.id === actor.id && can(actor, "round.recall", claimSubject(subject, claim))
  if (claim.state !== "in_review" || !round || !mine) return null
  const recall = async () => {
    setState({ busy: true })
    const answer = await acts.recall(round.id)
    setState(answer.ok ? {} : { error: answer.refusal.message })
    if (!answer.ok) return
    announce(t("recalled", { number: claim.number }))
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button busy={state.busy ?? false} onClick={() => void recall()}>
        {state.busy ? t("recalling") : t("recall")}
      </Button>
      <p className="min-w-0 flex-1 text-xs text-ink-3">{t("recallHint")}</p>
      <Refused className="w-full">{state.error}</Refused>
    </div>
  )
}
