"use client"
/** Why the chosen claims were not arranged, and what can be done about it. They stay chosen. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useTransition } from "react"
import { Button } from "@/components/ui/button"
import type { ClaimItem } from "@/lib/domain/claim-list"
import { ofTheirOwn, type Arrangement } from "./arranging"
import type { RefusedArrangement } from "./use-arranging"

export interface RefusedProps {
  refused: RefusedArrangement
  chosen: ClaimItem[]
  arrange: (claims: ClaimItem[], arrangement: Arrangement) => void
  onDismiss: () => void
}

export function Refused({ refused: { refusal, arrangement }, chosen, arrange, onDismiss }: RefusedProps) {
  const t = useTranslations("claims.refused")
  const router = useRouter()
  const [busy, start] = useTransition()
  const assignee = arrangement.kind === "assignee" ? arrangement.assignee : null
  const own = assignee ? ofTheirOwn(chosen, assignee.id) : []
  const rest = chosen.filter((item) => !own.includes(item))
  const isOutdated = refusal.code === "conflict" || refusal.code === "not-found"
  const look = () =>
    start(() => {
      router.refresh()
      onDismiss()
    })
  return (
    <div role="alert" className="mt-4 rounded-lg border border-mixed bg-mixed-soft px-4 py-3 text-ui">
      <p className="font-semibold text-mixed">{t("title")}</p>
      <p className="mt-0.5">{refusal.message}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {own.length > 0 && rest.length > 0 && (
          <Button size="small" onClick={() => arrange(rest, arrangement)}>
            {t("leaveOut", { count: own.length })}
          </Button>
        )}
        {isOutdated && (
          <Button size="small" busy={busy} onClick={look}>
            {t("reload")}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={onDismiss}>
          {t("dismiss")}
        </Button>
      </div>
    </div>
  )
}
