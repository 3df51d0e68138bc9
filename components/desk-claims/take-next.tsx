"use client"
/** Takes the next claim that is nobody's, from wherever one is, and leads to it. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useKeys } from "@/components/keys/use-keys"
import { toast } from "@/components/ui/toast"
import { useOneAtATime } from "@/components/ui/use-one-at-a-time"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { TakenClaim } from "@/lib/domain/claim"

export interface TakeNextProps {
  takeNext: Act<void, TakenClaim | null>
  /** The address of the workspace. */
  home: string
}

export function TakeNext({ takeNext, home }: TakeNextProps) {
  const t = useTranslations("workspace.take")
  const router = useRouter()
  const acts = useScreenActs({ takeNext })
  const once = useOneAtATime()
  const take = async () => {
    const answer = await acts.takeNext()
    if (!answer.ok) return void toast.error(answer.refusal.message)
    const claim = answer.value
    if (!claim) return void toast(t("none"))
    toast(t("taken", { number: claim.number }))
    router.push(`${home}/articles/${claim.articleId}?claim=${claim.number}`)
  }
  useKeys({ "claim.take": () => void once(take) })
  return null
}
