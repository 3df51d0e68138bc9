"use client"
/** What is being added to a claim: what was typed so far, and sending it. */
import { useTranslations } from "next-intl"
import { useState, type FormEvent } from "react"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import { useAnnounce } from "@/components/ui/announcer"
import type { DraftState } from "@/components/ui/use-draft"
import { byField } from "@/lib/domain/answer"
import { useFileWait } from "./use-file-wait"
import { evidenceFrom, sourceFrom, type Adding } from "./typed-source"

export interface AddingOptions {
  acts: ClaimActs
  adding: DraftState<Adding>
  onDone: () => void
}

interface State {
  busy?: true
  message?: string
  fields?: Record<string, string>
}

const noErrors: Record<string, string> = {}

export function useAdding({ acts, adding, onDone }: AddingOptions) {
  const t = useTranslations("source")
  const announce = useAnnounce()
  const [state, setState] = useState<State>({})
  const { value } = adding
  const source = value.known ? { id: value.known.id } : value.fresh && sourceFrom(value.fresh)
  const add = async (page: "fetched" | "unfetched") => {
    if (!source) return
    // What is confidential is not fetched unasked: its server would see that somebody has looked.
    const more = page === "unfetched" || value.fresh?.confidential === "yes" ? ({ neverRefetch: true } as const) : {}
    setState({ busy: true })
    const answer = await acts.addEvidence({
      source: "id" in source ? source : { ...source, ...more },
      evidence: evidenceFrom(value.evidence),
    })
    if (!answer.ok) return setState({ message: answer.refusal.message, fields: byField(answer.refusal.fields) })
    announce(t("added", { title: value.known?.title ?? value.fresh?.title ?? "" }))
    onDone()
  }
  const { ask, onFile, at } = useFileWait<"fetched" | "unfetched">((page) => void add(page))
  return {
    value,
    put: (changed: Partial<Adding>) => adding.type({ ...value, ...changed }),
    add: (event: FormEvent) => {
      event.preventDefault()
      ask("fetched")
    },
    /** Its page is never fetched, by nobody. */
    addUnfetched: () => ask("unfetched"),
    /** Whether there is a source to add. */
    chosen: Boolean(source),
    onFile,
    at,
    busy: at === "awaited" || (state.busy ?? false),
    message: state.message,
    /** The same object until the next answer. */
    errors: state.fields ?? noErrors,
  }
}
