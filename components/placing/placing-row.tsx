"use client"
/** One claim whose place somebody has to look at: what its words were, what stands there now, and what can be said to it. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { Badge } from "@/components/ui/badge"
import { Button, LinkButton } from "@/components/ui/button"
import { ReasonDialog } from "@/components/ui/reason-dialog"
import { Refused } from "@/components/ui/refused"
import { can } from "@/lib/domain/policy"
import type { PlacingItem, PlacingList } from "@/lib/domain/revision"
import type { Actor } from "@/lib/domain/workspace"
import { PlacingSpans } from "./placing-spans"
import type { PlacingActs } from "./placing-screen"
import { usePlacing } from "./use-placing"

export interface PlacingRowProps {
  item: PlacingItem
  article: PlacingList["article"]
  actor: Actor
  galley: string
  acts: PlacingActs
}

export function PlacingRow({ item, article, actor, galley, acts }: PlacingRowProps) {
  const t = useTranslations("placing")
  const claim = useTranslations("claim")
  const { number, job, reason, state } = item
  const subject = { article, priority: item.priority, authorIds: [] }
  const places = article.archivedAt === null && can(actor, "claim.place", subject)
  return (
    <li data-row={item.claimId} className="border-b border-line py-4">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Link
          href={`${galley}?claim=${number}`}
          prefetch={false}
          className="text-ui font-semibold underline decoration-line-strong underline-offset-3 hover:decoration-ink"
        >
          {claim("heading", { job, number })}
        </Link>
        {reason !== "moved" && (
          <Badge tone="mixed" shape="△">
            {t(`reason.${reason}`)}
          </Badge>
        )}
        {state === "in_review" && <span className="text-xs text-ink-3">{t("inReview")}</span>}
      </p>
      {item.statement && <p className="mt-1 text-ui text-ink-2">{item.statement}</p>}
      <PlacingSpans item={item} language={article.language} />
      {places && reason !== "moved" && <Acts {...{ item, actor, subject, galley, acts }} />}
    </li>
  )
}

interface ActsProps extends Pick<PlacingRowProps, "item" | "actor" | "galley" | "acts"> {
  subject: { article: PlacingList["article"]; priority: number; authorIds: string[] }
}

function Acts({ item, actor, subject, galley, acts }: ActsProps) {
  const t = useTranslations("placing")
  const { confirm, withdraw, busy, error } = usePlacing(item, acts)
  const { number, reason, state } = item
  const shortcuts = { confirm: useShortcut("place.confirm"), other: useShortcut("place.other") }
  return (
    <>
      <Refused className="mt-2">{error}</Refused>
      <div className="mt-3 flex flex-wrap gap-2">
        {reason !== "lost" && (
          <Button
            data-act="confirm"
            look="primary"
            size="small"
            busy={busy ?? false}
            aria-keyshortcuts={shortcuts.confirm}
            onClick={() => void confirm()}
          >
            {t(reason === "context" ? "holds" : "confirm")} <KeyCap act="place.confirm" on="ink" />
          </Button>
        )}
        {state !== "in_review" && (
          <LinkButton
            data-act="other"
            size="small"
            prefetch={false}
            aria-keyshortcuts={shortcuts.other}
            href={`${galley}?claim=${number}`}
          >
            {t(reason === "lost" ? "attach" : "other")} <KeyCap act="place.other" />
          </LinkButton>
        )}
        {can(actor, "claim.withdraw", subject) && state !== "in_review" && (
          <Withdraw number={number} draft={`withdraw ${actor.userId} ${item.claimId}`} onConfirm={withdraw} />
        )}
      </div>
    </>
  )
}

interface WithdrawProps {
  number: number
  draft: string
  onConfirm: (reason: string) => Promise<string | null>
}

function Withdraw({ number, ...box }: WithdrawProps) {
  const t = useTranslations("claim.withdraw")
  const [asks, setAsks] = useState(false)
  const words = {
    title: t("title", { number }),
    text: t("text"),
    reason: t("reason"),
    confirm: t("confirm"),
    busy: t("busy"),
  }
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setAsks(true)}>
        {t("button")}
      </Button>
      <ReasonDialog open={asks} onOpenChange={setAsks} words={words} {...box} />
    </>
  )
}
