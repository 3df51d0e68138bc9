"use client"
/** Where a claim stands, as a badge: its rating once approved, else its state. */
import { useLocale, useTranslations } from "next-intl"
import { Badge } from "@/components/ui/badge"
import type { ClaimView } from "@/lib/domain/claim"
import { ratingLabel } from "@/lib/domain/shown"
import { useClaimWords } from "./claim-words"
import { lookOf, shapeOf, toneOf, type SeenClaim } from "./looks"

export function ClaimBadge({ claim }: { claim: SeenClaim }) {
  const { standingOf } = useClaimWords()
  return (
    <Badge tone={toneOf(lookOf(claim))} shape={shapeOf(claim)}>
      {standingOf(claim)}
    </Badge>
  )
}

/** That a claim is held for legal reasons. */
export function HoldBadge({ claim: { legal } }: { claim: Pick<ClaimView, "legal"> }) {
  const t = useTranslations("claim")
  if (legal?.decision !== "hold") return null
  return (
    <Badge tone="false" shape="§">
      {t("held")}
    </Badge>
  )
}

type SeenRating = NonNullable<SeenClaim["verdict"]>["rating"]

/** A rating with its shape; outlined as long as nobody has approved it. */
export function RatingBadge({ rating, standing }: { rating: SeenRating; standing: "approved" | "drafted" }) {
  const locale = useLocale()
  return (
    <Badge tone={rating.tone} shape={rating.shape} ground={standing === "approved" ? "soft" : "outline"}>
      {ratingLabel(rating, locale)}
    </Badge>
  )
}
