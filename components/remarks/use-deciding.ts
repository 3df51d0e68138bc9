"use client"
/** Says what becomes of a remark, and takes it back: with what is said of it, and the focus led on to the next one. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { leaveRow } from "@/components/ui/rows"
import { toast } from "@/components/ui/toast"
import type { Answer } from "@/lib/domain/answer"
import type { RemarkOutcome, RemarkView } from "@/lib/domain/remark"
import type { RemarkActs } from "./remarks-screen"

export function useDeciding({ id: remarkId }: RemarkView, acts: RemarkActs) {
  const t = useTranslations("remarks")
  const ui = useTranslations("ui")
  const [busy, setBusy] = useState<RemarkOutcome | "reopen" | null>(null)
  const [error, setError] = useState<string | null>(null)
  const settled = <Value>(answer: Answer<Value>) => {
    setBusy(null)
    setError(answer.ok ? null : answer.refusal.message)
    return answer.ok
  }
  const lost = (): Answer<never> => ({ ok: false, refusal: { code: "failed", message: ui("failed"), fields: {} } })
  const reopen = async () => {
    setBusy("reopen")
    settled(await acts.reopenRemark({ remarkId }).catch(lost))
  }
  const decide = async (outcome: RemarkOutcome) => {
    setBusy(outcome)
    const done = settled(await acts.decideRemark({ remarkId, outcome }).catch(lost))
    if (!done) return
    leaveRow(document.body, remarkId)
    const undo = { label: t("undo"), onClick: () => void reopen() }
    toast(t(`made.${outcome}`), { duration: 8_000, ...(outcome !== "fact" && { action: undo }) })
  }
  return { decide, reopen, busy, error }
}
