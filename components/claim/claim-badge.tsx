"use client"
/** Where a claim stands, as a badge: its rating once approved, else its state. */
import { useLocale } from "next-intl"
import { Badge } from "@/components/ui/badge"
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
