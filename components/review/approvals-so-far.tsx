"use client"
/** How many have approved a round and how many are asked to, and who they are. Silent where one approval decides. */
import { useFormatter, useTranslations } from "next-intl"
import { approversOf } from "@/components/claim/claim-words"
import type { ClaimView } from "@/lib/domain/claim"

export function ApprovalsSoFar({ claim }: { claim: Pick<ClaimView, "state" | "round" | "reviews"> }) {
  const t = useTranslations("review.soFar")
  const format = useFormatter()
  const { round, state } = claim
  if (!round) return null
  const approvers = approversOf(claim)
  const names = format.list(approvers.map(({ name }) => name))
  if (state === "checked") return <p className="text-xs text-ink-2">{t("checked")}</p>
  if (state === "approved") return names ? <p className="text-xs text-ink-2">{t("approved", { names })}</p> : null
  if (round.approvalsNeeded < 2 && approvers.length === 0) return null
  const counts = { given: approvers.length, needed: Math.max(1, round.approvalsNeeded) }
  return (
    <p className="text-xs text-ink-2">
      <b className="font-semibold">{t("count", counts)}</b>
      {names && ` · ${names}`}
    </p>
  )
}
