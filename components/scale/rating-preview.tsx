"use client"
/** How a rating looks by day and by night, side by side, whatever the reader's own page is. */
import { useLocale, useTranslations } from "next-intl"
import { Badge } from "@/components/ui/badge"
import type { Rating } from "@/lib/domain/scale"
import { ratingLabel } from "@/lib/domain/shown"

type Shown = Pick<Rating, "code" | "label" | "tone" | "shape">

export function RatingPreview({ rating }: { rating: Shown }) {
  const t = useTranslations("settings.scales")
  const label = ratingLabel(rating, useLocale()) || t("unnamed")
  return (
    <span className="inline-flex max-w-full overflow-hidden rounded-md border border-line">
      {(["light", "dark"] as const).map((scheme) => (
        <span
          key={scheme}
          aria-hidden={scheme === "dark" || undefined}
          data-scheme={scheme}
          className="inline-flex min-w-0 bg-paper px-1.5 py-1"
        >
          <Badge tone={rating.tone} shape={rating.shape}>
            {label}
          </Badge>
        </span>
      ))}
    </span>
  )
}
