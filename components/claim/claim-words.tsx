"use client"
/** A claim in words: what it is called, where it stands, who did what. One place, so that it reads the same everywhere. */
import { initialsOf } from "@/components/ui/avatar"
import { useLocale, useTranslations } from "next-intl"
import { useMemo } from "react"
import type { ClaimView } from "@/lib/domain/claim"
import { quoteOf, ratingLabel, sourcesIn } from "@/lib/domain/shown"
import type { Person } from "@/lib/domain/workspace"
import { standingOf as workOf, type SeenClaim } from "./looks"

/** A claim's words in the text; its statement where it has lost them. */
export function titleOf(claim: Pick<ClaimView, "anchors" | "statement">): string {
  return quoteOf(claim.anchors) || (claim.statement ?? "")
}

/** Whose latest review of the current round is an approval. */
export function approversOf({ round, reviews }: Pick<ClaimView, "round" | "reviews">): Person[] {
  const latest = new Map(
    reviews.filter((review) => review.roundId === round?.id).map((review) => [review.reviewer.id, review]),
  )
  return [...latest.values()].filter((review) => review.decision === "approve").map((review) => review.reviewer)
}

export interface ClaimWords {
  /** "Claim 3: Missing context, in review" */
  nameOf: (claim: ClaimView) => string
  /** "In review"; for an approved claim its rating. */
  standingOf: (claim: SeenClaim) => string
  ratingOf: (claim: SeenClaim) => string | null
  /** What is worth knowing beside the badge: who approved, the draft, how many sources. */
  noteOf: (claim: ClaimView) => string
}

export function useClaimWords(): ClaimWords {
  const t = useTranslations("claim")
  const locale = useLocale()
  return useMemo(() => {
    const ratingOf = ({ verdict }: SeenClaim) => (verdict ? ratingLabel(verdict.rating, locale) : null)
    const stateOf = (claim: SeenClaim) => t(`state.${workOf(claim)}`)
    const standingOf = (claim: SeenClaim) => (claim.state === "approved" ? ratingOf(claim) : null) ?? stateOf(claim)
    return {
      ratingOf,
      standingOf,
      nameOf: (claim) =>
        t("name", { job: claim.job, number: claim.number, rating: ratingOf(claim) ?? "none", state: stateOf(claim) }),
      noteOf: (claim) => {
        const approvers = approversOf(claim)
        if (claim.state === "approved" && approvers.length > 0)
          return t("approvedBy", { names: approvers.map((person) => initialsOf(person.name)).join(", ") })
        const sources = t("sources", { count: sourcesIn(claim.evidence) })
        return claim.verdict ? t("draftAndSources", { rating: ratingOf(claim) ?? "", sources }) : sources
      },
    }
  }, [t, locale])
}
