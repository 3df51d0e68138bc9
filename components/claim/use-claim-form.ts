"use client"
/** The fields of a claim, saved as they are typed. */
import type { Saving } from "@/components/ui/autosaver"
import { useAutosave } from "@/components/ui/use-autosave"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { byField, type Answer } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type { ClaimActs } from "./use-claim-acts"
import { fieldsFrom, typedFields } from "./field-values"

export function useClaimForm(claim: ClaimView, acts: ClaimActs) {
  const { actor } = useGalley()
  return useAutosave({
    key: draftKey(actor, claim, "fields"),
    saved: typedFields(claim),
    // Until its marker has chosen which of two verdicts is theirs, what they type is kept.
    ready: () => !claim.opinion?.blind,
    save: (changes, settle) => void acts.edit(fieldsFrom(changes), (answer) => settle(savingOf(answer, typedFields))),
  })
}

/** An answer as the form takes it: errors by the field's own name, whatever path the act gave. */
export function savingOf<Name extends string>(
  answer: Answer<ClaimView>,
  typed: (claim: ClaimView) => Record<Name, string>,
): Saving<Name> {
  if (answer.ok) return { ok: true, saved: typed(answer.value) }
  const { code, message, fields, current } = answer.refusal
  const then = code === "conflict" && current !== undefined ? "again" : "stop"
  return { ok: false, message, fields: byField(fields), then }
}
