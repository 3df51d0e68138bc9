/** The patterns of the charts, so that no colour stands alone: by an id, for `fill="url(#…)"`. */
import type { Tone } from "@/components/ui/badge"
import type { Fill } from "./looks"

export interface PatternProps {
  id: string
  tone: Tone
  fill: Fill
}

export function Pattern({ id, tone, fill }: PatternProps) {
  const [strong, soft] = [`var(--${tone})`, `var(--${tone}-soft)`]
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse">
      <rect width={6} height={6} fill={fill === "solid" ? strong : soft} />
      {fill === "striped" && <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke={strong} strokeWidth={1.5} />}
      {fill === "dotted" && <circle cx={3} cy={3} r={1.4} fill={strong} />}
    </pattern>
  )
}

/** The same as a square in a legend; the word beside it says what it stands for. */
export function Swatch(pattern: PatternProps) {
  return (
    <svg aria-hidden width={14} height={14} className="shrink-0">
      <defs>
        <Pattern {...pattern} />
      </defs>
      <rect x={0.5} y={0.5} width={13} height={13} fill={`url(#${pattern.id})`} stroke={`var(--${pattern.tone})`} />
    </svg>
  )
}
