/** The ratings of one version of a scale, as they were saved: how each looks, what it says and what it counts for. */
import { getLocale, getTranslations } from "next-intl/server"
import type { Rating } from "@/lib/domain/scale"
import { RatingPreview } from "./rating-preview"

export async function RatingsTable({ ratings }: { ratings: readonly Rating[] }) {
  const [t, types, locale] = await Promise.all([
    getTranslations("settings.scales"),
    getTranslations("claim.type"),
    getLocale(),
  ])
  return (
    <ol aria-label={t("ratings")} className="border-t border-line">
      {ratings.map((rating) => {
        const { code, definition, value, settles, claimReview, fits } = rating
        const facts = [
          code,
          value !== null && t("valueIs", { value }),
          t(settles ? "settled" : "open"),
          claimReview && t("inClaimReview"),
          fits.length > 0 && t("fitsOnly", { names: fits.map((type) => types(type as "other")).join(", ") }),
        ]
        return (
          <li key={code} className="flex flex-col items-start gap-1 border-b border-line py-2.5">
            <RatingPreview rating={rating} />
            <p className="text-ui text-pretty text-ink-2">
              {definition[locale.split("-")[0] ?? "en"] ?? definition.en ?? ""}
            </p>
            <p className="text-xs wrap-anywhere text-ink-3">{facts.filter(Boolean).join(" · ")}</p>
          </li>
        )
      })}
    </ol>
  )
}
