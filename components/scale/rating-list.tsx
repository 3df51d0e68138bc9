"use client"
/** The ratings of a scale in their order, which is that of the picker: moved by dragging their grip, or by arrow keys on it. */
import { Plus } from "lucide-react"
import { useLocale, useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import { MOST_RATINGS } from "@/lib/domain/scale-parts"
import { ratingLabel } from "@/lib/domain/shown"
import { RatingRow } from "./rating-row"
import { moved, retyped, withNewRating, type TypedScale } from "./typed-scale"

export interface RatingListProps {
  scale: TypedScale
  wrongs: Record<string, string>
  onScale: (scale: TypedScale) => void
}

export function RatingList({ scale, wrongs, onScale }: RatingListProps) {
  const t = useTranslations("settings.scales")
  const { list, move, add, remove, dragging, setDragging } = useOrder(scale, onScale)
  const { ratings } = scale
  return (
    <section aria-labelledby="ratings" className="flex flex-col gap-2">
      <h2 id="ratings" className="text-sm font-semibold">
        {t("ratings")}
      </h2>
      <p className="text-xs text-pretty text-ink-3">{t("ratingsHint")}</p>
      <ol ref={list} aria-label={t("ratings")} className="border-t border-line">
        {ratings.map((rating, at) => (
          <RatingRow
            key={rating.key}
            {...{ rating, at, job: scale.job }}
            drag={dragging === null ? "none" : dragging === rating.key ? "this" : "another"}
            wrongs={wrongsOf(rating.key, wrongs)}
            onType={(some) => onScale(retyped(scale, rating.key, some))}
            onMove={(to) => move(rating.key, to)}
            onDrag={setDragging}
            onDragOver={() => dragging !== null && onScale(moved(scale, dragging, at))}
            onRemove={() => remove(rating.key)}
          />
        ))}
      </ol>
      {ratings.length === 0 && <p className="text-ui text-ink-2">{t("noRatings")}</p>}
      <Refused>{wrongs.ratings}</Refused>
      <div>
        <Button size="small" disabled={ratings.length >= MOST_RATINGS} onClick={add}>
          <Plus aria-hidden className="size-3.5" />
          {t("add")}
        </Button>
      </div>
    </section>
  )
}

/** What changes the order, and keeps the focus with what was moved or is new. */
function useOrder(scale: TypedScale, onScale: (scale: TypedScale) => void) {
  const t = useTranslations("settings.scales")
  const locale = useLocale()
  const announce = useAnnounce()
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef<string | null>(null)
  const [dragging, setDragging] = useState<string | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    list.current?.querySelector<HTMLElement>(wanted.current)?.focus()
    wanted.current = null
  }, [scale])
  const move = (key: string, to: number) => {
    const next = moved(scale, key, to)
    if (next === scale) return
    wanted.current = `[data-grip="${key}"]`
    onScale(next)
    const rating = scale.ratings.find((one) => one.key === key)
    const label = rating ? ratingLabel(rating, locale) : ""
    announce(t("moved", { label, place: to + 1, count: scale.ratings.length }))
  }
  const add = () => {
    const next = withNewRating(scale)
    wanted.current = `[data-rating="${next.ratings.at(-1)?.key ?? ""}"] input`
    onScale(next)
  }
  const remove = (key: string) => {
    const at = scale.ratings.findIndex((one) => one.key === key)
    const beside = scale.ratings[at + 1] ?? scale.ratings[at - 1]
    if (beside) wanted.current = `[data-grip="${beside.key}"]`
    onScale({ ...scale, ratings: scale.ratings.filter((one) => one.key !== key) })
    announce(t("removed"))
  }
  return { list, move, add, remove, dragging, setDragging }
}

/** Of one rating, by its fields. */
function wrongsOf(key: string, wrongs: Record<string, string>): Record<string, string> {
  const begins = `${key}.`
  return Object.fromEntries(
    Object.entries(wrongs).flatMap(([path, words]) =>
      path.startsWith(begins) ? [[path.slice(begins.length), words] as const] : [],
    ),
  )
}
