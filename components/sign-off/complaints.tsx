"use client"
/** What people outside say is wrong: written down, and decided on by whoever had no part in it. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { ChoiceGroup } from "@/components/ui/choice-group"
import { FormMessage } from "@/components/ui/form-message"
import { TextArea } from "@/components/ui/text-field"
import { toast } from "@/components/ui/toast"
import { useDraft } from "@/components/ui/use-draft"
import type { ComplaintOutcome, CorrectionKind } from "@/lib/domain/sign-off"
import type { ComplaintView } from "@/lib/domain/sign-off-state"
import { ComplaintForm } from "./complaint-form"
import { CorrectionChoice } from "./reopen-form"
import type { SignOffPart } from "./sign-off-screen"
import { useSending } from "./use-sending"
import { ClaimLink, Row, useDay } from "./went-out"

export function Complaints({ complaints, ...part }: SignOffPart & { complaints: ComplaintView[] }) {
  const t = useTranslations("signOff.complaints")
  const [writing, setWriting] = useState(false)
  return (
    <div className="flex flex-col gap-3">
      {complaints.length === 0 && <p className="text-ui text-ink-2">{t("none")}</p>}
      {complaints.length > 0 && (
        <ul className="-mt-3">
          {complaints.map((complaint) => (
            <Complaint key={complaint.id} complaint={complaint} {...part} />
          ))}
        </ul>
      )}
      {writing ? (
        <ComplaintForm {...part} onDone={() => setWriting(false)} />
      ) : (
        <Button size="small" className="self-start" onClick={() => setWriting(true)}>
          {t("record")}
        </Button>
      )}
    </div>
  )
}

function Complaint({ complaint, ...part }: SignOffPart & { complaint: ComplaintView }) {
  const t = useTranslations("signOff.complaints")
  const day = useDay()
  const { claim, who, text, receivedAt, dueAt, outcome, answer, decidedBy, decides } = complaint
  return (
    <Row>
      <p className="flex flex-wrap items-baseline gap-x-2 text-ui">
        <span className="font-semibold wrap-anywhere">{who}</span>
        {claim && <ClaimLink galley={part.galley} number={claim.number} />}
        <span className="text-xs text-ink-2">{t("received", { date: day(receivedAt) })}</span>
        {outcome ? (
          <Badge tone={outcome === "upheld" ? "mixed" : "unproven"} shape={outcome === "upheld" ? "✓" : "✕"}>
            {t(`outcome.${outcome}`)}
          </Badge>
        ) : (
          dueAt && <span className="text-xs text-ink-2">{t("due", { date: day(dueAt) })}</span>
        )}
      </p>
      <p className="font-serif text-[0.96875rem] whitespace-pre-wrap wrap-anywhere">{text}</p>
      {answer && (
        <p className="border-l-3 border-line-strong pl-3 text-ui whitespace-pre-wrap wrap-anywhere">
          {answer}
          {decidedBy && <span className="text-xs text-ink-2"> · {decidedBy.name}</span>}
        </p>
      )}
      {outcome === null &&
        (decides ? (
          <DecideForm {...part} complaint={complaint} />
        ) : (
          <p className="text-xs text-ink-3">{t("notYours")}</p>
        ))}
    </Row>
  )
}

function DecideForm({ actor, acts, state, complaint }: SignOffPart & { complaint: ComplaintView }) {
  const t = useTranslations("signOff.complaints")
  const { id: complaintId, version } = complaint
  const answer = useDraft(`${actor.id}:answer:${complaintId}`, "")
  const [outcome, setOutcome] = useState<ComplaintOutcome | null>(null)
  const [kind, setKind] = useState<CorrectionKind | null>(null)
  const [missing, setMissing] = useState<Missing>({})
  const missingIn = useMissing()
  const sending = useSending()
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    const needed = missingIn({ outcome, kind, answer: answer.value })
    setMissing(needed)
    if (!outcome || Object.keys(needed).length > 0) return
    const decided = {
      complaintId,
      version,
      outcome,
      answer: answer.value.trim(),
      ...(outcome === "upheld" && kind && { kind }),
    }
    void sending.send(acts.decideComplaint(decided), () => {
      answer.drop()
      toast(t(`decided.${outcome}`))
    })
  }
  return (
    <form aria-label={t("decide")} noValidate onSubmit={submit} className="mt-1 flex max-w-xl flex-col gap-3">
      <FormMessage>{sending.message}</FormMessage>
      <OutcomeChoice away={state.article.archivedAt} value={outcome} onChoose={setOutcome} error={missing.outcome} />
      {outcome === "upheld" && <CorrectionChoice value={kind} onChoose={setKind} error={missing.kind} />}
      <TextArea
        label={t("answer")}
        error={missing.answer ?? sending.fields.answer}
        maxLength={10_000}
        value={answer.value}
        onChange={(event) => answer.type(event.target.value)}
      />
      <Button type="submit" size="small" busy={sending.busy} className="self-start">
        {t("confirm")}
      </Button>
    </form>
  )
}

type Missing = Partial<Record<"outcome" | "kind" | "answer", string>>

interface Decision {
  outcome: ComplaintOutcome | null
  kind: CorrectionKind | null
  answer: string
}

/** Says what is missing of a decision, by field: none is the usual one. */
function useMissing(): (decision: Decision) => Missing {
  const t = useTranslations("signOff.complaints")
  const kinds = useTranslations("signOff.kind")
  return ({ outcome, kind, answer }) => ({
    ...(!outcome && { outcome: t("outcomeNeeded") }),
    ...(outcome === "upheld" && !kind && { kind: kinds("needed") }),
    ...(!answer.trim() && { answer: t("answerNeeded") }),
  })
}

interface OutcomeChoiceProps {
  /** When the article was put away; null where it is not. */
  away: string | null
  value: ComplaintOutcome | null
  onChoose: (outcome: ComplaintOutcome) => void
  error: string | undefined
}

/** What is upheld is opened again, which in an article that is put away nothing is. */
function OutcomeChoice({ away, ...chosen }: OutcomeChoiceProps) {
  const t = useTranslations("signOff.complaints")
  const outcomes: ComplaintOutcome[] = away ? ["rejected"] : ["rejected", "upheld"]
  const options = outcomes.map((one) => ({ value: one, label: t(`outcome.${one}`), hint: t(`hint.${one}`) }))
  return <ChoiceGroup label={t("decide")} hint={away && t("archived")} {...{ options, ...chosen }} />
}
