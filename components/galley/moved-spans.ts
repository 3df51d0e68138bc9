/** Where a claim stands once it is put on selected words, and where it stood before. Pure. */
import type { Span } from "@/lib/anchor"
import type { ClaimView } from "@/lib/domain/claim"

type Anchors = ClaimView["anchors"]

const isPlaced = ({ placement }: Anchors[number]) => placement === "exact" || placement === "moved"

const spansOf = (anchors: Anchors): Span[] =>
  anchors.flatMap(({ start, end }) => (start === null || end === null ? [] : { start, end }))

/** Selected words take the place of spans that wait for a person; where none does, of all. */
export function spansAfter(anchors: Anchors, selected: Span): Span[] {
  const placed = anchors.filter(isPlaced)
  return placed.length === anchors.length ? [selected] : [...spansOf(placed), selected]
}

/** The spans to go back to; null where not all of them were certain. */
export function spansBefore(anchors: Anchors): Span[] | null {
  return anchors.every(isPlaced) ? spansOf(anchors) : null
}
