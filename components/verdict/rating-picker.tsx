"use client"
/**
 * A rating of the scale: shape and word for each, its definition below for the one that is pointed at or chosen. Beside the
 * arrow keys of radio buttons, the keys 1 to 9 choose.
 */
import { useLocale, useTranslations } from "next-intl"
import { useId, useRef, useState, type KeyboardEvent } from "react"
import { toneClasses } from "@/components/ui/badge"
import { classes } from "@/components/ui/classes"
import { Refused } from "@/components/ui/refused"
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
  const group = useRef<HTMLFieldSetElement>(null)
  const press = (event: KeyboardEvent) => {
    const chosen = /^[1-9]$/.test(event.key) ? ratings[Number(event.key) - 1] : undefined
    if (!chosen || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onChoose(chosen.code)
    group.current?.querySelectorAll<HTMLInputElement>("input")[Number(event.key) - 1]?.focus()
  }
  return (
    <fieldset ref={group} aria-describedby={`${id}-about`} onBlur={onLeave} onKeyDown={press}>
      <legend className="mb-1.5 text-xs font-semibold text-ink-2">{t("rating")}</legend>
      <div className="group/ratings flex flex-wrap gap-1.5" onMouseLeave={() => setPointed(null)}>
        {ratings.map((rating, at) => (
          <Choice
            key={rating.code}
            {...{ rating, id }}
            number={at < 9 ? at + 1 : null}
            chosen={rating.code === value ? "yes" : "no"}
            onChoose={onChoose}
            onPoint={setPointed}
          />
        ))}
      </div>
      <p id={`${id}-about`} className="mt-1.5 min-h-8 text-xs text-ink-3">
        {told ? definitionOf(told, locale) : `${t("ratingHint")} ${t("keysHint")}`}
      </p>
      <Refused>{error}</Refused>
    </fieldset>
  )
}

function definitionOf(rating: Rating, locale: string): string {
  return rating.definition[locale.split("-")[0] ?? "en"] ?? rating.definition.en ?? ""
}

interface ChoiceProps {
  rating: Rating
  /** Of the picker. */
  id: string
  /** Its key; null for none. */
  number: number | null
  chosen: "yes" | "no"
  onChoose: (code: string) => void
  onPoint: (code: string | null) => void
}

function Choice({ rating, id, number, chosen, onChoose, onPoint }: ChoiceProps) {
  const locale = useLocale()
  const look =
    chosen === "yes"
      ? classes("border-current", toneClasses[rating.tone])
      : "border-line-strong text-ink-2 peer-hover:bg-panel peer-hover:text-ink"
  return (
    <label onMouseEnter={() => onPoint(rating.code)} className="relative">
      <UnseenRadio
        name={id}
        value={rating.code}
        checked={chosen === "yes"}
        aria-describedby={`${id}-about`}
        onChange={() => onChoose(rating.code)}
        onFocus={() => onPoint(rating.code)}
        onBlur={() => onPoint(null)}
      />
      <span
        className={classes(
          "inline-flex items-center gap-1.5 rounded-md border px-2 py-1 text-xs leading-tight font-[550]",
          radioFocus,
          look,
        )}
      >
        <span aria-hidden>{rating.shape}</span>
        {ratingLabel(rating, locale)}
        {number !== null && (
          <span aria-hidden className="hidden text-2xs font-normal opacity-70 group-focus-within/ratings:inline">
            {number}
          </span>
        )}
      </span>
    </label>
  )
}
