/**
 * Which underline a claim gets where claims overlap: the lowest one that is free over its whole stretch, so that
 * every claim's line can be followed from its first word to its last. Knows offsets only.
 */

export interface Stretch {
  id: string
  start: number
  end: number
}

/** Lane by id, 0 nearest to the words. Earlier starts come first, of those the longer, of equals the order given. */
export function lanesOf(stretches: readonly Stretch[]): Map<string, number> {
  const lanes = new Map<string, number>()
  const ends: number[] = []
  const ordered = [...stretches].sort((one, other) => one.start - other.start || other.end - one.end)
  for (const { id, start, end } of ordered) {
    const free = ends.findIndex((taken) => taken <= start)
    const lane = free < 0 ? ends.length : free
    ends[lane] = end
    lanes.set(id, lane)
  }
  return lanes
}

/** A claim of several spans keeps one lane: its stretch is from its first word to its last. */
export function stretchOf(id: string, spans: readonly { start: number; end: number }[]): Stretch | null {
  if (spans.length === 0) return null
  return {
    id,
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  }
}
