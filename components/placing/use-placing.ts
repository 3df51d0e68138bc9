"use client"
/** Says yes to where a claim stands, or withdraws it: with what is said of it, and the focus led on to the next one. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { leaveRow } from "@/components/ui/rows"
import { toast } from "@/components/ui/toast"
import { useOneAtATime } from "@/components/ui/use-one-at-a-time"
import { errorOf } from "@/components/ui/use-screen-acts"
import type { PlacingItem } from "@/lib/domain/revision"
import type { PlacingActs } from "./placing-screen"

export function usePlacing({ claimId, version, number, reason }: PlacingItem, acts: PlacingActs) {
  const t = useTranslations("placing")
  const withdrawing = useTranslations("claim.withdraw")
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const once = useOneAtATime()
  const confirm = async () => {
    setState({ busy: true })
    const answer = await acts.confirmPlace({ claimId, version })
    const error = errorOf(answer)
    setState(error ? { error } : {})
    if (!answer.ok) return
    leaveRow(document.body, claimId)
    announce(t(reason === "context" ? "held" : "confirmed", { number }))
  }
  const restore = async () => {
    const answer = await acts.restoreClaim({ claimId })
    const error = errorOf(answer)
    if (error) toast.error(error)
  }
  const withdraw = async (why: string) => {
    const answer = await acts.withdrawClaim({ claimId, version, reason: why })
    if (!answer.ok) return answer.refusal.message
    leaveRow(document.body, claimId)
    const undo = { label: withdrawing("undo"), onClick: () => void restore() }
    toast(withdrawing("done", { number }), { duration: 10_000, action: undo })
    return null
  }
  return { confirm: () => once(confirm), withdraw, ...state }
}
