/**
 * The claims as highlights: where each lies, how it looks, which line it gets. Remembers what it answered, so that of a
 * thousand claims only those that look another way are other objects than before. Pure but for that memory.
 */
import { lookOf } from "@/components/claim/looks"
import type { Positions } from "@/lib/document/canonical"
import type { ClaimView } from "@/lib/domain/claim"
import type { ClaimEntry } from "./claims-store"
import type { Highlight } from "./highlights"
import { lanesOf, stretchOf, type Stretch } from "./lanes"

export type Highlighter = (claims: readonly ClaimEntry[], selected: string | null) => Highlight[]

/** What a claim has of itself, without those around it. */
interface Own {
  stretch: Omit<Stretch, "id"> | null
  fixed: Pick<Highlight, "look" | "ranges">
}

export function highlighter(positions: Pick<Positions, "rangesOf">): Highlighter {
  const known = new WeakMap<ClaimView, Own>()
  let before = new Map<string, Highlight>()
  const ownOf = (claim: ClaimView): Own => {
    const own = known.get(claim) ?? describe(claim, positions)
    known.set(claim, own)
    return own
  }
  return (claims, selected) => {
    const lanes = lanesOf(
      claims.flatMap(({ key, claim }) => {
        const { stretch } = ownOf(claim)
        return stretch ? { ...stretch, id: key } : []
      }),
    )
    const highlights = claims.map(({ key, claim }): Highlight => {
      const { fixed } = ownOf(claim)
      const lane = lanes.get(key) ?? 0
      const chosen = key === selected ? "yes" : "no"
      const last = before.get(key)
      const same = last?.ranges === fixed.ranges && last.lane === lane && last.selected === chosen
      return same ? last : { id: key, ...fixed, lane, selected: chosen }
    })
    before = new Map(highlights.map((highlight) => [highlight.id, highlight]))
    return highlights
  }
}

function describe(claim: ClaimView, positions: Pick<Positions, "rangesOf">): Own {
  const spans = spansOf(claim)
  return {
    stretch: stretchOf("", spans),
    fixed: { look: lookOf(claim), ranges: spans.flatMap((span) => positions.rangesOf(span)) },
  }
}

/** Lost anchors have no place to draw. */
function spansOf({ anchors }: ClaimView): { start: number; end: number }[] {
  return anchors.flatMap(({ start, end }) => (start === null || end === null ? [] : { start, end }))
}
