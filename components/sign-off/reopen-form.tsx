"use client"
/** Has a claim, or the text, looked at again after it went out: what kind of correction is expected, and why. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { ChoiceGroup } from "@/components/ui/choice-group"
import { FormMessage } from "@/components/ui/form-message"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-field"
import { toast } from "@/components/ui/toast"
import { useDraft } from "@/components/ui/use-draft"
import type { CorrectionKind } from "@/lib/domain/sign-off"
import type { SignOffState } from "@/lib/domain/sign-off-state"
import type { SignOffPart } from "./sign-off-screen"
import { useSending } from "./use-sending"

type Missing = Partial<Record<"kind" | "reason", string>>

/** The whole text, where no claim is meant. */
const TEXT = ""

export function ReopenForm({ actor, state, acts, asked }: SignOffPart & { asked: string | null }) {
  const t = useTranslations("signOff.reopen")
  const kinds = useTranslations("signOff.kind")
  const { article } = state
  const about = aboutChoices(state, t("text"))
  const [claimId, setClaim] = useState((about.find(({ value }) => value === asked) ?? about[0])?.value ?? TEXT)
  const [kind, setKind] = useState<CorrectionKind | null>(null)
  const reason = useDraft(`${actor.id}:reopen:${article.id}`, "")
  const [missing, setMissing] = useState<Missing>({})
  const sending = useSending()
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    const needed: Missing = {
      ...(!kind && { kind: kinds("needed") }),
      ...(!reason.value.trim() && { reason: t("reasonNeeded") }),
    }
    setMissing(needed)
    if (!kind || needed.reason) return
    const input = { articleId: article.id, claimId: claimId || null, kind, reason: reason.value.trim() }
    void sending.send(acts.reopen(input), () => {
      reason.drop()
      toast(t("done"))
    })
  }
  return (
    <form aria-label={t("title")} noValidate onSubmit={submit} className="flex max-w-xl flex-col gap-3">
      <p className="text-ui text-pretty text-ink-2">{t("intro")}</p>
      <FormMessage>{sending.message}</FormMessage>
      <Select label={t("what")} options={about} value={claimId} onChoose={setClaim} />
      <CorrectionChoice value={kind} onChoose={setKind} error={kind ? undefined : missing.kind} />
      <TextArea
        label={t("reason")}
        hint={t("reasonHint")}
        error={missing.reason ?? sending.fields.reason}
        maxLength={2000}
        value={reason.value}
        onChange={(event) => reason.type(event.target.value)}
      />
      <Button type="submit" busy={sending.busy} className="self-start">
        {t("confirm")}
      </Button>
    </form>
  )
}

interface CorrectionChoiceProps {
  value: CorrectionKind | null
  onChoose: (kind: CorrectionKind) => void
  error: string | undefined
}

export function CorrectionChoice(props: CorrectionChoiceProps) {
  const t = useTranslations("signOff.kind")
  const option = (value: CorrectionKind) => ({ value, label: t(value), hint: t(`${value}_hint`) })
  const options = [option("factual"), option("verdict_changing"), option("update"), option("void")]
  return <ChoiceGroup label={t("label")} options={options} {...props} />
}

/** The claims that stand as they went out, by number and their first words; and the text, if it is not open already. */
function aboutChoices({ claims, reopenings }: SignOffState, text: string): { value: string; label: string }[] {
  const out = claims.filter((claim) => claim.out)
  const isOpen = reopenings.some(({ claim }) => claim === null)
  return [
    ...out.map(({ id, number, words }) => ({ value: id, label: labelOf(number, words) })),
    ...(isOpen ? [] : [{ value: TEXT, label: text }]),
  ]
}

/** So much of a claim's words tells it from the others. */
const MOST = 70

export function labelOf(number: number, words: string): string {
  return `${number}: ${words.length > MOST ? `${words.slice(0, MOST).trimEnd()} …` : words}`
}
