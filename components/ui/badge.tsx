/** A word with a shape on a soft ground: what state something is in. The shape is decoration, the word says it. */
import type { ReactNode } from "react"
import { classes } from "./classes"

export type Tone = "true" | "mixed" | "false" | "unproven" | "open" | "review"

export const toneClasses: Record<Tone, string> = {
  true: "text-true bg-true-soft",
  mixed: "text-mixed bg-mixed-soft",
  false: "text-false bg-false-soft",
  unproven: "text-unproven bg-unproven-soft",
  open: "text-open bg-open-soft",
  review: "text-review bg-review-soft",
}

const outlineClasses: Record<Tone, string> = {
  true: "text-true",
  mixed: "text-mixed",
  false: "text-false",
  unproven: "text-unproven",
  open: "text-open",
  review: "text-review",
}

export interface BadgeProps {
  tone: Tone
  /** Alone only where the word stands beside the badge, or in its title. */
  shape?: string
  /** `outline` for what is said but does not stand yet: a verdict that nobody has reviewed. */
  ground?: "soft" | "outline"
  children?: ReactNode
  className?: string
}

export function Badge({ tone, shape, ground = "soft", children, className }: BadgeProps) {
  return (
    <span
      className={classes(
        "inline-flex max-w-full items-center gap-1.5 rounded-[5px] px-2 py-1 text-2xs leading-none font-semibold",
        ground === "soft"
          ? toneClasses[tone]
          : classes(
              outlineClasses[tone],
              "shadow-[inset_0_0_0_1px_currentColor] forced-colors:outline-1 forced-colors:-outline-offset-1 forced-colors:outline-dashed",
            ),
        className,
      )}
    >
      {shape && <span aria-hidden>{shape}</span>}
      {children && <span className="truncate leading-[1.2]">{children}</span>}
    </span>
  )
}
