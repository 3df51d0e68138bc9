/** Words with those that were looked for marked. */
import type { Piece } from "@/lib/domain/full-text"

export function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ kind, text }, at) =>
    kind === "hit" ? (
      <mark key={at} className="rounded-[3px] bg-accent-soft px-0.5 font-semibold text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
