"use client"
/** Whose answer a claim is to wait for, and when to ask again. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { BoxedForm } from "@/components/ui/boxed-form"
import { MomentField } from "@/components/ui/moment-field"
import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import type { DraftState } from "@/components/ui/use-draft"
import type { ClaimView } from "@/lib/domain/claim"
import { typedWaiting, type TypedWaiting } from "./field-values"
import type { ClaimActs } from "./use-claim-acts"
import { useWaitingWords, waitingOns } from "./waiting-words"

export interface WaitingFormProps {
  claim: ClaimView
  acts: ClaimActs
  typed: DraftState<TypedWaiting>
  onDone: () => void
}

export default function WaitingForm({ claim, acts, typed, onDone }: WaitingFormProps) {
  const t = useTranslations("claim.waiting")
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const save = async () => {
    setState({ busy: true })
    const { on, whom, chaseAt } = typed.value
    const answer = await acts.waitOn({ on, whom: whom.trim() || null, chaseAt })
    if (!answer.ok) return setState({ error: answer.refusal.message })
    announce(t("saved", { number: claim.number }))
    onDone()
  }
  return (
    <BoxedForm {...state} label={t("title")} send={t("save")} onSend={() => void save()} onCancel={onDone}>
      <Fields {...typed} />
      <Meanwhile claim={claim} typed={typed} />
    </BoxedForm>
  )
}

/** What somebody else wrote since the typing began. */
function Meanwhile({ claim: { waiting }, typed: { draft } }: Pick<WaitingFormProps, "claim" | "typed">) {
  const t = useTranslations("claim.waiting")
  const conflict = useTranslations("claim.conflict")
  const { waitsOn } = useWaitingWords()
  const now = typedWaiting(waiting)
  const isSame = !draft || (["on", "whom", "chaseAt"] as const).every((name) => draft.base[name] === now[name])
  if (isSame) return null
  return (
    <p role="alert" className="text-xs font-medium text-mixed">
      {t("meanwhile", { now: waiting ? waitsOn(waiting) : conflict("empty") })}
    </p>
  )
}

function Fields({ value, type }: Pick<DraftState<TypedWaiting>, "value" | "type">) {
  const t = useTranslations("claim.waiting")
  return (
    <>
      <Select
        autoFocus
        label={t("on")}
        value={value.on}
        options={waitingOns.map((on) => ({ value: on, label: t(`ons.${on}`) }))}
        onChoose={(on) => type({ ...value, on })}
      />
      <TextField
        label={t("whom")}
        hint={t("whomHint")}
        value={value.whom}
        maxLength={300}
        onChange={(event) => type({ ...value, whom: event.target.value })}
      />
      <MomentField
        label={t("chaseAt")}
        hint={t("chaseHint")}
        value={value.chaseAt}
        onMoment={(chaseAt) => type({ ...value, chaseAt })}
      />
    </>
  )
}
