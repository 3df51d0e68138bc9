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
  proposed?: boolean
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
  const { quote, prefix, suffix } = said
  const at = ground.isSame ? spanOf(said, ground) : undefined
  if (at === null || quote === "") return { quote, prefix, suffix, ...LOST }
  if (at && said.proposed) return { quote, prefix, suffix, ...at, placement: "stale", contextChanged: false }
  const found = find(ground.text, { exact: quote, prefix, suffix, ...at })
  if (found.kind !== "found") return { quote, prefix, suffix, ...LOST }
  const there = describe(ground.text, found.span)
  // Between other words than before: somebody has a look.
  const isElsewhere = prefix + suffix !== "" && (there.prefix !== prefix || there.suffix !== suffix)
  return { ...there, placement: "exact", contextChanged: !ground.isSame && isElsewhere }
}

/** In code units; null where it has no place, or none that is in the text. */
function spanOf({ start, end }: SaidSpan, { points }: Ground): Span | null {
  if (start === null || end === null) return null
  const [from, to] = [points.toUnit(start), points.toUnit(end)]
  return from !== null && to !== null && from < to ? { start: from, end: to } : null
}

const LOST = { start: null, end: null, placement: "lost", contextChanged: false } as const
