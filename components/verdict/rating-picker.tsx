"use client"
/** A rating of the scale: shape and word for each, its definition below for the one that is pointed at or chosen. */
import { useLocale, useTranslations } from "next-intl"
import { useId, useState } from "react"
import { toneClasses } from "@/components/ui/badge"
import { classes } from "@/components/ui/classes"
import { radioFocus, UnseenRadio } from "@/components/ui/unseen-radio"
import type { Rating } from "@/lib/domain/scale"
import { ratingLabel } from "@/lib/domain/shown"

export interface RatingPickerProps {
  ratings: readonly Rating[]
  /** Code of the chosen one, empty for none. */
  value: string
  onChoose: (code: string) => void
  onLeave: () => void
  error?: string
}

export function RatingPicker({ ratings, value, onChoose, onLeave, error }: RatingPickerProps) {
  const t = useTranslations("verdict")
  const locale = useLocale()
  const id = useId()
  const [pointed, setPointed] = useState<string | null>(null)
  const told = ratings.find((rating) => rating.code === (pointed ?? value))
  return (
    <fieldset aria-describedby={`${id}-about`} onBlur={onLeave}>
      <legend className="mb-1.5 text-xs font-semibold text-ink-2">{t("rating")}</legend>
      <div className="flex flex-wrap gap-1.5" onMouseLeave={() => setPointed(null)}>
        {ratings.map((rating) => (
          <label key={rating.code} onMouseEnter={() => setPointed(rating.code)} className="relative">
            <UnseenRadio
              name={id}
              value={rating.code}
              checked={rating.code === value}
              aria-describedby={`${id}-about`}
              onChange={() => onChoose(rating.code)}
              onFocus={() => setPointed(rating.code)}
              onBlur={() => setPointed(null)}
            />
            <span
              className={classes(
                "inline-flex items-center gap-1.5 rounded-md border px-2 py-1 text-xs leading-tight font-[550]",
                radioFocus,
                rating.code === value
                  ? classes("border-current", toneClasses[rating.tone])
                  : "border-line-strong text-ink-2 peer-hover:bg-panel peer-hover:text-ink",
              )}
            >
              <span aria-hidden>{rating.shape}</span>
              {ratingLabel(rating, locale)}
            </span>
          </label>
        ))}
      </div>
      <p id={`${id}-about`} className="mt-1.5 min-h-8 text-xs text-ink-3">
        {told ? definitionOf(told, locale) : t("ratingHint")}
      </p>
      {error && (
        <p role="alert" className="text-xs font-medium text-false">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function definitionOf(rating: Rating, locale: string): string {
  return rating.definition[locale.split("-")[0] ?? "en"] ?? rating.definition.en ?? ""
}
