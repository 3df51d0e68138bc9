"use client"
/** Sends the drafted verdict to review. What the checklist still asks for is said here, and can be waived with a reason. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import { claimSubject, draftKey, useGalley } from "@/components/galley/galley-context"
import { useKeys } from "@/components/keys/use-keys"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import { useDraft } from "@/components/ui/use-draft"
import type { ClaimView } from "@/lib/domain/claim"
import { can } from "@/lib/domain/policy"
import type { WaiverInput } from "@/lib/domain/round"
import { missingFor, type Missing } from "./missing"
import type { VerdictForm } from "./use-verdict-form"

type Reasons = Partial<Record<WaiverInput["item"], string>>

export interface SendToReviewProps {
  claim: ClaimView
  acts: ClaimActs
  form: VerdictForm
}

export function SendToReview({ claim, acts, form }: SendToReviewProps) {
  const t = useTranslations("verdict")
  const { actor, subject, goTo } = useGalley()
  const announce = useAnnounce()
  const reasons = useDraft<Reasons>(draftKey(actor, claim, "waivers"), {})
  const [asked, setAsked] = useState<"no" | "yes">("no")
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const asks = actor.settings.approvals === 0 ? "none" : "some"
  const mayWaive = can(actor, "checklist.waive", claimSubject(subject, claim))

  const send = async () => {
    setAsked("yes")
    setState({ busy: true })
    // What was typed a moment ago is on its way: the checklist is asked of the claim with it.
    const now = await acts.settled()
    const missing = now ? missingFor(now) : []
    const waivers = waiversFrom(reasons.value, missing)
    if (!now || missing.length > waivers.length) {
      setState({})
      if (missing.includes("rating")) goTo("verdict")
      return announce(t("checklist", { count: missing.length - waivers.length }))
    }
    const answer = await acts.send(waivers)
    setState(answer.ok ? {} : { error: answer.refusal.message })
    if (!answer.ok) return
    reasons.drop()
    announce(t(asks === "none" ? "checked" : "sent", { number: claim.number }))
  }
  useKeys({ "claim.send": state.busy ? null : () => void send() })
  const missing = asked === "yes" ? missingFor(claim) : []
  return (
    <div className="flex flex-col gap-2">
      {missing.length > 0 && (
        <Checklist
          missing={missing}
          reasons={mayWaive ? reasons.value : null}
          onReason={(typed) => reasons.type({ ...reasons.value, ...typed })}
        />
      )}
      {state.error && (
        <p role="alert" className="text-xs font-medium text-false">
          {state.error}
        </p>
      )}
      <div className="flex items-center gap-3">
        <SendButton asks={asks} busy={state.busy ?? false} onSend={() => void send()} />
        {form.unsaved && state.error && <p className="text-xs text-ink-3">{t("unsaved")}</p>}
      </div>
    </div>
  )
}

/** Where nobody is asked to approve, sending is all: what it then is called is said before. */
function SendButton({ asks, busy, onSend }: { asks: "none" | "some"; busy: boolean; onSend: () => void }) {
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

interface ChecklistProps {
  missing: Missing[]
  /** Null for those who may not go without. */
  reasons: Reasons | null
  onReason: (typed: Reasons) => void
}

function Checklist({ missing, reasons, onReason }: ChecklistProps) {
  const t = useTranslations("verdict")
  return (
    <div role="group" aria-label={t("checklistTitle")} className="rounded-lg bg-open-soft px-3 py-2 text-xs">
      <p className="font-semibold text-open">{t("checklistTitle")}</p>
      <ul className="mt-1 flex flex-col gap-2">
        {missing.map((item) => (
          <li key={item}>
            <p className="text-ink">{t(`missing.${item}`)}</p>
            {item !== "rating" && reasons && (
              <TextField
                label={t("waive")}
                className="mt-1"
                value={reasons[item] ?? ""}
                maxLength={1000}
                onChange={(event) => onReason({ [item]: event.target.value })}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function waiversFrom(reasons: Reasons, missing: Missing[]): WaiverInput[] {
  return missing.flatMap((item) => {
    const reason = item === "rating" ? "" : (reasons[item] ?? "").trim()
    return item === "rating" || !reason ? [] : [{ item, reason }]
  })
}
