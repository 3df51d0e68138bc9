/** The proposed fixes of an article that can be carried out together, each on words of one block. */
import type { Span } from "../anchor"
import type { DocumentNode } from "../domain/article"
import { Refusal } from "../domain/refusal"
import type { CanonicalBlock } from "./canonical"
import { cleanLine } from "./normalise"
import { replaceSpans, type Replacement } from "./replace-spans"
import type { Shown } from "./shown-claims"

/** One fix on words of one block. */
export interface Fix extends Replacement {
  claimId: string
  /** Index of its block. */
  block: number
}

/** Those of claims with one certain place, in the order of the text; what overlaps with another is left out, as is what `isPossible` says. */
export function workableFixes(
  document: DocumentNode,
  blocks: readonly CanonicalBlock[],
  claims: readonly Shown[],
  isPossible: (fix: Fix) => boolean = () => true,
): Fix[] {
  const fixes = withoutOverlaps(claims).flatMap((fix): Fix[] => {
    const block = blockAt(blocks, fix.start)
    const { end = 0, type = "" } = blocks[block] ?? {}
    const isInOne = fix.end <= end && type !== "figure" && type !== "horizontalRule"
    return isInOne && cleanLine(fix.wording) === fix.wording ? [{ ...fix, block }] : []
  })
  return workable(document, fixes.filter(isPossible))
}

/** Index of the block that begins last at or before an offset. */
function blockAt(blocks: readonly CanonicalBlock[], offset: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((blocks[middle]?.start ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

type Proposed = Span & { claimId: string; wording: string }

/** Fixes that have a certain place, which no other fix wants a part of. */
function withoutOverlaps(claims: readonly Shown[]): Proposed[] {
  const proposed = claims.flatMap(({ claim, places: [place, another], anchors }): Proposed[] =>
    claim.fix && place && !another && anchors.length === 1
      ? [{ ...place, claimId: claim.id, wording: claim.fix.wording }]
      : [],
  )
  const inOrder = proposed.sort((a, b) => a.start - b.start || a.end - b.end)
  const clashing = new Set<Proposed>()
  let furthest: Proposed | undefined
  for (const one of inOrder) {
    if (furthest && one.start < furthest.end) clashing.add(one).add(furthest)
    if (!furthest || one.end > furthest.end) furthest = one
  }
  return inOrder.filter((one) => !clashing.has(one))
}

/** Those that can be carried out together; what only fails beside others is left out. */
function workable(document: DocumentNode, fixes: Fix[]): Fix[] {
  try {
    if (fixes.length > 0) replaceSpans(document, fixes)
    return fixes
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (fixes.length === 1) return []
    const middle = fixes.length >>> 1
    const first = workable(document, fixes.slice(0, middle))
    const second = workable(document, fixes.slice(middle))
    return first.length + second.length < fixes.length ? workable(document, [...first, ...second]) : first
  }
}
