"use client"
/**
 * A source that is being typed over: kept through a reload, sent as far as it was changed. If somebody else was faster,
 * what they changed is told and lies under what was typed, so that sending it again overwrites nothing unseen.
 */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useFileWait } from "@/components/source/use-file-wait"
import { watched } from "@/components/ui/connection"
import { keepDraft } from "@/components/ui/drafts"
import { useDraft } from "@/components/ui/use-draft"
import { byField, type Act } from "@/lib/domain/answer"
import type { EditSource, SourceView } from "@/lib/domain/source"
import type { SourceItem } from "@/lib/domain/source-list"
import {
  differences,
  editFrom,
  isSource,
  typedFrom,
  typedOver,
  type Difference,
  type Retyped,
  type SourceThere,
  type TypedLedgerSource,
} from "./typed-ledger-source"

export interface Refused {
  message: string
  errors: Record<string, string>
  /** Null where nobody was faster. */
  differences: Difference[] | null
}

export interface EditingSource {
  me: string
  source: SourceItem
  edit: Act<EditSource, SourceView>
  onDone: () => void
}

export function useEditSource({ me, source, edit, onDone }: EditingSource) {
  const ui = useTranslations("ui")
  const readers = source.readers.map(({ id }) => id)
  const saved: Retyped = { typed: typedFrom(source, readers), version: source.version }
  const key = `${me}:${source.id}:source`
  const draft = useDraft<Retyped>(key, saved)
  const [state, setState] = useState<"idle" | "busy" | Refused>("idle")
  const { typed } = draft.value
  const base = draft.draft?.base ?? saved

  const done = () => {
    draft.drop()
    setState("idle")
    onDone()
  }
  const meet = (there: SourceThere): Difference[] => {
    const now = typedFrom(there, there.readers ?? base.typed.readers)
    const { version } = there
    keepDraft<Retyped>(key, {
      value: { typed: typedOver(now, typed, base.typed), version },
      base: { typed: now, version },
    })
    return differences(typed, base.typed, now)
  }
  const save = async () => {
    const fields = editFrom(typed, base.typed)
    if (Object.keys(fields).length === 0) return done()
    setState("busy")
    const lost = { ok: false, refusal: { message: ui("failed"), fields: {}, current: undefined } } as const
    const answer = await watched(edit)({ sourceId: source.id, version: base.version, source: fields }).catch(() => lost)
    if (answer.ok) return done()
    const { message, fields: wrong, current } = answer.refusal
    setState({ message, errors: byField(wrong), differences: isSource(current) ? meet(current) : null })
  }
  const { ask, onFile, at } = useFileWait(() => void save())
  return {
    typed,
    isKept: draft.draft !== null,
    onFile,
    at,
    busy: state === "busy" || at === "awaited",
    refused: typeof state === "object" ? state : null,
    type: (next: TypedLedgerSource) => draft.type({ typed: next, version: base.version }),
    save: () => ask(null),
    done,
  }
}
