"use client"
/** Sends the drafted verdict to review. What the checklist still asks for is said here, and can be waived with a reason. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import { claimSubject, draftKey, useGalley } from "@/components/galley/galley-context"
import { Doubts } from "@/components/review/doubts"
import { useKeys } from "@/components/keys/use-keys"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { Refused } from "@/components/ui/refused"
import { useDraft } from "@/components/ui/use-draft"
import type { ClaimView } from "@/lib/domain/claim"
import { can } from "@/lib/domain/policy"
import type { ChecklistItem } from "@/lib/domain/checklist"
import { missingFor, waiversFrom, type Waiving, type WaivingAll } from "./missing"
import type { UnmetProps } from "./unmet"
import type { VerdictForm } from "./use-verdict-form"

/** It comes with the first verdict that lacks something. */
const unmet = lateCode(() => import("./unmet"))

export interface SendToReviewProps {
  claim: ClaimView
  acts: ClaimActs
  form: VerdictForm
}

export function SendToReview({ claim, acts, form }: SendToReviewProps) {
  const t = useTranslations("verdict")
  const { error, busy, asks, send, ...lacks } = useSending({ claim, acts })
  return (
    <div className="flex flex-col gap-2">
      {lacks.missing.length > 0 && <Late code={unmet} given={lacks} onMissing={() => undefined} />}
      <Doubts claim={claim} />
      <Refused>{error}</Refused>
      <div className="flex items-center gap-3">
        <SendButton asks={asks} busy={busy ?? false} onSend={() => void send()} />
        {form.unsaved && error && <p className="text-xs text-ink-3">{t("unsaved")}</p>}
      </div>
    </div>
  )
}

/** Sending, what it still lacks once it was tried, and what is gone without. */
function useSending({ claim, acts }: Omit<SendToReviewProps, "form">) {
  const t = useTranslations("verdict")
  const { actor, subject, goTo } = useGalley()
  const announce = useAnnounce()
  const waiving = useDraft<WaivingAll>(draftKey(actor, claim, "waived"), {})
  const [asked, setAsked] = useState<"no" | "yes">("no")
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const { approvals, checklist } = actor.settings
  const asks: Asks = approvals === 0 ? "none" : "some"
  const must: UnmetProps["must"] = claim.priority === 1 ? "yes" : "no"
  const mayWaive = can(actor, "checklist.waive", claimSubject(subject, claim))
  const send = async () => {
    setAsked("yes")
    setState({ busy: true })
    // What was typed a moment ago is on its way: the checklist is asked of the claim with it.
    const now = await acts.settled()
    const missing = now ? missingFor(now, checklist) : []
    const waivers = waiversFrom(waiving.value, missing, must)
    if (!now || missing.length > waivers.length) {
      setState({})
      if (missing.includes("rating")) goTo("verdict")
      return announce(t("checklist", { count: missing.length - waivers.length }))
    }
    const answer = await acts.send(waivers)
    setState(answer.ok ? {} : { error: answer.refusal.message })
    if (!answer.ok) return
    waiving.drop()
    announce(t(asks === "none" ? "checked" : "sent", { number: claim.number }))
  }
  useKeys({ "claim.send": state.busy ? null : () => void send() })
  return {
    ...{ asks, must, send, ...state },
    missing: asked === "yes" ? missingFor(claim, checklist) : [],
    waiving: mayWaive ? waiving.value : null,
    onWaive: (item: ChecklistItem, one: Waiving) => waiving.type({ ...waiving.value, [item]: one }),
  }
}

type Asks = "none" | "some"

/** Where nobody is asked to approve, sending is all: what it then is called is said before. */
function SendButton({ asks, busy, onSend }: { asks: Asks; busy: boolean; onSend: () => void }) {
  const t = useTranslations("verdict")
  const way = asks === "none" ? "check" : "send"
  return (
    <>
      <Button look="primary" busy={busy} onClick={onSend}>
        {t(busy ? "sending" : way)}
      </Button>
      {asks === "none" && <p className="text-xs text-ink-3">{t("checkHint")}</p>}
    </>
  )
}
