"use client"
/** Other words for a claim's passage: its own to begin with, and how they differ as they are typed. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { useAnnounce } from "@/components/ui/announcer"
import { BoxedForm } from "@/components/ui/boxed-form"
import { TextArea } from "@/components/ui/text-field"
import { useDraft, type DraftState } from "@/components/ui/use-draft"
import type { ClaimView } from "@/lib/domain/claim"
import { oneLine } from "@/lib/domain/one-line"
import { quoteOf } from "@/lib/domain/shown"
import { FixDifference } from "./fix-words"

/** A fix as it is typed. */
export interface TypedFix {
  wording: string
  reason: string
}

const typedFix = ({ fix, anchors }: ClaimView): TypedFix => ({
  wording: fix?.wording ?? oneLine(quoteOf(anchors)),
  reason: fix?.reason ?? "",
})

export interface FixFormProps {
  entry: ClaimEntry
  onDone: () => void
}

export function FixForm({ entry, onDone }: FixFormProps) {
  const { claim } = entry
  const t = useTranslations("fix")
  const { actor } = useGalley()
  const typed = useDraft(draftKey(actor, claim, "fix"), typedFix(claim))
  const { propose, state } = usePropose(entry, onDone)
  const wrong = state.wording && { error: state.wording }
  return (
    <BoxedForm
      busy={state.busy}
      error={state.error}
      label={t("title")}
      part="fix"
      send={t("propose")}
      onSend={() => void propose(typed.value)}
      onCancel={onDone}
    >
      <Fields claim={claim} typed={typed} {...wrong} />
      <Meanwhile claim={claim} typed={typed} />
    </BoxedForm>
  )
}

interface FieldsProps {
  claim: ClaimView
  typed: DraftState<TypedFix>
  error?: string
}

function Fields({ claim, typed: { value, type }, ...wrong }: FieldsProps) {
  const t = useTranslations("fix")
  const { article } = useGalley()
  const passage = quoteOf(claim.anchors)
  const wording = oneLine(value.wording)
  return (
    <>
      <TextArea
        autoFocus
        label={t("wording")}
        hint={t("wordingHint")}
        lang={article.language}
        dir="auto"
        maxLength={20_000}
        value={value.wording}
        {...wrong}
        onChange={(event) => type({ ...value, wording: event.target.value })}
        className="font-serif text-[0.96875rem]"
      />
      {wording !== oneLine(passage) && (
        <div>
          <p className="text-xs font-semibold text-ink-2">{t("difference")}</p>
          <p
            lang={article.language}
            dir="auto"
            className="font-serif text-[0.96875rem] leading-normal wrap-anywhere text-ink"
          >
            <FixDifference passage={passage} wording={wording} />
          </p>
        </div>
      )}
      <TextArea
        label={t("reason")}
        hint={t("reasonHint")}
        rows={1}
        maxLength={2000}
        value={value.reason}
        onChange={(event) => type({ ...value, reason: event.target.value })}
      />
    </>
  )
}

/** What somebody else proposed since the typing began. */
function Meanwhile({ claim, typed: { draft } }: Pick<FieldsProps, "claim" | "typed">) {
  const t = useTranslations("fix")
  if (!draft || draft.base.wording === typedFix(claim).wording) return null
  return (
    <p role="alert" className="text-xs font-medium text-mixed">
      {t("meanwhile", { now: typedFix(claim).wording || t("cut") })}
    </p>
  )
}

function usePropose({ key, claim: { number } }: ClaimEntry, onDone: () => void) {
  const t = useTranslations("fix")
  const { acts, store } = useGalley()
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy?: true; error?: string; wording?: string }>({})
  const propose = async ({ wording, reason }: TypedFix) => {
    setState({ busy: true })
    const answer = await store.perform(key, ({ id, version }) =>
      acts.proposeFix({ claimId: id, version, wording, reason: reason.trim() || null }),
    )
    if (!answer.ok) {
      const { fields, message } = answer.refusal
      return setState(fields.wording ? { wording: fields.wording } : { error: message })
    }
    announce(t("proposed", { number }))
    onDone()
  }
  return { propose, state }
}
