/** A bar of coloured parts. Its label says in words what the colours show. */
import { classes } from "./classes"
import type { Tone } from "./badge"

const fills: Record<Tone, string> = {
  true: "bg-true",
  mixed: "bg-mixed",
  false: "bg-false",
  unproven: "bg-unproven",
  open: "bg-[light-dark(#d9c04a,#e8cd5a)]",
  review: "bg-review",
}

export interface Segment {
  tone: Tone
  count: number
}

const widths = { medium: "w-[150px]", small: "w-14" }

export interface ProgressBarProps {
  segments: Segment[]
  /** What the whole bar stands for; the sum of its parts without. */
  of?: number
  label: string
  size?: keyof typeof widths
  className?: string
}

export function ProgressBar({ segments, of, label, size = "medium", className }: ProgressBarProps) {
  const total = of ?? segments.reduce((sum, segment) => sum + segment.count, 0)
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={classes(
        "inline-flex h-2 overflow-hidden rounded-[5px] bg-unproven-soft forced-color-adjust-none",
        widths[size],
        className,
      )}
    >
      {segments.map(({ tone, count }) =>
        count > 0 ? (
          <i
            key={tone}
            className={classes("block h-full", fills[tone])}
            style={{ width: `${(100 * count) / total}%` }}
          />
        ) : null,
      )}
    </span>
  )
}
