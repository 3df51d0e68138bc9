/** Where the words of a claim that comes back are: where they were, if its text is the same; else by quote and context. */
import { codePoints, describe, find, type CodePoints, type Span } from "../../anchor"
import type { FoundClaim } from "../../domain/found-claim"

/** A span as a file says it. Offsets are Unicode code points of the text that it was written for. */
export interface SaidSpan {
  quote: string
  prefix: string
  suffix: string
  start: number | null
  end: number | null
  /** Whether its place was only proposed: its words are others there. */
  isProposed?: boolean
  /** Whether the words stood elsewhere in an earlier text. */
  isMoved?: boolean
  /** Whether somebody had to look whether it still holds. */
  contextChanged?: boolean
}

type Anchor = FoundClaim["anchors"][number]

export interface Ground {
  text: string
  points: CodePoints
  /** Whether the text is the very one that offsets count in. */
  isSame: boolean
}

export const groundOf = (text: string, isSame: boolean): Ground => ({ text, points: codePoints(text), isSame })

/** The span as an anchor of this text; one whose words are nowhere, or more than once, is lost: somebody has to say where. */
export function placed(said: SaidSpan, ground: Ground): Anchor {
  const { quote, prefix, suffix, contextChanged = false } = said
  const at = ground.isSame ? spanOf(said, ground) : undefined
  if (at === null || quote === "") return lost(said)
  if (at && said.isProposed) return { quote, prefix, suffix, ...at, placement: "stale", contextChanged }
  const found = find(ground.text, { exact: quote, prefix, suffix, ...at })
  if (found.kind !== "found") return lost(said)
  const there = describe(ground.text, found.span)
  if (ground.isSame) return { ...there, placement: said.isMoved ? "moved" : "exact", contextChanged }
  // Between other words than before: somebody has a look, as they have where they had to before.
  return { ...there, placement: "exact", contextChanged: contextChanged || isElsewhere(said, there) }
}

type Around = Pick<SaidSpan, "prefix" | "suffix">

const isElsewhere = ({ prefix, suffix }: Around, there: Around) =>
  prefix + suffix !== "" && (there.prefix !== prefix || there.suffix !== suffix)

const lost = ({ quote, prefix, suffix }: SaidSpan): Anchor => ({
  ...{ quote, prefix, suffix, start: null, end: null, placement: "lost", contextChanged: false },
})

/** In code units; null where it has no place, or none that is in the text. */
function spanOf({ start, end }: SaidSpan, { points }: Ground): Span | null {
  if (start === null || end === null) return null
  const [from, to] = [points.toUnit(start), points.toUnit(end)]
  return from !== null && to !== null && from < to ? { start: from, end: to } : null
}
