"use client"
/** Writes a complaint down: who, what, about what, since when, until when. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { MomentField } from "@/components/ui/moment-field"
import { Select } from "@/components/ui/select"
import { TextArea, TextField } from "@/components/ui/text-field"
import { useDraft, type DraftState } from "@/components/ui/use-draft"
import type { SignOffState } from "@/lib/domain/sign-off-state"
import { labelOf } from "./reopen-form"
import type { SignOffPart } from "./sign-off-screen"
import { useSending } from "./use-sending"

interface Typed {
  who: string
  text: string
  claimId: string
  receivedAt: string | null
  dueAt: string | null
}

const NOTHING: Typed = { who: "", text: "", claimId: "", receivedAt: null, dueAt: null }

export function ComplaintForm({ actor, state, acts, onDone }: SignOffPart & { onDone: () => void }) {
  const t = useTranslations("signOff.complaints")
  const ui = useTranslations("ui")
  const typed = useDraft(`${actor.id}:complaint:${state.article.id}`, NOTHING)
  const missingIn = useMissing()
  const [missing, setMissing] = useState<Record<string, string>>({})
  const sending = useSending()
  const submit = () => {
    const { claimId, receivedAt, ...words } = typed.value
    const wrong = missingIn(typed.value)
    setMissing(wrong)
    if (!receivedAt || Object.keys(wrong).length > 0) return
    const input = { ...words, articleId: state.article.id, claimId: claimId || null, receivedAt }
    void sending.send(acts.recordComplaint(input), () => {
      typed.drop()
      onDone()
    })
  }
  return (
    <form
      aria-label={t("record")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      className="flex max-w-xl flex-col gap-3 rounded-[10px] border border-line bg-panel p-3"
    >
      <FormMessage>{sending.message}</FormMessage>
      <Fields typed={typed} state={state} errors={{ ...missing, ...sending.fields }} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" size="small" busy={sending.busy}>
          {t("save")}
        </Button>
        <Button look="quiet" size="small" onClick={onDone}>
          {ui("cancel")}
        </Button>
      </div>
    </form>
  )
}

/** Says what is missing of a complaint, by field. */
function useMissing(): (typed: Typed) => Record<string, string> {
  const t = useTranslations("signOff.complaints")
  return ({ who, text, receivedAt }) => ({
    ...(!who.trim() && { who: t("whoNeeded") }),
    ...(!text.trim() && { text: t("textNeeded") }),
    ...(!receivedAt && { receivedAt: t("receivedNeeded") }),
  })
}

interface FieldsProps {
  typed: DraftState<Typed>
  state: SignOffState
  errors: Record<string, string>
}

function Fields({ typed: { value, type }, state, errors }: FieldsProps) {
  const t = useTranslations("signOff.complaints")
  const claims = state.claims.map(({ id, number, words }) => ({ value: id, label: labelOf(number, words) }))
  return (
    <>
      <TextField
        autoFocus
        label={t("who")}
        hint={t("whoHint")}
        error={errors.who}
        maxLength={300}
        value={value.who}
        onChange={(event) => type({ ...value, who: event.target.value })}
      />
      <TextArea
        label={t("text")}
        error={errors.text}
        maxLength={10_000}
        value={value.text}
        onChange={(event) => type({ ...value, text: event.target.value })}
      />
      <Select
        label={t("about")}
        options={[{ value: "", label: t("whole") }, ...claims]}
        value={value.claimId}
        onChoose={(claimId) => type({ ...value, claimId })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <MomentField
          label={t("receivedAt")}
          error={errors.receivedAt}
          value={value.receivedAt}
          onMoment={(receivedAt) => type({ ...value, receivedAt })}
        />
        <MomentField label={t("dueAt")} value={value.dueAt} onMoment={(dueAt) => type({ ...value, dueAt })} />
      </div>
    </>
  )
}
