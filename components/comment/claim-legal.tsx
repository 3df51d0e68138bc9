"use client"
/** Whether a claim is held for legal reasons; whoever may, holds it or clears it, and says why. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { claimSubject, draftKey, useGalley } from "@/components/galley/galley-context"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { ReasonDialog } from "@/components/ui/reason-dialog"
import type { ClaimView } from "@/lib/domain/claim"
import type { LegalDecision } from "@/lib/domain/legal"
import { isHeld } from "@/lib/domain/standing"
import { can } from "@/lib/domain/policy"
import { useWhen } from "./one-comment"

export function ClaimLegal({ claim }: { claim: ClaimView }) {
  const t = useTranslations("comment.legal")
  const when = useWhen()
  const { actor, subject } = useGalley()
  const { legal } = claim
  const decision: LegalDecision = legal && isHeld({ legal: legal.decision }) ? "clear" : "hold"
  const [asking, setAsking] = useState(false)
  const decide = useDeciding(claim, decision)
  const may = can(actor, "legal.decide", claimSubject(subject, claim))
  if (!legal && !may) return null
  const words = {
    title: t(`${decision}.title`),
    text: t(`${decision}.text`),
    reason: t(`${decision}.reason`),
    confirm: t(`${decision}.confirm`),
    busy: t(`${decision}.busy`),
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
      {legal?.decision === "hold" && (
        <p className="font-semibold text-false">
          <span aria-hidden>§ </span>
          {t("held", { when: when(legal.at) })}
        </p>
      )}
      {legal?.decision === "clear" && <p className="text-ink-2">{t("cleared", { when: when(legal.at) })}</p>}
      {may && (
        <Button look="quiet" size="small" className="-ml-2" onClick={() => setAsking(true)}>
          {t(`${decision}.open`)}
        </Button>
      )}
      <ReasonDialog
        open={asking}
        onOpenChange={setAsking}
        words={words}
        draft={draftKey(actor, claim, `legal:${decision}`)}
        onConfirm={decide}
      />
    </div>
  )
}

function useDeciding({ id }: ClaimView, decision: LegalDecision) {
  const t = useTranslations("comment.legal")
  const announce = useAnnounce()
  const { acts, store } = useGalley()
  const key = store.read().find(({ claim }) => claim.id === id)?.key ?? id
  return async (reason: string): Promise<string | null> => {
    const answer = await store.perform(key, (claim) =>
      acts.decideLegal({ claimId: claim.id, version: claim.version, decision, reason }),
    )
    if (!answer.ok) return answer.refusal.message
    announce(t(`${decision}.done`))
    return null
  }
}
