"use client"
/** Says what becomes of a remark, or lets it be decided anew; the focus is led on to the next one. */
import { useState } from "react"
import { leaveRow } from "@/components/ui/rows"
import { errorOf } from "@/components/ui/use-screen-acts"
import type { RemarkOutcome, RemarkView } from "@/lib/domain/remark"
import type { RemarkActs } from "./remarks-screen"

export function useDeciding(
  { id: remarkId }: RemarkView,
  acts: RemarkActs,
  onDecided: (remarkId: string, outcome: RemarkOutcome) => void,
) {
  const [busy, setBusy] = useState<RemarkOutcome | "reopen" | null>(null)
  const [error, setError] = useState<string | null>(null)
  const reopen = async () => {
    setBusy("reopen")
    setError(errorOf(await acts.reopenRemark({ remarkId })))
    setBusy(null)
  }
  const decide = async (outcome: RemarkOutcome) => {
    setBusy(outcome)
    const answer = await acts.decideRemark({ remarkId, outcome })
    setBusy(null)
    setError(errorOf(answer))
    if (!answer.ok) return
    leaveRow(document.body, remarkId)
    onDecided(remarkId, outcome)
  }
  return { decide, reopen, busy, error }
}
