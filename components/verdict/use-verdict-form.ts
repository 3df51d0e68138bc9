"use client"
/** The verdict as it is drafted: put down whole with every save, as soon as there is a rating. */
import { savingOf } from "@/components/claim/use-claim-form"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { useAutosave, type Autosave } from "@/components/ui/use-autosave"
import type { ClaimView } from "@/lib/domain/claim"

export type VerdictName = "rating" | "conclusion" | "explanation" | "workingNote" | "asOf" | "recheckOn"
export type VerdictForm = Autosave<VerdictName>

export function useVerdictForm(claim: ClaimView, acts: ClaimActs): VerdictForm {
  const { actor } = useGalley()
  const saved = typedVerdict(claim)
  return useAutosave<VerdictName>({
    key: draftKey(actor, claim, "verdict"),
    saved,
    ready: (values) => values.rating !== "",
    save: (changes, settle) => {
      const { asOf, recheckOn, ...words } = { ...saved, ...changes }
      const verdict = { ...words, asOf: asOf || null, recheckOn: recheckOn || null }
      void acts.draft(verdict, (answer) => settle(savingOf(answer, typedVerdict)))
    },
  })
}

const names: readonly VerdictName[] = ["rating", "conclusion", "explanation", "workingNote", "asOf", "recheckOn"]

/** A verdict's fields as they are typed; empty is not set. */
function typedVerdict({ verdict }: ClaimView): Record<VerdictName, string> {
  const valueOf = (name: VerdictName) => (name === "rating" ? verdict?.rating.code : verdict?.[name]) ?? ""
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<VerdictName, string>
}
