/** Overlapping spans as a row of pieces that do not overlap: what a painter or a linear format needs. */
import type { Span } from "./graphemes"

/** A piece of text and what covers it, never nothing. Offsets as in the spans. */
export interface Segment<Id> extends Span {
  ids: Id[]
}

/**
 * Cuts the spans at each other's ends. Pieces rise and together cover exactly what the spans cover; `ids` are in
 * the order start, then longer first, then as given, each once. Empty spans cover nothing.
 */
export function segments<Id>(spans: readonly (Span & { id: Id })[]): Segment<Id>[] {
  const waiting = spans.filter((span) => span.start < span.end).sort((a, b) => a.start - b.start || b.end - a.end)
  const cuts = [...new Set(waiting.flatMap((span) => [span.start, span.end]))].sort((a, b) => a - b)
  const pieces: Segment<Id>[] = []
  let open: (Span & { id: Id })[] = []
  let next = 0
  cuts.forEach((start, index) => {
    open = open.filter((span) => span.end > start)
    for (let span = waiting[next]; span?.start === start; span = waiting[next]) {
      open.push(span)
      next += 1
    }
    const end = cuts[index + 1]
    if (end !== undefined && open.length > 0) pieces.push({ start, end, ids: [...new Set(open.map(({ id }) => id))] })
  })
  return pieces
}
