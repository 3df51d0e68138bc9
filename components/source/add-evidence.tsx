"use client"
/** Adds evidence: a source found in the ledger or typed in, and what it says for this claim. */
import { useTranslations } from "next-intl"
import { useState, type FormEvent } from "react"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import type { DraftState } from "@/components/ui/use-draft"
import type { ClaimView } from "@/lib/domain/claim"
import { byName } from "./edit-evidence"
import { EvidenceFields } from "./evidence-fields"
import { SourceLine } from "./evidence-item"
import { SourceFields } from "./source-fields"
import { SourceSearch } from "./source-search"
import { evidenceFrom, freshFrom, sourceFrom, type Adding } from "./typed-source"

export interface AddEvidenceProps {
  claim: ClaimView
  acts: ClaimActs
  adding: DraftState<Adding>
  /** `leave` where it opened by itself, for what was typed before a reload. */
  focus: "take" | "leave"
  onDone: () => void
}

export function AddEvidence({ claim, acts, adding, focus: given, onDone }: AddEvidenceProps) {
  const t = useTranslations("source")
  const ui = useTranslations("ui")
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy?: true; message?: string; fields?: Record<string, string> }>({})
  const { value } = adding
  const [focus, setFocus] = useState(given)
  const put = (changed: Partial<Adding>) => {
    setFocus("take")
    adding.type({ ...value, ...changed })
  }
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const source = value.known ? { id: value.known.id } : value.fresh && sourceFrom(value.fresh)
    if (!source) return
    setState({ busy: true })
    const answer = await acts.addEvidence({ source, evidence: evidenceFrom(value.evidence) })
    if (!answer.ok) return setState({ message: answer.refusal.message, fields: byName(answer.refusal.fields) })
    announce(t("added", { title: value.known?.title ?? value.fresh?.title ?? "" }))
    onDone()
  }
  const chosen = value.known !== null || value.fresh !== null
  return (
    <form
      aria-label={t("addTo", { number: claim.number })}
      onSubmit={(event) => void add(event)}
      className="flex flex-col gap-3 rounded-[10px] border border-line bg-panel p-3"
    >
      {value.known && (
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <SourceLine source={value.known} />
          </div>
          <Button look="quiet" size="small" onClick={() => put({ known: null })}>
            {t("change")}
          </Button>
        </div>
      )}
      {value.fresh && (
        <SourceFields
          typed={value.fresh}
          errors={state.fields ?? {}}
          focus={focus}
          onType={(fresh) => put({ fresh })}
        />
      )}
      {!chosen && (
        <SourceSearch
          query={value.query}
          focus={focus}
          onQuery={(query) => put({ query })}
          onKnown={(known) => put({ known })}
          onFresh={() => put({ fresh: freshFrom(value.query) })}
        />
      )}
      {chosen && (
        <EvidenceFields
          typed={value.evidence}
          errors={state.fields ?? {}}
          focus={value.known ? focus : "leave"}
          onType={(evidence) => put({ evidence })}
        />
      )}
      {state.message && (
        <p role="alert" className="text-xs font-medium text-false">
          {state.message}
        </p>
      )}
      <div className="flex gap-2">
        {chosen && (
          <Button type="submit" look="primary" size="small" busy={state.busy ?? false}>
            {state.busy ? t("adding") : t("addIt")}
          </Button>
        )}
        <Button look="quiet" size="small" onClick={onDone}>
          {ui("cancel")}
        </Button>
      </div>
    </form>
  )
}
