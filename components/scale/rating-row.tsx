"use client"
/** One rating of a scale: its grip, its place, how it looks by day and by night; opened, all of it. */
import { ChevronDown, ChevronRight, GripVertical } from "lucide-react"
import { useTranslations } from "next-intl"
import { useId, useState, type KeyboardEvent } from "react"
import { classes } from "@/components/ui/classes"
import type { Job } from "@/lib/domain/scale"
import { RatingFields } from "./rating-fields"
import { RatingPreview } from "./rating-preview"
import type { TypedRating } from "./typed-scale"

export interface RatingRowProps {
  rating: TypedRating
  /** Its place, from 0. */
  at: number
  job: Job
  drag: "none" | "this" | "another"
  /** What is wrong, by field. */
  wrongs: Record<string, string>
  onType: (some: Partial<TypedRating>) => void
  onMove: (to: number) => void
  onDrag: (key: string | null) => void
  onDragOver: () => void
  onRemove: () => void
}

export function RatingRow(props: RatingRowProps) {
  const { rating, at, job, drag, wrongs, onType, onRemove } = props
  const t = useTranslations("settings.scales")
  const id = useId()
  const [opened, setOpened] = useState<"yes" | "no">(rating.follows === "label" ? "yes" : "no")
  const isOpen = opened === "yes" || Object.keys(wrongs).length > 0
  const Chevron = isOpen ? ChevronDown : ChevronRight
  const number = at + 1
  return (
    <li
      data-rating={rating.key}
      onDragOver={(event) => {
        event.preventDefault()
        if (drag === "another") props.onDragOver()
      }}
      onDrop={(event) => event.preventDefault()}
      className={classes("border-b border-line py-2", drag === "this" && "bg-panel")}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <Grip {...props} />
        <span aria-hidden className="w-5 text-right text-xs text-ink-3 tabular-nums">
          {number}
        </span>
        <RatingPreview rating={rating} />
        <span className="min-w-0 truncate text-xs text-ink-3">
          {[rating.code, rating.value !== null && t("valueIs", { value: rating.value }), !rating.settles && t("open")]
            .filter(Boolean)
            .join(" · ")}
        </span>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={t("edit", { label: rating.label.en || t("nameless", { number }) })}
          onClick={() => setOpened(isOpen ? "no" : "yes")}
          className="ml-auto inline-flex min-h-7 items-center gap-1 rounded-md px-2 text-xs text-ink-2 hover:bg-panel hover:text-ink"
        >
          {t(isOpen ? "close" : "editShort")}
          <Chevron aria-hidden className="size-3.5" />
        </button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && <RatingFields {...{ rating, job, wrongs, onType, onRemove }} />}
      </div>
    </li>
  )
}

/** Dragged by the mouse; with the focus on it, arrow keys move its rating. */
function Grip({ rating, at, onMove, onDrag }: RatingRowProps) {
  const t = useTranslations("settings.scales")
  const label = t("grip", { label: rating.label.en || t("nameless", { number: at + 1 }) })
  const places: Partial<Record<string, number>> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0 }
  const press = (event: KeyboardEvent) => {
    const to = places[event.key]
    if (to === undefined) return
    event.preventDefault()
    onMove(to)
  }
  return (
    <button
      type="button"
      data-grip={rating.key}
      draggable
      aria-label={label}
      title={label}
      onKeyDown={press}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move"
        event.dataTransfer.setData("text/plain", rating.code)
        onDrag(rating.key)
      }}
      onDragEnd={() => onDrag(null)}
      className="inline-flex size-7 shrink-0 cursor-grab items-center justify-center rounded-md text-ink-3 hover:bg-panel hover:text-ink active:cursor-grabbing"
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  )
}
