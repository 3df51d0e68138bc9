/** Cuts a stretch where what lies over it begins and ends, the way the view cuts the words of a text. Offsets only. */

export interface Covering<Over> {
  from: number
  to: number
  over: Over
}

export interface Piece<Over> {
  from: number
  to: number
  /** What lies over all of this piece, the innermost first: that is, what ends first. */
  over: Over[]
}

/** The pieces of a stretch, in order and without gaps; one whole piece if nothing lies over it. */
export function pieces<Over>(coverings: readonly Covering<Over>[], from: number, to: number): Piece<Over>[] {
  const above = within(coverings, from, to).toSorted((one, other) => one.to - other.to || other.from - one.from)
  const edges = above.flatMap((one) => [one.from, one.to]).filter((edge) => edge > from && edge < to)
  const cuts = [...new Set([from, ...edges])].toSorted((one, other) => one - other)
  return cuts.map((start, at) => {
    const over = above.filter((one) => one.from <= start && one.to > start).map((one) => one.over)
    return { from: start, to: cuts[at + 1] ?? to, over }
  })
}

/** The coverings that lie over some of a stretch. */
function within<Over>(coverings: readonly Covering<Over>[], from: number, to: number): Covering<Over>[] {
  return coverings.filter((one) => one.from < to && one.to > from)
}
