"use client"
/** Changes a piece of evidence. If somebody else was faster, theirs is shown beside what was typed, after a reload too. */
import { useTranslations } from "next-intl"
import { useState, type FormEvent } from "react"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import { Button } from "@/components/ui/button"
import type { DraftState } from "@/components/ui/use-draft"
import { byField } from "@/lib/domain/answer"
import type { EvidenceView } from "@/lib/domain/source"
import { EvidenceFields } from "./evidence-fields"
import { evidenceFrom, sameEvidence, typedEvidence, type TypedEvidence } from "./typed-source"

export interface EditEvidenceProps {
  evidence: EvidenceView
  editing: DraftState<TypedEvidence>
  acts: ClaimActs
  /** `leave` where it opened by itself, for what was typed before a reload. */
  focus: "take" | "leave"
  onDone: () => void
}

interface Refused {
  message: string
  fields: Record<string, string>
}

export default function EditEvidence({ evidence, editing, acts, focus, onDone }: EditEvidenceProps) {
  const t = useTranslations("source")
  const ui = useTranslations("ui")
  const [state, setState] = useState<"idle" | "busy" | Refused>("idle")
  const conflict = useTranslations("claim.conflict")
  const refused = typeof state === "object" ? state : null
  const now = typedEvidence(evidence)
  const isOvertaken = editing.draft !== null && !sameEvidence(editing.draft.base, now)
  const wrong = refused?.message ?? (isOvertaken ? conflict("title") : null)
  const save = async () => {
    setState("busy")
    const answer = await acts.editEvidence(evidence, evidenceFrom(editing.value))
    if (answer.ok) return onDone()
    setState({ message: answer.refusal.message, fields: byField(answer.refusal.fields) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isOvertaken) void save()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <EvidenceFields typed={editing.value} onType={editing.type} errors={refused?.fields ?? {}} focus={focus} />
      {wrong && (
        <div role="alert" className="rounded-lg bg-mixed-soft px-3 py-2 text-xs text-mixed">
          <p className="font-semibold">{wrong}</p>
          {isOvertaken && <Theirs theirs={now} />}
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        {isOvertaken ? (
          <>
            <Button busy={state === "busy"} onClick={() => void save()}>
              {t("keepMine")}
            </Button>
            <Button onClick={onDone}>{t("takeTheirs")}</Button>
          </>
        ) : (
          <>
            <Button type="submit" look="primary" size="small" busy={state === "busy"}>
              {t("save")}
            </Button>
            <Button look="quiet" size="small" onClick={onDone}>
              {ui("cancel")}
            </Button>
          </>
        )}
      </div>
    </form>
  )
}

function Theirs({ theirs }: { theirs: TypedEvidence }) {
  const t = useTranslations("source")
  return (
    <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-ink">
      <dt>{t("stanceLabel")}</dt>
      <dd>{t(`stance.${theirs.stance}`)}</dd>
      {(["locator", "excerpt", "note"] as const).map((name) => (
        <div key={name} className="contents">
          <dt>{t(name)}</dt>
          <dd className="break-words">{theirs[name] || t("empty")}</dd>
        </div>
      ))}
    </dl>
  )
}
