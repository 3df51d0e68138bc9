"use client"
/** Says yes to where a claim stands, or withdraws it: with what is said of it, and the focus led on to the next one. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { leaveRow } from "@/components/ui/rows"
import { toast } from "@/components/ui/toast"
import type { Answer } from "@/lib/domain/answer"
import type { PlacingItem } from "@/lib/domain/revision"
import type { PlacingActs } from "./placing-screen"

export function usePlacing({ claimId, version, number, reason }: PlacingItem, acts: PlacingActs) {
  const t = useTranslations("placing")
  const withdrawing = useTranslations("claim.withdraw")
  const ui = useTranslations("ui")
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const confirm = async () => {
    setState({ busy: true })
    const answer = await acts.confirmPlace({ claimId, version }).catch(() => lost(ui("failed")))
    setState(answer.ok ? {} : { error: answer.refusal.message })
    if (!answer.ok) return
    leaveRow(document.body, claimId)
    announce(t(reason === "context" ? "held" : "confirmed", { number }))
  }
  const restore = async () => {
    const answer = await acts.restoreClaim({ claimId }).catch(() => lost(ui("failed")))
    if (!answer.ok) toast.error(answer.refusal.message)
  }
  const withdraw = async (why: string) => {
    const answer = await acts.withdrawClaim({ claimId, version, reason: why }).catch(() => lost(ui("failed")))
    if (!answer.ok) return answer.refusal.message
    leaveRow(document.body, claimId)
    const undo = { label: withdrawing("undo"), onClick: () => void restore() }
    toast(withdrawing("done", { number }), { duration: 10_000, action: undo })
    return null
  }
  return { confirm, withdraw, state }
}

function lost(message: string): Answer<never> {
  return { ok: false, refusal: { code: "failed", message, fields: {} } }
}
