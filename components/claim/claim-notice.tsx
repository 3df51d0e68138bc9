"use client"
/** Why the claim can't be changed now, or what a change would do. Silent when there is nothing to say. */
import { useParams } from "next/navigation"
import { useFormatter, useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { useGalley } from "@/components/galley/galley-context"
import { Button, LinkButton } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import type { ClaimView } from "@/lib/domain/claim"
import { ratingLabel } from "@/lib/domain/shown"
import type { Access } from "./claim-access"

export interface ClaimNoticeProps {
  claim: ClaimView
  access: Access
  unlocked: "no" | "yes"
  onUnlock: () => void
}

export function ClaimNotice({ claim, access, unlocked, onUnlock }: ClaimNoticeProps) {
  const t = useTranslations("claim.notice")
  const { article } = useGalley()
  // Over what is put away one notice says it all.
  if (article.archivedAt) return null
  if (claim.state === "in_review") return <InReview claim={claim} />
  if (access === "out") return <WentOut claim={claim} />
  if (access === "locked")
    return (
      <Notice tone="calm">
        <p>
          {t(`${unlocked === "yes" ? "unlocked" : "locked"}.${claim.state === "approved" ? "approved" : "checked"}`)}
        </p>
        {unlocked === "no" && (
          <Button size="small" className="mt-2" onClick={onUnlock}>
            {t("unlock")}
          </Button>
        )}
      </Notice>
    )
  if (claim.state === "changes_requested") return <ChangesRequested claim={claim} />
  if (access === "reading" || access === "author") return <Notice tone="calm">{t(access)}</Notice>
  return null
}

/** What has gone out is reopened on a screen of its own, where a reason is asked for. */
function WentOut({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claim.notice")
  const { workspace, articleId } = useParams<{ workspace: string; articleId: string }>()
  return (
    <Notice tone="calm">
      <p>{t("out")}</p>
      <LinkButton
        size="small"
        className="mt-2"
        href={`/w/${workspace}/articles/${articleId}/sign-off?claim=${claim.number}`}
      >
        {t("toSignOff")}
      </LinkButton>
    </Notice>
  )
}

function InReview({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claim.notice")
  const format = useFormatter()
  if (!claim.round) return null
  const date = format.dateTime(new Date(claim.round.sentAt), { dateStyle: "medium", timeStyle: "short" })
  return <Notice tone="calm">{t("in_review", { date, name: claim.round.sender.name })}</Notice>
}

/** By a reviewer, or by whoever decided between two verdicts: the last to say so. */
function ChangesRequested({ claim: { reviews, opinion } }: { claim: ClaimView }) {
  const t = useTranslations("claim.notice")
  const locale = useLocale()
  const asked = reviews.findLast((review) => review.decision === "request_changes")
  const decided = opinion?.adjudication
  if (decided?.decidedAt && (!asked || asked.createdAt < decided.decidedAt))
    return (
      <Asked
        title={t("adjudicated", { name: decided.proposedBy.name, rating: ratingLabel(decided.rating, locale) })}
        words={decided.reason}
      />
    )
  return asked && <Asked title={t("changes_requested", { name: asked.reviewer.name })} words={asked.note} />
}

function Asked({ title, words }: { title: string; words: string | null }) {
  return (
    <Notice tone="loud">
      <p className="font-semibold">{title}</p>
      <p className="mt-1 font-serif text-[0.9375rem] leading-snug whitespace-pre-wrap text-ink">{words}</p>
    </Notice>
  )
}

function Notice({ tone, children }: { tone: "calm" | "loud"; children: ReactNode }) {
  return (
    <div
      className={classes(
        "rounded-lg px-3 py-2 text-xs",
        tone === "loud" ? "bg-open-soft text-open" : "bg-panel text-ink-2",
      )}
    >
      {children}
    </div>
  )
}
